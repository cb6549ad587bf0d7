import { LetterRenderingError } from '../core/errors.ts';
import type { LetterKind } from '../core/letter-record.ts';
import type { Instant } from '../core/time.ts';
import { type CheckedView, checkPage, checkPdf, type DocumentCheck, textsIn } from './checks.ts';
import { htmlOf, viewOf } from './letter-html.ts';
import { archivePdf } from './pdf/archive.ts';
import { PdfUnreadable } from './pdf/objects.ts';
import { type PdfFacts, readPdfFacts } from './pdf/pdf-file.ts';
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

/** A page to print: what it is called in errors, what it was made from, the date it bears. */
interface Page {
  readonly name: string;
  readonly view: CheckedView;
  readonly html: string;
  readonly now: Instant;
}

/** A page printed, made archival and checked. */
export async function printed(printer: Printer, page: Page): Promise<Uint8Array> {
  let { html } = page;
  let finished = await finish(printer, page);
  // People may type any of a hundred thousand characters. One that no font of ours has is found by printing and replaced:
  // a blank would be read past, and a letter must not be held for it. Joined signs may come apart in the first round.
  for (let round = 0; round < 2 && finished.facts.undrawn.length > 0; round += 1) {
    html = withoutUndrawn(html, finished.facts);
    finished = await finish(printer, { ...page, html });
  }
  refuse(page.name, checkPdf(page.view, finished.facts));
  return finished.pdf;
}

async function finish(
  printer: Printer,
  { name, view, html, now }: Page,
): Promise<{ pdf: Uint8Array; facts: PdfFacts }> {
  const pdf = archived(name, await printer.print(html), { ...view, now });
  return { pdf, facts: readPdfFacts(pdf) };
}

/**
 * The page with the sign for an unknown character instead of those that cannot be drawn. The file names most of them; of
 * the others it is only known that they are in the page and not in the file's text.
 */
function withoutUndrawn(html: string, { undrawn, text }: PdfFacts): string {
  const start = html.indexOf('<body');
  const body = [...html.slice(start)];
  const known = new Set(undrawn.flatMap((each) => [...each]));
  const drawn = new Set(undrawn.includes('') ? text : body);
  const lost = (each: string) => visible.test(each) && (known.has(each) || !drawn.has(each));
  const replaced = body.map((each) => (lost(each) ? '\uFFFD' : each)).join('');
  return html.slice(0, start) + replaced.replaceAll(/\uFFFD(?:\uFFFD|\u200D|\uFE0F)*/g, '\uFFFD');
}

/** Every character with a look of its own, but for those every font has. */
const visible = /[^\x20-\x7E\n\p{Cf}\p{Z}]/u;

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
