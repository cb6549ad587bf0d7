import { getCookie, setCookie } from 'hono/cookie';
import { isLanguage, type Language } from '../../core/language.ts';
import type { WebContext } from './environment.ts';

const cookie = 'language';

/**
 * The language of the page: what the reader just chose (`?lang=`), chose before, or `fallback`, the municipality's or
 * the case's own. A choice is kept for the browser's session.
 */
export function pageLanguage(c: WebContext, fallback: Language = 'nb'): Language {
  const asked = c.req.query('lang');
  if (isLanguage(asked)) {
    setCookie(c, cookie, asked, { path: '/', httpOnly: true, sameSite: 'Lax' });
    return asked;
  }
  const kept = getCookie(c, cookie);
  return isLanguage(kept) ? kept : fallback;
}
