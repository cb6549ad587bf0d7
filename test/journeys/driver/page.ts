import { type CheerioAPI, load } from 'cheerio';

/** What a form is filled in with: one value per field, or several for check boxes of one name. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A page as a visitor has it before them. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly html: CheerioAPI;
  /** The page's visible text, white space folded. */
  readonly text: string;
}

/** Reads an HTML answer into a page. */
export function readPage(url: URL, status: number, body: string): Page {
  const html = load(body);
  const text = html('main').text() || html('body').text();
  return { url, status, html, text: text.replaceAll(/\s+/g, ' ').trim() };
}

/** A form ready to be sent: where to, and every field the page itself fills in. */
export interface FilledForm {
  readonly action: URL;
  readonly fields: URLSearchParams;
}

/**
 * Fills in a form as a person would: hidden and preset fields stay, named ones get the given values. Picks the form
 * that `matches` the selector, or the first with a field of the first value's name. Throws when the page has no such
 * form or field.
 */
export function fillIn(page: Page, values: Values, matches?: string): FilledForm {
  const $ = page.html;
  const wanted = matches ?? `:has([name="${Object.keys(values)[0]}"])`;
  const form = $('form[method="post" i]').filter(wanted).get(0);
  if (!form) throw new Error(`no form ${wanted} on ${page.url.pathname}: ${page.text.slice(0, 300)}`);
  const fields = new URLSearchParams();
  for (const { name, value } of $(form).serializeArray()) if (!(name in values)) fields.append(name, value);
  for (const [name, value] of Object.entries(values)) {
    if ($(form).find(`[name="${name}"]`).length === 0) throw new Error(`no field ${name} on ${page.url.pathname}`);
    for (const one of [value].flat()) fields.append(name, one);
  }
  return { action: new URL($(form).attr('action') ?? '', page.url), fields };
}
