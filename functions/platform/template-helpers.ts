import type { HelperDelegate, HelperOptions } from 'handlebars';
import { formatDate, formatDateWithWeekday, formatInstant } from '../core/format.ts';
import { isPageLanguage, type PageLanguage } from '../core/language.ts';

/**
 * What templates may call beyond Handlebars' own `if`, `unless`, `each`, `with`; any other name fails the build.
 * Dates are written in the view's own `language` (its root field), or in the language given as second argument.
 *
 * - `eq a b`, `and a b …`, `not a`: true or false. `or a b …`: the first that holds something, as in JavaScript.
 * - `date d`: "21. november 2026". `dateWithWeekday d`: "lørdag 21. november 2026". `dateAndTime i`: an instant in Oslo.
 * - `paragraphs text`: what a person typed, escaped; an empty line starts a new paragraph, other line breaks are kept.
 */
export const helpers: Readonly<Record<string, HelperDelegate>> = {
  eq: (a: unknown, b: unknown) => a === b,
  and: (...args: unknown[]) => values(args).every(holds),
  or: (...args: unknown[]) => values(args).find(holds) ?? values(args).at(-1),
  not: (value: unknown) => !holds(value),
  date: (...args: unknown[]) => formatDate(text(args[0]), languageOf(args)),
  dateWithWeekday: (...args: unknown[]) => formatDateWithWeekday(text(args[0]), languageOf(args)),
  dateAndTime: (...args: unknown[]) => formatInstant(text(args[0]), languageOf(args)),
  paragraphs: (typed: unknown) => markup(paragraphs(text(typed))),
};

/** The arguments a template wrote; Handlebars hands its own options over as the last one. */
function values(args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, -1);
}

/** What Handlebars' own `if` takes for true. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A template formats a value that is not a text.');
  return value;
}

function languageOf(args: readonly unknown[]): PageLanguage {
  const options = args.at(-1) as HelperOptions;
  const language = args.length > 2 ? args[1] : options.data?.root?.language;
  if (!isPageLanguage(language))
    throw new TypeError('A template formats a date in no language: its view needs `language`.');
  return language;
}

function paragraphs(typed: string): string {
  const blocks = typed
    .replace(/\r\n?/g, '\n')
    .split(/\n[\t ]*\n\s*/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const html = blocks.map((block) => `<p>${escapeMarkup(block).replaceAll('\n', '<br>')}</p>`);
  return `<div class="typed">${html.join('')}</div>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

function escapeMarkup(typed: string): string {
  return typed.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** What Handlebars prints as it stands: it asks a value for `toHTML` before it escapes. */
function markup(html: string): object {
  return { toHTML: () => html, toString: () => html };
}
