import type { Page, Values } from './page.ts';
import type { Visitor } from './visitor.ts';

/** Whoever walks the form. */
export type Walker = Pick<Visitor, 'open' | 'send'>;

/** More pages than any way through the form has; beyond it, the form leads in a circle. */
const mostPages = 40;

/** Fields of a page's form that are the page's own, and not a person's to fill in. */
const ownFields: ReadonlySet<string> = new Set(['csrf', 'return', 'submissionKey']);

/**
 * Walks the form from its start to the summary, page by page, and gives back the last page: the summary, or the page that
 * does not take its answer. It knows no order: each page's fields are looked up in `answers`, and what no page asks for is
 * not sent. A choice that has no answer is left open.
 */
export async function walkForm(browser: Walker, start: string, answers: Values): Promise<Page> {
  const first = await browser.open(start);
  const onward = first.html(`main a.ds-button[href^="${start}/"]`).attr('href');
  if (!onward) throw new Error(`no way into the form at ${start}: ${first.text.slice(0, 300)}`);
  let page = await browser.open(onward);
  for (let pages = 0; pages < mostPages; pages += 1) {
    if (page.url.pathname.endsWith('/summary') || page.status >= 400 || !questionForm(page)) return page;
    page = await browser.send(page, answersTo(page, answers), questionForm(page));
  }
  throw new Error(`the form leads in a circle at ${page.url.pathname}`);
}

/** Sends the form from its summary; gives back the receipt. */
export async function sendForm(browser: Walker, summary: Page): Promise<Page> {
  if (!summary.url.pathname.endsWith('/summary')) {
    throw new Error(`no summary but ${summary.url.pathname}: ${summary.text.slice(0, 400)}`);
  }
  return browser.send(summary, { confirmed: 'yes' });
}

/** The selector of the form that answers the page's question. */
export function questionForm(page: Page): string | undefined {
  const selector = `[action="${page.url.pathname}"]`;
  return page.html(`main form${selector}`).length > 0 ? selector : undefined;
}

/** Deletes the draft, if there is one, as a person would. */
export async function startOver(browser: Walker, start: string): Promise<void> {
  const page = await browser.open(`${start}/delete`);
  if (page.html('[name="choice"]').length > 0) await browser.send(page, { choice: 'yes' });
}

/** What of the answers the page asks for. */
export function answersTo(page: Page, answers: Values): Values {
  const names = page
    .html(`main form${questionForm(page)} [name]`)
    .toArray()
    .map((field) => page.html(field).attr('name') ?? '');
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const answer = answers[name];
      return ownFields.has(name) || answer === undefined || answer === '' ? [] : [[name, answer]];
    }),
  );
}
