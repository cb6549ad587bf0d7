import { expect, test } from 'vitest';
import { archivePdf } from '../../functions/letters/pdf/archive.ts';
import { pageCount, readPdfFacts } from '../../functions/letters/pdf/pdf-file.ts';
import { minimalPdf } from './minimal-pdf.ts';

const facts = { title: 'Vedtak – ÆØÅ', language: 'nn', now: '2026-12-02T09:05:07.123Z' } as const;
const printed = minimalPdf({ ...facts, text: 'Čáhci' });
const archived = archivePdf(printed, facts);
const written = Buffer.from(archived).toString('latin1');

test('facts are read from the objects, and the text from what the pages paint', () => {
  expect(readPdfFacts(archived)).toEqual({
    complete: true,
    pages: 1,
    tagged: true,
    language: 'nn',
    title: 'Vedtak – ÆØÅ',
    headings: 1,
    bookmarks: 1,
    silentFigures: 0,
    unscopedHeaders: 0,
    silentLinks: 0,
    embeddedFonts: ['AAAAAA+Inter-Regular'],
    badFonts: 0,
    unmarked: false,
    archival: true,
    undrawn: [],
    text: 'Čáhci\nlenke',
  });
});

test('what Chromium prints is no archive yet: painted outside the tags, links silent', () => {
  expect(readPdfFacts(printed)).toMatchObject({ complete: true, unmarked: true, silentLinks: 1, archival: false });
});

test('a PDF that is cut short, untagged or no PDF is seen as such', () => {
  expect(readPdfFacts(archived.subarray(0, -20)).complete).toBe(false);
  expect(readPdfFacts(minimalPdf({ ...facts, tagged: false })).tagged).toBe(false);
  expect(readPdfFacts(Buffer.from('<html>502 Bad Gateway</html>'))).toMatchObject({ complete: false, pages: 0 });
  expect(pageCount(Buffer.from('%PDF-1.4\nstartxref\n3\n%%EOF\n'))).toBe(0);
});

test('the update leaves what was printed as it is, but for what the browser takes from the machine', () => {
  expect(written).toContain("/CreationDate (D:20261202090507+00'00')");
  expect(written).toContain("/ModDate (D:20261202090507+00'00')");
  expect(written).toContain('/ID (node00000001)');
  const before = Buffer.from(printed).toString('latin1');
  const settled = before.replaceAll('D:20200101000000', 'D:20261202090507').replace('(node00000917)', '(node00000001)');
  expect(written.startsWith(settled)).toBe(true);
});

test('the metadata has title, language and dates, and both standards', () => {
  const xmp = Buffer.from(archived).toString('utf8');
  for (const said of [
    '<rdf:li xml:lang="x-default">Vedtak – ÆØÅ</rdf:li>',
    '<rdf:Bag><rdf:li>nn</rdf:li></rdf:Bag>',
    '<xmp:CreateDate>2026-12-02T09:05:07Z</xmp:CreateDate>',
    '<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
  ]) {
    expect(xmp).toContain(said);
  }
  expect(Buffer.from(archivePdf(printed, { ...facts, title: 'a & <b>\u0007' })).toString('utf8')).toContain(
    'a &amp; &lt;b&gt; ',
  );
});

test('the same page has the same id, another page another', () => {
  const idOf = (pdf: Uint8Array) => /\/ID \[<(\w{32})> <\1>\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
  expect(idOf(archived)).toBe(idOf(archivePdf(printed, facts)));
  expect(idOf(archivePdf(minimalPdf({ ...facts, text: 'b' }), facts))).not.toBe(idOf(archived));
});
