import { expect, test } from 'vitest';
import { checkPage, checkPdf, type DocumentCheck, documentChecks } from '../../functions/letters/checks.ts';
import { archivePdf } from '../../functions/letters/pdf/archive.ts';
import { srgbProfile } from '../../functions/letters/pdf/colour-profile.ts';
import { markArtifacts } from '../../functions/letters/pdf/content.ts';
import { readPdfFacts } from '../../functions/letters/pdf/pdf-file.ts';
import { printed } from '../../functions/letters/produce.ts';
import { type MinimalPdf, minimalPdf } from './minimal-pdf.ts';

const now = '2026-12-02T09:05:07.123Z';
const view = {
  language: 'nn',
  heading: 'Vedtak om koordinator',
  title: 'Vedtak om koordinator – GULEN-2026-000012',
  caseNumber: 'GULEN-2026-000012',
} as const;
const facts = { title: view.title, language: view.language, text: `${view.heading} GULEN-2026- 000012` };
const good = archivePdf(minimalPdf(facts), { ...view, now });
const html = `<!doctype html><html lang="nn"><body><h1>${view.heading}</h1>${view.caseNumber}</body></html>`;

/** The finished file with one thing in it broken, in as many bytes. */
function broken(from: string, to: string): Uint8Array {
  const text = Buffer.from(good).toString('latin1');
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

/** The same, broken in what the browser prints. */
const archived = (change: Partial<MinimalPdf>) => archivePdf(minimalPdf({ ...facts, ...change }), { ...view, now });

const mutations: readonly (readonly [DocumentCheck, Uint8Array])[] = [
  ['pdf-incomplete', good.subarray(0, -7)],
  ['pdf-incomplete', Buffer.from('<html>502 Bad Gateway</html>')],
  ['pdf-incomplete', broken('3 0 obj', '4 0 obj')],
  ['pdf-without-pages', broken('/Kids [20 0 R]', '/Kids [      ]')],
  ['case-number-missing', archived({ text: view.heading })],
  ['heading-missing', archived({ text: view.caseNumber })],
  ['pdf-not-tagged', archived({ tagged: false })],
  ['pdf-not-tagged', broken('/Marked true', '/Marked null')],
  ['pdf-unmarked-content', minimalPdf(facts)],
  ['pdf-language', archived({ language: 'nb' })],
  ['pdf-title', archived({ title: 'Vedtak' })],
  ['pdf-bookmarks', broken('/Outlines 15 0 R', '/Outlives 15 0 R')],
  ['figure-without-text', broken('/Alt (arms)', '/Alt (    )')],
  ['header-without-scope', broken('/Scope /Row', '/Scape /Row')],
  ['link-without-description', broken('/Contents <FEFF', '/Contends <FEFF')],
  ['link-without-description', broken('/Obj 14 0 R', '/Obj 12 0 R')],
  ['pdf-font-missing', broken('AAAAAA+Inter-Regular', 'AAAAAA+Arial-Regular')],
  ['pdf-font-unusable', broken('/FontFile2 8 0 R', '/FontNone2 8 0 R')],
  ['pdf-font-unusable', broken('/ToUnicode 5 0 R', '/ToNothing 5 0 R')],
  ['glyph-missing', archived({ text: `${facts.text}\0` })],
  ['pdf-not-archival', broken('<pdfaid:part>2<', '<pdfaid:part>3<')],
  ['pdf-not-archival', broken('<pdfuaid:part>1<', '<pdfuaid:port>1<')],
  ['pdf-not-archival', broken('/DestOutputProfile', '/DestInputProfiles')],
  ['pdf-not-archival', broken('/ID [<', '/IX [<')],
  ['pdf-not-archival', broken('/DisplayDocTitle true', '/DisplayDocTitle null')],
];

test('a file in order passes', () => {
  expect(checkPdf(view, readPdfFacts(good))).toEqual([]);
});

test.each(mutations)('%s is found', (check, pdf) => {
  expect(checkPdf(view, readPdfFacts(pdf))).toContain(check);
});

const pageMutations: readonly (readonly [DocumentCheck, () => readonly DocumentCheck[]])[] = [
  ['blank-field', () => checkPage({ ...view, heading: ' ' }, html, [])],
  ['placeholder-left', () => checkPage(view, html.replace('</h1>', ' {{name}}</h1>'), [])],
  ['undefined-or-null', () => checkPage(view, html.replace('</h1>', ' undefined</h1>'), [])],
];

test.each(pageMutations)('%s is found before anything is printed', (check, run) => {
  expect(run()).toEqual([check]);
  expect(checkPage(view, html, [])).toEqual([]);
});

test('every check has something that breaks it', () => {
  const tried = new Set([...mutations, ...pageMutations].map(([check]) => check));
  expect([...tried].sort()).toEqual([...documentChecks].sort());
});

test('characters no font has are replaced and printed anew, and only those', async () => {
  const pages: string[] = [];
  const printer = {
    close: () => undefined,
    async print(page: string) {
      pages.push(page);
      // A browser whose font has no character beyond the first 0x2000 but the sign for an unknown one.
      const text = (/<body>(.*)<\/body>/.exec(page)?.[1] ?? '').replaceAll(/<[^>]*>/g, ' ');
      return minimalPdf({ ...facts, text: text.replaceAll(/[\u2010-\uFFF0]/g, '\0') });
    },
  };
  const page = { name: 'decision', view, now, html: html.replace('</h1>', '</h1>Čáhci → 中文: ja ') };
  const pdf = await printed(printer, page);
  expect(readPdfFacts(pdf).text).toContain('Čáhci \uFFFD \uFFFD: ja');
  expect(pages).toHaveLength(2);
  await expect(printed({ ...printer, print: async () => archived({ text: '\0' }) }, page)).rejects.toThrow();
});

test('what is painted outside the tags becomes an artifact, and tagged text stays as it is', () => {
  const tagged = '/P <</MCID 0 >>BDC\nBT\n/Span<</ActualText <feff0061> >> BDC\n<0001> Tj\nEMC\nET\n1 2 3 4 re\nf\nEMC';
  expect(markArtifacts(tagged)).toBe(tagged);
  const outside = 'q\n1 2 3 4 re\nW n\n5 6 m\n7 8 l\nS\nBT\n<0001> Tj\nET\nQ';
  const marked = 'q\n1 2 3 4 re\nW n\n/Artifact BMC\n5 6 m\n7 8 l\nS\nEMC\n/Artifact BMC\nBT\n<0001> Tj\nET\nEMC\nQ';
  expect(markArtifacts(outside)).toBe(marked);
  expect(markArtifacts(marked)).toBe(marked);
});

test('the colour profile is sRGB by its bytes: header, size, tags within it, white from its primaries', () => {
  const profile = srgbProfile();
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  expect(profile.readUInt32BE(8)).toBe(0x02100000);
  const tags = new Map<string, Buffer>();
  for (let index = 0; index < profile.readUInt32BE(128); index += 1) {
    const at = 132 + index * 12;
    const start = profile.readUInt32BE(at + 4);
    const size = profile.readUInt32BE(at + 8);
    expect(start % 4).toBe(0);
    expect(start + size).toBeLessThanOrEqual(profile.length);
    tags.set(profile.toString('latin1', at, at + 4), profile.subarray(start, start + size));
  }
  expect([...tags.keys()]).toEqual(['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']);
  const xyz = (name: string) => [8, 12, 16].map((at) => (tags.get(name)?.readInt32BE(at) ?? 0) / 65_536);
  const sum = [0, 1, 2].map((axis) =>
    ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, name) => total + (xyz(name)[axis] ?? 0), 0),
  );
  for (const [axis, white] of [0.9642, 1, 0.8249].entries()) {
    expect(sum[axis]).toBeCloseTo(white, 2);
    expect(xyz('wtpt')[axis]).toBeCloseTo(white, 3);
  }
  const curve = tags.get('rTRC');
  expect(curve?.readUInt16BE(12)).toBe(0);
  expect(curve?.readUInt16BE(curve.length - 2)).toBe(65_535);
  // Middle grey of sRGB: 0.5 is a light of 0.214.
  expect((curve?.readUInt16BE(12 + 512 * 2) ?? 0) / 65_535).toBeCloseTo(0.214, 2);
});
