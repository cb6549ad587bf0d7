import type { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import message from '../../templates/pages/message.hbs';
import type { AppEnvironment } from '../core/national-id.ts';
import {
  errorPage,
  nowSeconds,
  publicPageLanguage,
  renderPage,
  type WebContext,
  type WebEnv,
} from '../platform/http/index.ts';
import { log } from '../platform/log.ts';
import { sessionFrom } from './claims.ts';
import { frontChannelPath, frontChannelSignOut } from './front-channel.ts';
import { callbackPath, type OpenIdClient, signedOutPath } from './openid.ts';
import { createSealer } from './seal.ts';
import type { Audience } from './session.ts';
import type { Sessions } from './sessions.ts';
import { signOutTexts } from './texts.ts';

/** Seconds a person may use at the issuer. */
const signInLifetime = 15 * 60;

const leftFor = z.object({
  audience: z.enum(['person', 'staff']),
  returnPath: z.string(),
  checks: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
});

/** What the sign-in pages work with. */
export interface SignInOptions {
  readonly sessions: Sessions;
  readonly clients: Readonly<Record<Audience, OpenIdClient>>;
  readonly secret: () => Promise<string>;
  readonly publicUrl: string;
  readonly environment: AppEnvironment;
}

/**
 * `/sign-in?as=person|staff`, its callback, `/sign-out` and the pages one meets there. Each sign-in has its own sealed
 * cookie, so that two tabs do not disturb each other.
 */
export function addSignIn(app: Hono<WebEnv>, options: SignInOptions): void {
  const { sessions, clients } = options;
  const secure = options.publicUrl.startsWith('https:');
  const sealer = createSealer(options.secret, 'sign-in');
  const cookieFor = (state: string) => `sign-in-${state.slice(0, 12)}`;

  app.get('/sign-in', async (c) => {
    const audience: Audience = c.req.query('as') === 'staff' ? 'staff' : 'person';
    const returnPath = await sessions.returnPath(c);
    const { url, checks } = await clients[audience].leave(publicPageLanguage(c));
    const remembered = await sealer.seal({ audience, returnPath, checks }, nowSeconds(c) + signInLifetime);
    // Lax, as the issuer's redirect back is a navigation from another site.
    setCookie(c, cookieFor(checks.state), remembered, { path: callbackPath, httpOnly: true, secure, sameSite: 'Lax' });
    return c.redirect(url, 303);
  });

  app.get(callbackPath, async (c) => {
    const cookie = cookieFor(c.req.query('state') ?? '');
    const left = await sealer.open(getCookie(c, cookie), leftFor, nowSeconds(c));
    deleteCookie(c, cookie, { path: callbackPath, secure });
    if (left === undefined) return errorPage(c, 'sign-in-failed');
    const answer = await clients[left.audience].comeBack(new URL(c.req.url).search, left.checks).catch(failed);
    const session = answer && sessionFrom(left.audience, answer.claims, options.environment);
    if (answer === undefined || session === undefined) return errorPage(c, 'sign-in-failed');
    const { idToken, claims } = answer;
    // An issuer that gives its sessions no name is given one: whoever signs out here must be out all the same.
    const sid = typeof claims.sid === 'string' ? claims.sid : left.checks.nonce;
    await sessions.begin(c, session, { idToken, sid });
    return c.redirect(left.returnPath, 303);
  });

  app.post('/sign-out', async (c) => {
    const [ended] = await sessions.end(c);
    const away = ended && (await clients[ended.audience].signOutUrl(ended.idToken).catch(failed));
    // A header and not a redirect: a form may lead to no other host than ours (form-action 'self').
    if (away !== undefined) c.header('refresh', `0; url=${away}`);
    return signedOut(c, away);
  });
  app.get(frontChannelPath, frontChannelSignOut(options));
  app.get(signedOutPath, (c) => signedOut(c, undefined));

  app.get('/signed-in', (c) => {
    const language = publicPageLanguage(c);
    const { signedIn } = signOutTexts[language];
    return renderPage(c, { title: signedIn.title, language, body: message({ ...signedIn, links: [] }) });
  });
}

function signedOut(c: WebContext, issuer: string | undefined): Response | Promise<Response> {
  const language = publicPageLanguage(c);
  const { signedOut: text, atIssuer, home } = signOutTexts[language];
  const links = issuer === undefined ? [{ href: '/', text: home }] : [{ href: issuer, text: atIssuer }];
  return renderPage(c, { title: text.title, language, address: signedOutPath, body: message({ ...text, links }) });
}

function failed(error: unknown): undefined {
  log.warn('SIGN_IN_FAILED', { error: error instanceof Error ? error.name : 'unknown' });
  return undefined;
}
