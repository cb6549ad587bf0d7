import { Hono } from 'hono';
import { refuse } from '../../intake/api/answers.ts';
import { addSubmissionApi, type SubmissionApi } from '../../intake/api/routes.ts';
import type { WebEnv } from '../../platform/http/environment.ts';
import { securityHeaders } from '../../platform/http/security-headers.ts';

/** Everything the interfaces for other systems work with. */
export interface ApiApp extends SubmissionApi {
  readonly publicUrl: string;
  /** Told of an unexpected error. Logs its name, never its request. */
  readonly report: (error: unknown) => void;
}

/** The interfaces for other systems: no pages, no sign-in, no cookies; every refusal is a problem (RFC 9457). */
export function createApiApp(options: ApiApp): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(securityHeaders({ https: options.publicUrl.startsWith('https:') }));
  addSubmissionApi(app, options);
  app.notFound((c) => refuse(c, { name: 'not-found' }));
  app.onError((error, c) => {
    options.report(error);
    return refuse(c, { name: 'server-error' });
  });
  return app;
}
