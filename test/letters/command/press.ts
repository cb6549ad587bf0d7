import { createHash } from 'node:crypto';
import { LetterRenderingError } from '../../../functions/core/errors.ts';
import { checkPdf, type DocumentCheck, documentChecks } from '../../../functions/letters/checks.ts';
import { formView } from '../../../functions/letters/forms/form-view.ts';
import { produceForm } from '../../../functions/letters/forms/render-form.ts';
import { viewOf } from '../../../functions/letters/letter-html.ts';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import { readPdfFacts } from '../../../functions/letters/pdf/pdf-file.ts';
import { createPrinter, type Printer } from '../../../functions/letters/pdf/printer.ts';
import { openSheet } from '../../../functions/letters/pdf/sheet.ts';
import { produceLetter } from '../../../functions/letters/produce.ts';
import type { Specimen } from './specimens.ts';

/** A document as printed, with what its checks said. */
export interface Pressed {
  /** Undefined when it was refused. */
  readonly pdf: Uint8Array | undefined;
  readonly pages: number;
  readonly bytes: number;
  readonly ms: number;
  readonly sha256: string | null;
  readonly checks: Readonly<Record<string, boolean>>;
}

const publicUrl = 'https://plan.example.no';

/**
 * Opens the pipeline that prints what the municipality sends, by the browser in `browser`. Loaded as a bundle: it imports
 * templates.
 */
export function openPress(browser: string): {
  readonly press: (specimen: Specimen) => Promise<Pressed>;
  readonly close: () => void;
} {
  const printer = createPrinter(() => openSheet(() => launchChromium(browser)));
  return { press: (specimen) => press(printer, specimen), close: printer.close };
}

async function press(printer: Printer, specimen: Specimen): Promise<Pressed> {
  const began = performance.now();
  try {
    const pdf = await produce(printer, specimen);
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const facts = readPdfFacts(pdf);
    const failed = checkPdf(checkedView(specimen), facts);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return { pdf, pages: facts.pages, bytes: pdf.length, ms, sha256, checks: asRecord(failed) };
  } catch (error) {
    if (!(error instanceof LetterRenderingError)) throw error;
    const failed = documentChecks.filter((name) => error.message.includes(name));
    const checks = failed.length > 0 ? asRecord(failed) : { ...asRecord([]), printed: false };
    return { pdf: undefined, pages: 0, bytes: 0, ms: 0, sha256: null, checks };
  }
}

function produce(printer: Printer, { letter, form, municipality, language }: Specimen): Promise<Uint8Array> {
  if (letter) return produceLetter(printer, letter.kind, letter.input);
  if (form) return produceForm(printer, { form, municipality, language, publicUrl });
  throw new Error('neither letter nor form');
}

function checkedView({ letter, form, municipality, language }: Specimen) {
  if (letter) return viewOf(letter.kind, letter.input);
  if (form) return formView(form, { municipality, language, publicUrl });
  throw new Error('neither letter nor form');
}

function asRecord(failed: readonly DocumentCheck[]): Readonly<Record<string, boolean>> {
  return Object.fromEntries(documentChecks.map((name) => [name, !failed.includes(name)]));
}
