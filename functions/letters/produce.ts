import { LetterRenderingError } from '../core/errors.ts';
import type { LetterKind } from '../core/records.ts';
import { checkPage, checkPrinted, type LetterCheck } from './checks.ts';
import { htmlOf, viewOf } from './letter-html.ts';
import { readPdfFacts, withDates } from './pdf/pdf-file.ts';
import type { Printer } from './pdf/printer.ts';
import type { LetterView, ViewInput } from './views/letter.ts';

/**
 * A letter from the case file to a checked PDF. Throws LetterRenderingError with the names of the checks that failed,
 * never with content; NotFoundError or WrongStateError when the file has not what the letter tells.
 */
export async function produceLetter(printer: Printer, kind: LetterKind, input: ViewInput): Promise<Uint8Array> {
  const view = viewOf(kind, input);
  const html = pageOf(kind, view);
  refuse(kind, checkPage(view, html));
  const { pdf, text } = await printer.print(html);
  refuse(kind, checkPrinted(view, { text, facts: readPdfFacts(pdf) }));
  return withDates(pdf, input.now);
}

function pageOf(kind: LetterKind, view: LetterView): string {
  try {
    return htmlOf(kind, view);
  } catch (cause) {
    throw new LetterRenderingError(`${kind}: template`, { cause });
  }
}

function refuse(kind: LetterKind, failed: readonly LetterCheck[]): void {
  if (failed.length > 0) throw new LetterRenderingError(`${kind}: ${failed.join(', ')}`);
}
