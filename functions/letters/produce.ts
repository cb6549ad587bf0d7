import { LetterRenderingError } from '../core/errors.ts';
import type { LetterKind } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { type CheckedView, checkPage, checkPdf, type DocumentCheck, textsIn } from './checks.ts';
import { htmlOf, viewOf } from './letter-html.ts';
import { archivePdf } from './pdf/archive.ts';
import { PdfUnreadable } from './pdf/objects.ts';
import { readPdfFacts } from './pdf/pdf-file.ts';
import type { Printer } from './pdf/printer.ts';
import type { LetterView, ViewInput } from './views/letter.ts';

/**
 * A letter from the case file to a checked PDF. Throws LetterRenderingError with the names of the checks that failed,
 * never with content; NotFoundError or WrongStateError when the file has not what the letter tells.
 */
export async function produceLetter(printer: Printer, kind: LetterKind, input: ViewInput): Promise<Uint8Array> {
  const view = viewOf(kind, input);
  const html = letterPage(kind, view);
  refuse(kind, checkPage(view, html, textsIn(input.file)));
  return printed(printer, { name: kind, view, html, now: input.now });
}

/** A page printed, made archival and checked. */
export async function printed(
  printer: Printer,
  page: { readonly name: string; readonly view: CheckedView; readonly html: string; readonly now: Instant },
): Promise<Uint8Array> {
  const { name, view, html, now } = page;
  const pdf = archived(name, await printer.print(html), { ...view, now });
  refuse(name, checkPdf(view, readPdfFacts(pdf)));
  return pdf;
}

function archived(name: string, pdf: Uint8Array, facts: CheckedView & { now: Instant }): Uint8Array {
  try {
    return archivePdf(pdf, facts);
  } catch (cause) {
    if (!(cause instanceof PdfUnreadable)) throw cause;
    throw new LetterRenderingError(`${name}: pdf-incomplete`, { cause });
  }
}

function letterPage(kind: LetterKind, view: LetterView): string {
  try {
    return htmlOf(kind, view);
  } catch (cause) {
    throw new LetterRenderingError(`${kind}: template`, { cause });
  }
}

/** Throws LetterRenderingError that names what failed, if anything did. */
export function refuse(name: string, failed: readonly DocumentCheck[]): void {
  if (failed.length > 0) throw new LetterRenderingError(`${name}: ${failed.join(', ')}`);
}
