import { expect, test } from 'vitest';
import { readPdfFacts, withDates } from '../../functions/letters/pdf/pdf-file.ts';
import { minimalPdf } from './minimal-pdf.ts';

test('facts are read from the objects, not from what streams contain', () => {
  expect(readPdfFacts(minimalPdf({ title: 'Vedtak – ÆØÅ', language: 'nn' }))).toEqual({
    complete: true,
    pages: 2,
    tagged: true,
    language: 'nn',
    title: 'Vedtak – ÆØÅ',
    outline: true,
    embeddedFonts: ['AAAAAA+Inter-Regular'],
  });
});

test('a PDF that is cut short or untagged is seen as such', () => {
  const whole = minimalPdf({ title: 'Vedtak', language: 'nb' });
  expect(readPdfFacts(whole.subarray(0, -20)).complete).toBe(false);
  expect(readPdfFacts(minimalPdf({ title: 'Vedtak', language: 'nb', tagged: false })).tagged).toBe(false);
  expect(readPdfFacts(Buffer.from('<html>502 Bad Gateway</html>'))).toMatchObject({ complete: false, pages: 0 });
});

test('the dates become the letter’s own, byte for byte in place', () => {
  const before = minimalPdf({ title: 'Vedtak', language: 'nb' });
  const after = withDates(before, '2026-12-02T09:05:07.123Z');
  expect(after).toHaveLength(before.length);
  expect(Buffer.from(after).toString('latin1')).toContain("/CreationDate (D:20261202090507+00'00')");
  expect(Buffer.from(after).toString('latin1')).toContain("/ModDate (D:20261202090507+00'00')");
});
