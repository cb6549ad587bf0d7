import { getCookie, setCookie } from 'hono/cookie';
import {
  isLanguage,
  isPageLanguage,
  type Language,
  languages,
  type PageLanguage,
  pageLanguages,
} from '../../core/language.ts';
import type { WebContext } from './environment.ts';

const cookie = 'language';

/**
 * The language of a page that is in bokmål and nynorsk only: what the reader just chose (`?lang=`), chose before, or
 * `fallback`, the municipality's or the case's own. A choice is kept for the browser's session.
 */
export function pageLanguage(c: WebContext, fallback: Language = 'nb'): Language {
  c.set('languages', languages);
  const wanted = chosen(c);
  return isLanguage(wanted) ? wanted : fallback;
}

/** The same for the pages that are in English too: information, the form, the sign-in and what went wrong. */
export function publicPageLanguage(c: WebContext, fallback: PageLanguage = 'nb'): PageLanguage {
  c.set('languages', pageLanguages);
  return chosen(c) ?? fallback;
}

/** What the reader chose, now or before. English stays chosen while they pass a page that is not in English. */
function chosen(c: WebContext): PageLanguage | undefined {
  const asked = c.req.query('lang');
  if (isPageLanguage(asked)) {
    const secure = c.var.secureCookies;
    setCookie(c, cookie, asked, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
    return asked;
  }
  const kept = getCookie(c, cookie);
  return isPageLanguage(kept) ? kept : undefined;
}
