import { Hono } from 'hono';
import { compressPublicPages } from './compression.ts';
import { csrfProtection } from './csrf.ts';
import type { WebEnv } from './environment.ts';
import { errorPage } from './error-pages.ts';
import { securityHeaders } from './security-headers.ts';

/** What every web function's shell needs. */
export interface ShellOptions {
  /** `https://…` the pages are reached at; http only on a laptop. Decides on secure cookies. */
  readonly publicUrl: string;
  /** Text of the session secret; asked for on each request, so memoize it. */
  readonly sessionSecret: () => Promise<string>;
  /** Told of an unexpected error. Logs its name, never its request. */
  readonly report: (error: unknown) => void;
}

/**
 * A Hono app with the security headers, the CSRF check on every POST (`c.var.form` holds the checked form,
 * `c.var.csrfToken(path)` makes the token for a form that posts to `path`) and calm error pages.
 */
export function createApp(options: ShellOptions): Hono<WebEnv> {
  const https = options.publicUrl.startsWith('https:');
  const app = new Hono<WebEnv>({ strict: false });
  app.use(async (c, next) => {
    c.set('secureCookies', https);
    c.set('hasPage', (path) => hasPage(app, path));
    await next();
  });
  app.use(compressPublicPages());
  app.use(securityHeaders({ https }));
  app.use(csrfProtection({ secret: options.sessionSecret, secureCookies: https }));
  app.notFound((c) => errorPage(c, 'not-found'));
  app.onError((error, c) => {
    options.report(error);
    return errorPage(c, 'server-error');
  });
  return app;
}

function hasPage(app: Hono<WebEnv>, path: string): boolean {
  const [matches] = app.router.match('GET', path);
  return matches.some(([[, route]]) => route.method === 'GET');
}
