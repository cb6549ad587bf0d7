import layout from '../../../templates/pages/layout.hbs';
import { languages, type PageLanguage } from '../../core/language.ts';
import type { WebContext } from './environment.ts';
import { pageTexts } from './page-texts.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { stylesheetPath } from './static-files.ts';

/** One page of the product. `body` is finished HTML from a template; everything else is escaped here. */
export interface PageView {
  /** What the page is about, without the municipality's name. Starts with «Feil:» when the form has errors. */
  readonly title: string;
  readonly language: PageLanguage;
  readonly body: string;
  /** Whose page it is; leads back to its front page. */
  readonly municipality?: {
    readonly name: string;
    readonly slug: string;
    readonly accessibilityStatement?: string | undefined;
  };
  /** Who is signed in; gives a sign-out button. */
  readonly user?: { readonly name: string };
  /** HTTP status; 200 when not given. */
  /** Where GET leads to the same page, if not at the address that was asked for: after a form that has no page itself. */
  readonly address?: string;
  /** The other origin that forms of this page post to: `origin` of `Uploads`. */
  readonly formTarget?: string;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 415 | 422 | 500 | 502;
}

/** Answers with a whole page in one language. */
export function renderPage(c: WebContext, page: PageView): Response | Promise<Response> {
  const texts = pageTexts[page.language];
  const html = layout({
    ...texts,
    title: page.title,
    language: page.language,
    body: page.body,
    stylesheetPath,
    siteName: page.municipality?.name ?? texts.siteName,
    home: page.municipality ? `/${page.municipality.slug}` : '/',
    privacyPath: page.municipality && `/${page.municipality.slug}/privacy`,
    accessibilityStatement: page.municipality?.accessibilityStatement,
    user: page.user && { name: page.user.name, csrf: c.var.csrfToken('/sign-out') },
    languages: otherLanguages(c, page),
  });
  if (page.formTarget) c.header('content-security-policy', contentSecurityPolicy(page.formTarget));
  return c.html(html, page.status ?? 200);
}

const languageNames = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const satisfies Record<PageLanguage, string>;

/**
 * Links to the same page in its other languages; none when there is no page to ask for, such as after a form without one.
 */
function otherLanguages(c: WebContext, { language, address }: PageView) {
  if (address === undefined && c.req.method !== 'GET' && !c.var.hasPage(c.req.path)) return [];
  const query = new URLSearchParams(new URL(c.req.url).search);
  return (c.var.languages ?? languages)
    .filter((code) => code !== language)
    .map((code) => {
      query.set('lang', code);
      return { code, name: languageNames[code], href: `${address ?? ''}?${query}` };
    });
}
