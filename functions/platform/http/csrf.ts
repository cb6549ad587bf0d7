import { randomBytes } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { type FormFields, nowSeconds, type WebContext, type WebEnv } from './environment.ts';
import { errorPage } from './error-pages.ts';
import { deriveKey, sameText, sign } from './keys.ts';
import { staleFormPage, writtenIn } from './stale-form.ts';

/** A form may lie open this long before it is sent: a working day and a night, in seconds. */
const formLifetime = 24 * 60 * 60;
/** Largest posted form, in bytes: three free texts of the longest kind and the rest. */
const largestForm = 600_000;

/**
 * Reads the posted form and refuses it unless its token was made for this browser (a random cookie) and this very page.
 * Offers `c.var.csrfToken(path)` to the pages that show forms.
 */
export function csrfProtection(options: { readonly secret: () => Promise<string>; readonly secureCookies: boolean }) {
  const cookie = options.secureCookies ? '__Host-browser' : 'browser';
  return createMiddleware<WebEnv>(async (c, next) => {
    const key = deriveKey(await options.secret(), 'csrf');
    // A page without a form needs no cookie, and sets none.
    let browser = getCookie(c, cookie);
    const tokenFor = (path: string, issued: number) => {
      c.set('personal', true);
      browser ??= newBrowser(c, cookie, options.secureCookies);
      return `${issued}.${sign(key, `${browser}|${path}|${issued}`)}`;
    };
    c.set('csrfToken', (path) => tokenFor(path, nowSeconds(c)));
    c.set('form', {});
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const form = await readForm(c);
    if (form === undefined) return errorPage(c, 'bad-request');
    const issued = Number(form.csrf?.split('.')[0]);
    const age = nowSeconds(c) - issued;
    const ours = Number.isInteger(issued) && sameText(form.csrf ?? '', tokenFor(c.req.path, issued));
    if (!ours || age < -60 || age > formLifetime) {
      // Shown only to whom it came from: our own page in this browser, or in one that says it comes from our own pages.
      const fromOurPages = ours || c.req.header('sec-fetch-site') === 'same-origin';
      return staleFormPage(c, fromOurPages ? writtenIn(form) : []);
    }
    c.set('form', form);
    return next();
  });
}

function newBrowser(c: WebContext, cookie: string, secure: boolean): string {
  const value = randomBytes(16).toString('base64url');
  setCookie(c, cookie, value, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
  return value;
}

/** The form's fields; undefined when the body is no ordinary form or is too large. */
async function readForm(c: WebContext): Promise<FormFields | undefined> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const body = await c.req.text();
  if (body.length > largestForm) return undefined;
  const fields: [string, string][] = [...new URLSearchParams(body)];
  return Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}
