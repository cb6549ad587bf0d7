import type { Browser } from 'puppeteer-core';
import { checkPage, textsIn } from '../../../functions/letters/checks.ts';
import { htmlOf, viewOf } from '../../../functions/letters/letter-html.ts';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import { readPdfFacts } from '../../../functions/letters/pdf/pdf-file.ts';
import { createPrinter, usualLimits } from '../../../functions/letters/pdf/printer.ts';
import { openSheet } from '../../../functions/letters/pdf/sheet.ts';
import { printed, refuse } from '../../../functions/letters/produce.ts';
import type { ViewInput } from '../../../functions/letters/views/letter.ts';
import { letterCases } from '../../letters/letter-cases.ts';

/** What is measured: loaded as a bundle, as it imports templates. */
export interface Pipeline {
  /** The page of the `number`th letter, each with a case number of its own. */
  readonly html: (number: number) => string;
  /** Prints the page, and nothing else. */
  readonly print: (html: string) => Promise<Uint8Array>;
  /** From the case file to the checked file of an archive. */
  readonly produce: (number: number) => Promise<Uint8Array>;
  readonly pages: (pdf: Uint8Array) => number;
  /** The browser that prints now; undefined before the first letter. */
  readonly browser: () => Browser | undefined;
  readonly close: () => void;
}

/** The pipeline that prints what people get, with the browser in `folder`, and a decision cut to `pages` pages. */
export async function openPipeline(folder: string, pages = 3): Promise<Pipeline> {
  let browser: Browser | undefined;
  let cut = 0;
  const open = async () => {
    browser = await launchChromium(folder);
    return browser;
  };
  const printer = createPrinter(() => openSheet(open), usualLimits);
  const pagesOf = (pdf: Uint8Array) => readPdfFacts(pdf).pages;
  const html = (number: number) => htmlOf('decision', viewOf('decision', decision(number)));
  const page = (number: number) => withoutSections(html(number), cut);
  const produce = (number: number) => {
    const input = decision(number);
    const view = viewOf('decision', input);
    const whole = htmlOf('decision', view);
    refuse('decision', checkPage(view, whole, textsIn(input.file)));
    return printed(printer, { name: 'decision', view, html: withoutSections(whole, cut), now: input.now });
  };
  while (pagesOf(await printer.print(page(0))) > pages) cut += 1;
  return { html: page, print: printer.print, produce, pages: pagesOf, browser: () => browser, close: printer.close };
}

/** A decision in which all is granted. */
function decision(number: number): ViewInput {
  const letter = letterCases('4204', 'nb').find(({ kind }) => kind === 'decision');
  if (!letter) throw new Error('no decision among the letters');
  const { input } = letter;
  const caseNumber = `KRS-2026-${String(number).padStart(6, '0')}`;
  return { ...input, file: { ...input.file, case: { ...input.file.case, caseNumber } } };
}

/** Decisions are longer than the bar's three pages: sections before the last are left out. */
function withoutSections(html: string, count: number): string {
  const sections = html.split(/(?=<h2)/);
  if (count > sections.length - 3) throw new RangeError('nothing is left to cut');
  return [...sections.slice(0, -1 - count), ...sections.slice(-1)].join('');
}
