import type { Context } from 'hono';
import type { WebEnv } from '../platform/http/index.ts';
import { type OpenIdClient, signedOutPath } from './openid.ts';
import type { Audience } from './session.ts';
import type { Sessions } from './sessions.ts';

/**
 * Path the issuer loads in an iframe of its own page when somebody signs out there (OpenID Connect Front-Channel Logout
 * 1.0).
 */
export const frontChannelPath = `${signedOutPath}/front-channel`;

/**
 * Ends the session that the issuer says is over. The browser sends no cookie of ours with a frame on another site, so it is
 * known by `iss` and `sid` alone; whoever can name a session's `sid` can end it and do nothing else. Every question gets
 * the same answer.
 */
export function frontChannelSignOut(options: {
  readonly sessions: Sessions;
  readonly clients: Readonly<Record<Audience, OpenIdClient>>;
}) {
  const { sessions, clients } = options;
  const origins = [...new Set(Object.values(clients).map(({ issuer }) => new URL(issuer).origin))];
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${origins.join(' ')}`;
  return async (c: Context<WebEnv>): Promise<Response> => {
    const { iss = '', sid = '' } = c.req.query();
    const known = /^[\w.~+/=:-]{1,255}$/.test(sid);
    for (const audience of ['person', 'staff'] as const) {
      if (known && sameIssuer(iss, clients[audience].issuer)) await sessions.endAtIssuer(c, { audience, sid });
    }
    return c.body('', 200, { 'cache-control': 'no-store', 'content-security-policy': policy });
  };
}

/** Issuers differ over the slash at the end; nothing else may differ. */
function sameIssuer(given: string, configured: string): boolean {
  return given.replace(/\/$/, '') === configured.replace(/\/$/, '');
}
