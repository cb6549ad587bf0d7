import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigurationError, LetterRenderingError, NotFoundError } from '../../functions/core/errors.ts';
import { letterFile } from '../../functions/core/letter-record.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { readPdfFacts } from '../../functions/letters/pdf/pdf-file.ts';
import type { Printer } from '../../functions/letters/pdf/printer.ts';
import { createRenderLetter } from '../../functions/letters/render-letter/handler.ts';
import { createContacts } from '../../functions/messages/contacts.ts';
import { aCase, aDecision, aLetter, anAssessment } from '../support/builders.ts';
import { fakeCount, fakeObjects, fileIn, storeWith } from '../support/fakes.ts';
import { minimalPdf } from './minimal-pdf.ts';
import { wordsOf } from './words.ts';

const { caseId } = aCase();
const step = {
  caseId,
  municipality: '4635',
  subject: 'application',
  now: '2026-12-02T09:05:00.000Z',
  kind: 'decision',
  round: 1,
};
const place = `letters/4635/${caseId}/decision-1.nn.pdf`;

/** A printer without a browser: the page's words, and a PDF that tells the page's own title and language. */
function paperPrinter(change: { text?: string; tagged?: boolean } = {}): Printer & { printed: number } {
  return {
    printed: 0,
    async print(html) {
      this.printed += 1;
      const title = /<title>(.*)<\/title>/.exec(html)?.[1] ?? '';
      const language = /<html lang="(..)">/.exec(html)?.[1] ?? '';
      return minimalPdf({ title, language, text: wordsOf(html), pages: 2, ...change });
    },
    close: () => undefined,
  };
}

async function setUp(
  parts: Partial<CaseFile> = {},
  { faults = false, printer = paperPrinter(), contacts = createContacts() } = {},
) {
  const store = await storeWith({ case: aCase({ decisionNumber: 1 }), decisions: [aDecision()], ...parts });
  const objects = fakeObjects();
  const count = fakeCount();
  const render = createRenderLetter({
    store,
    objects,
    printer,
    contacts,
    count,
    publicUrl: 'https://plan.example.no',
    faults,
  });
  return { store, objects, count, printer, render };
}

test('a letter is printed, stored once and recorded with its checksum', async () => {
  const { render, store, objects } = await setUp();
  expect(await render(step)).toEqual({ outcome: 'rendered', letterId: 'decision-1', pages: 2 });
  const [letter] = (await fileIn(store)).letters;
  expect(letter).toMatchObject({ kind: 'decision', key: '1', language: 'nn', object: place, pages: 2, at: step.now });
  const stored = Buffer.from(objects.objects.get(place) ?? '', 'latin1');
  expect(letter?.sha256).toBe(createHash('sha256').update(stored).digest('hex'));
});

test('a retried step gives the same letter and prints nothing', async () => {
  const { render, printer } = await setUp();
  const first = await render(step);
  expect(await render({ ...step, now: '2026-12-03T09:05:00.000Z' })).toEqual(first);
  expect(printer.printed).toBe(1);
});

test('an object left by a step that died is the letter: its record tells its checksum, not the new print’s', async () => {
  const { render, store, objects } = await setUp();
  const left = Buffer.from(minimalPdf({ title: 'Left', language: 'nn', pages: 7 }));
  objects.objects.set(place, left.toString('latin1'));
  expect(await render(step)).toMatchObject({ pages: 7 });
  expect((await fileIn(store)).letters[0]?.sha256).toBe(createHash('sha256').update(left).digest('hex'));
});

test('an appeal’s letter has the appeal in its id', async () => {
  const { render } = await setUp({ notices: [] });
  await expect(render({ ...step, subject: 'appeal-2', kind: 'appeal-receipt' })).rejects.toThrow(NotFoundError);
});

test('a preview is the newest proposal as a draft, and is stored nowhere', async () => {
  const { render, store, objects } = await setUp({ decisions: [], assessments: [anAssessment()] });
  const result = await render({ ...step, preview: true });
  expect(result).toEqual({ pdfBase64: expect.stringMatching(/^JVBERi/) });
  expect(objects.objects.size).toBe(0);
  expect((await fileIn(store)).letters).toEqual([]);
});

test.each([
  ['the case number is not in the text', { text: 'Vedtak om individuell plan og koordinator' }, 'case-number-missing'],
  ['the heading is not in the text', { text: 'GULEN-2026-000012' }, 'heading-missing'],
  ['the PDF is not tagged', { tagged: false }, 'pdf-not-tagged'],
])('a letter is refused, counted and not stored when %s', async (_, change, check) => {
  const { render, objects, count } = await setUp({}, { printer: paperPrinter(change) });
  await expect(render(step)).rejects.toThrow(`decision: ${check}`);
  await expect(render(step)).rejects.toThrow(LetterRenderingError);
  expect(objects.objects.size).toBe(0);
  expect(count.counted).toEqual(Array(2).fill(['LettersFailed', { municipality: '4635' }]));
});

test('a required field that was left blank is refused before anything is printed', async () => {
  const { render, printer } = await setUp({ decisions: [aDecision({ facts: ' ' })] });
  await expect(render(step)).rejects.toThrow('decision: blank-field');
  expect(printer.printed).toBe(0);
});

test('what an error tells has no content', async () => {
  const { render } = await setUp({ decisions: [aDecision({ facts: ' ', reasons: 'secret' })] });
  const error = await render(step).catch((thrown: unknown) => thrown);
  expect(String(error)).not.toMatch(/Kari|secret/);
});

test('a fault object makes the letter it names fail, in the local runtime only', async () => {
  const local = await setUp({}, { faults: true });
  local.objects.objects.set(`faults/${caseId}`, 'decision');
  await expect(local.render(step)).rejects.toThrow(LetterRenderingError);
  local.objects.objects.set(`faults/${caseId}`, 'delay-notice');
  expect(await local.render(step)).toMatchObject({ outcome: 'rendered' });

  const deployed = await setUp();
  deployed.objects.objects.set(`faults/${caseId}`, 'decision');
  expect(await deployed.render(step)).toMatchObject({ outcome: 'rendered' });
});

test('a case is only found in its own municipality, and a payload that does not fit is a configuration error', async () => {
  const { render } = await setUp();
  await expect(render({ ...step, municipality: '4204' })).rejects.toThrow(NotFoundError);
  await expect(render({ ...step, kind: 'postcard' })).rejects.toThrow(ConfigurationError);
});

test('a letter nobody opened is made anew for paper: dated that day, with the deadline of the paper, beside the first', async () => {
  const { render, store, objects } = await setUp();
  await render(step);
  const paper = { ...step, edition: 'paper', now: '2026-12-16T05:30:00.000Z' };
  await expect(render(paper)).rejects.toThrow(NotFoundError);
  await store.change(caseId, 'letter', 'decision-1', { dispatchedAt: step.now, channel: 'digital' });
  const result = await render(paper);
  const object = `letters/4635/${caseId}/decision-1-paper-2026-12-16.nn.pdf`;
  expect(result).toMatchObject({ outcome: 'rendered', file: { object, pages: 2 } });
  // A retry the same day gives the same; on a later day its dates would be wrong.
  expect(await render(paper)).toEqual(result);
  expect(await render({ ...paper, now: '2026-12-17T05:30:00.000Z' })).not.toEqual(result);
  const [letter, ...more] = (await fileIn(store)).letters;
  expect(more).toEqual([]);
  const text = (key: string) => readPdfFacts(Buffer.from(objects.objects.get(key) ?? '', 'latin1')).text;
  expect(text(place)).toContain('onsdag 30. desember 2026');
  expect(text(object)).toMatch(/lagt ut på nett 2\. desember 2026.*onsdag 20\. januar 2027/);
  expect(letter?.object).toBe(place);
  const notSent = { ...aLetter(), ...letter };
  expect(letterFile(notSent)).toMatchObject({ object: place });
  expect(letterFile({ ...notSent, paperAt: paper.now })).toEqual(letter?.paper);
});
