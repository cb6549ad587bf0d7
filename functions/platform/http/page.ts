import layout from '../../../templates/pages/layout.hbs';
import type { Language } from '../../core/language.ts';
import type { WebContext } from './environment.ts';
import { pageTexts } from './page-texts.ts';
import { stylesheetPath } from './static-files.ts';

/** One page of the product. `body` is finished HTML from a template; everything else is escaped here. */
export interface PageView {
  /** What the page is about, without the municipality's name. Starts with «Feil:» when the form has errors. */
  readonly title: string;
  readonly language: Language;
  readonly body: string;
  /** Whose page it is; leads back to its front page. */
  readonly municipality?: { readonly name: string; readonly slug: string };
  /** Who is signed in; gives a sign-out button. */
  readonly user?: { readonly name: string };
  /** HTTP status; 200 when not given. */
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 415 | 422 | 500 | 502;
}

/** Answers with a whole page in one language. */
export function renderPage(c: WebContext, page: PageView): Response | Promise<Response> {
  const texts = pageTexts[page.language];
  const others = Object.entries({ nb: 'Bokmål', nn: 'Nynorsk' }).filter(([code]) => code !== page.language);
  const html = layout({
    ...texts,
    title: page.title,
    language: page.language,
    body: page.body,
    stylesheetPath,
    siteName: page.municipality?.name ?? texts.siteName,
    home: page.municipality ? `/${page.municipality.slug}` : '/',
    user: page.user && { name: page.user.name, csrf: c.var.csrfToken('/sign-out') },
    // Only a page that was asked for by GET can be asked for again in the other language.
    languages: c.req.method === 'GET' ? others.map(([code, name]) => ({ code, name, href: `?lang=${code}` })) : [],
  });
  return c.html(html, page.status ?? 200);
}
