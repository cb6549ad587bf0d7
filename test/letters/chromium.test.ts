import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longestText } from '../../functions/core/answers.ts';
import { letterKinds } from '../../functions/core/letter-record.ts';
import { produceForm } from '../../functions/letters/forms/render-form.ts';
import { launchChromium } from '../../functions/letters/pdf/chromium.ts';
import { openPdf, type PdfObjects, reference } from '../../functions/letters/pdf/objects.ts';
import { readPdfFacts } from '../../functions/letters/pdf/pdf-file.ts';
import { createPrinter } from '../../functions/letters/pdf/printer.ts';
import { openSheet, type Sheet } from '../../functions/letters/pdf/sheet.ts';
import { unicodeMap } from '../../functions/letters/pdf/unicode-map.ts';
import { produceLetter } from '../../functions/letters/produce.ts';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import { browserFolder } from '../../infra/constructs/bundling/browser/browser-folder.ts';
import { aSubmitter } from '../support/builders.ts';
import { type LetterCase, letterCases } from './letter-cases.ts';
import { placesIn } from './places.ts';
import { pageOf, wordsOf } from './words.ts';

const browser = await browserFolder();
let open: Sheet | undefined;
const printer = createPrinter(async () => {
  open = await openSheet(() => launchChromium(browser));
  return open;
});

/** Set to a folder to look at the letters. */
const gallery = process.env.LETTER_GALLERY;

beforeAll(() => {
  if (gallery) mkdirSync(gallery, { recursive: true });
});
afterAll(() => printer.close());

/** The first situation of each kind, nynorsk in Gulen and bokmål in Kristiansand. */
const first = (letters: readonly LetterCase[]) =>
  letterKinds.map((kind) => letters.find((letter) => letter.kind === kind)).filter((letter) => letter !== undefined);
const inBoth = [letterCases('4635', 'nn'), letterCases('4204', 'nb')];
const both = inBoth.flatMap(first);
// Whoever looks, looks at every situation; the run without a gallery keeps to one of each kind, for time.
const printed = gallery ? inBoth.flat() : both;

test.each(printed.map((letter) => [letter.name, letter.input.file.case.language, letter] as const))(
  '%s in %s passes its checks as a PDF',
  { timeout: 60_000 },
  async (name, language, { kind, input }) => {
    const pdf = await produceLetter(printer, kind, input);
    expect(readPdfFacts(pdf)).toMatchObject({ complete: true, tagged: true, archival: true, language });
    if (gallery) writeFileSync(`${gallery}/${language}-${name.replaceAll(/[ ,]+/g, '-')}.pdf`, pdf);
  },
);

test('the same letter is the same bytes, in another browser that printed other letters before', {
  timeout: 60_000,
}, async () => {
  const another = createPrinter(() => openSheet(() => launchChromium(browser)));
  try {
    // From the last to the first: what the browser counts up is another number for each.
    for (const { name, kind, input } of both.toReversed()) {
      const pdf = Buffer.from(await produceLetter(another, kind, input));
      expect(pdf.equals(Buffer.from(await produceLetter(printer, kind, input))), name).toBe(true);
    }
  } finally {
    another.close();
  }
});

// What the window of a C5 envelope may show, and what it always shows, however the sheet slides
// (templates/styles/letter.css).
const mayShow = { right: 120, top: 30.5, bottom: 79 };
const shows = { left: 15, right: 101, top: 44, bottom: 65.5 };

test('the address alone is in the window of a C5 envelope, four lines of it always', { timeout: 60_000 }, async () => {
  const letter = both.find(({ kind }) => kind === 'decision');
  if (!letter) throw new Error('no decision');
  const { file } = letter.input;
  const wide = { street: 'Postboks 1234 Øvre Austre Bjørnstjerna', postalCode: '5966', city: 'Eivindvik' };
  const submitter = { ...aSubmitter(), name: 'Anne-Margrethe Østensen-Bjørnstjerna', address: wide };
  const pdf = await produceLetter(printer, 'receipt', {
    ...letter.input,
    file: {
      ...file,
      case: {
        ...file.case,
        origin: 'report-hospital',
        submitter: { ...submitter, role: 'hospital', organisation: 'Testsjukehuset' },
      },
    },
  });
  const places = placesIn(pdf).filter(({ page }) => page === 0);
  const seen = places.filter(
    ({ left, baseLine }) => left < mayShow.right && baseLine > mayShow.top && baseLine < mayShow.bottom,
  );
  expect(seen.map(({ text }) => text)).toEqual([submitter.name, 'Testsjukehuset', wide.street, '5966 Eivindvik']);
  for (const { text, left, right, baseLine } of seen) {
    expect(left, text).toBeGreaterThan(shows.left);
    expect(right, text).toBeLessThan(shows.right - 3);
    // A line of 10.5 points reaches 3 mm above its base line and 1 mm below.
    expect(baseLine - 3, text).toBeGreaterThan(shows.top);
    expect(baseLine + 1, text).toBeLessThan(shows.bottom);
  }
  expect(places.find(({ text }) => text === file.case.caseNumber)?.left).toBeGreaterThan(mayShow.right);
  // The longest of the case numbers stands on its label's line.
  const [kristiansand] = letterCases('4204', 'nn');
  if (!kristiansand) throw new Error('no letters');
  const longest = placesIn(await produceLetter(printer, kristiansand.kind, kristiansand.input));
  const lines = ['Saksnummer', 'KRISTIANSAND-2026-000012'].map((own) =>
    longest.find(({ text }) => text.trim() === own),
  );
  expect(lines[1]?.left).toBeGreaterThan(mayShow.right);
  expect(lines[0]?.baseLine).toBe(lines[1]?.baseLine);
});

test('a long word that is broken at the end of a line is whole to whoever reads or searches', {
  timeout: 60_000,
}, async () => {
  const letter = both.find(({ kind }) => kind === 'decision');
  if (!letter) throw new Error('no decision');
  const pdf = await produceLetter(printer, letter.kind, letter.input);
  const long = (text: string) => (text.match(/\p{L}{12,}/gu) ?? []).sort();
  const { text } = readPdfFacts(pdf);
  expect(text).not.toContain('\u00AD');
  expect(long(text.replaceAll(/\n/g, ' '))).toEqual(long(wordsOf(pageOf(letter))));
  // At least one was broken, or this tells nothing.
  expect(
    Buffer.from(
      placesIn(pdf)
        .map((each) => each.text)
        .join('|'),
    ).includes('|\u00AD|'),
  ).toBe(true);
});

test('a form passes its checks as a PDF, and signs no font has are replaced', { timeout: 60_000 }, async () => {
  const municipality = mustFindMunicipality('4204');
  const form = await produceForm(printer, {
    form: 'application',
    municipality,
    language: 'nb',
    publicUrl: 'https://a.no',
  });
  expect(readPdfFacts(form)).toMatchObject({ language: 'nb', archival: true, unmarked: false, silentLinks: 0 });
  const [letter] = both;
  if (!letter) throw new Error('no letters');
  const { file } = letter.input;
  const person = { ...file.case.person, name: 'Áile Čuđđi 中 😀' };
  const pdf = await produceLetter(printer, letter.kind, {
    ...letter.input,
    file: { ...file, case: { ...file.case, person } },
  });
  expect(readPdfFacts(pdf).text.replaceAll(/\s/g, '')).toContain('ÁileČuđđi\uFFFD\uFFFD');
});

test('the longest text is printed over as many pages as it needs', { timeout: 60_000 }, async () => {
  const letter = both.find(({ kind }) => kind === 'decision');
  const [decision] = letter?.input.file.decisions ?? [];
  if (!letter || !decision) throw new Error('no decision');
  const odd = 'Fyrste linje\nandre linje <b>&amp;</b> {{heading}}\n\nNytt avsnitt. ';
  const facts = odd + 'Lang tekst utan slutt. '.repeat(longestText / 20).slice(0, longestText - odd.length);
  const file = { ...letter.input.file, decisions: [{ ...decision, facts }] };
  const pdf = await produceLetter(printer, letter.kind, { ...letter.input, file });
  const { pages, text } = readPdfFacts(pdf);
  expect(pages).toBeGreaterThan(6);
  // Every character, as it was typed; lines and paragraphs begin where they began.
  expect(text.replaceAll(/\s/g, '')).toContain(facts.replaceAll(/\s/g, ''));
  expect(text).toMatch(/Fyrste linje\nandre linje <b>&amp;<\/b> \{\{heading\}\}\nNytt avsnitt\./);
});

test('what is typed is drawn as itself: no cross for the x of «10x20»', async () => {
  const letter = both.find(({ kind }) => kind === 'decision');
  const [decision] = letter?.input.file.decisions ?? [];
  if (!letter || !decision) throw new Error('no decision');
  const file = { ...letter.input.file, decisions: [{ ...decision, facts: 'Eit bilete er 10x20 cm, utan x.' }] };
  const produced = await produceLetter(printer, letter.kind, { ...letter.input, file });
  expect(readPdfFacts(produced).text).toContain('Eit bilete er 10x20 cm, utan x.');
  // A sign that is drawn in two ways has two glyphs in a font's map.
  for (const map of unicodeMapsOf(openPdf(produced))) {
    const signs = [...map.values()].filter((sign) => sign === 'x');
    expect(signs.length).toBeLessThan(2);
  }
});

function unicodeMapsOf(pdf: PdfObjects) {
  const streams = pdf.numbers.flatMap((number) => reference(pdf.dictionary(number), 'ToUnicode') ?? []);
  return streams.map((number) => unicodeMap(pdf.stream(number)?.toString('latin1') ?? ''));
}

test('a browser that was killed is replaced within the same letter', { timeout: 60_000 }, async () => {
  const [letter] = both;
  if (!letter) throw new Error('no letters');
  await produceLetter(printer, letter.kind, letter.input);
  open?.discard();
  const pdf = await produceLetter(printer, letter.kind, letter.input);
  expect(readPdfFacts(pdf).pages).toBeGreaterThan(0);
});
