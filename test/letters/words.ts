import { htmlOf, viewOf } from '../../functions/letters/letter-html.ts';
import type { LetterCase } from './letter-cases.ts';

/** The letter's page. */
export function pageOf({ kind, input }: LetterCase): string {
  return htmlOf(kind, viewOf(kind, input));
}

/** The words of a page, without what is only there for the browser. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<(style|title)>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('\u00AD', '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}
