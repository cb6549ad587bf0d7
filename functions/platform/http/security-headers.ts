import { createMiddleware } from 'hono/factory';
import type { WebEnv } from './environment.ts';

/**
 * Nothing but our own style, fonts and forms: no script at all, no other host, no frame. A page with an upload form names
 * the one other origin its form may post to.
 */
export function contentSecurityPolicy(formTarget = ''): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${formTarget}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * Put on every answer; a handler that sets `cache-control` or the policy itself keeps its own (files, PDF), which nobody
 * may frame unless it says so.
 */
export function securityHeaders(options: { readonly https: boolean }) {
  return createMiddleware<WebEnv>(async (c, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    };
    set('content-security-policy', contentSecurityPolicy());
    const policy = c.res.headers.get('content-security-policy') ?? '';
    if (!policy.includes('frame-ancestors')) {
      c.res.headers.set('content-security-policy', `${policy}; frame-ancestors 'none'`);
    }
    set('cache-control', 'no-store');
    set('referrer-policy', 'no-referrer');
    set('x-content-type-options', 'nosniff');
    set('x-robots-tag', 'noindex, nofollow');
    set('cross-origin-opener-policy', 'same-origin');
    set('cross-origin-resource-policy', 'same-origin');
    set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (options.https) set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}
