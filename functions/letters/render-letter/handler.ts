import { z } from 'zod';
import { blankForms } from '../../core/blank-forms.ts';
import { osloDate } from '../../core/calendar.ts';
import { LetterRenderingError, NotFoundError } from '../../core/errors.ts';
import { languages } from '../../core/language.ts';
import {
  type LetterFile,
  type LetterKind,
  type LetterRecord,
  letterId,
  letterKinds,
  tellsChannel,
} from '../../core/letter-record.ts';
import { roundKey } from '../../core/records.ts';
import type { Contacts } from '../../messages/contacts.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import type { CountMetric } from '../../platform/metrics.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { renderForm } from '../forms/render-form.ts';
import { pageCount } from '../pdf/pdf-file.ts';
import type { Printer } from '../pdf/printer.ts';
import { produceLetter } from '../produce.ts';
import { letterObject, storeOnce } from '../store.ts';
import type { ViewInput } from '../views/letter.ts';

const letterInput = stepInput.extend({
  kind: z.enum(letterKinds),
  round: z.number().int().positive(),
  preview: z.boolean().default(false),
  edition: z.literal('paper').optional(),
});

const formInput = z.object({
  form: z.enum(blankForms),
  municipality: z.string().regex(/^\d{4}$/),
  language: z.enum(languages),
});

interface Ports {
  readonly store: CaseStore;
  readonly objects: ObjectStore;
  readonly printer: Printer;
  readonly contacts: Contacts;
  readonly count: CountMetric;
  readonly publicUrl: string;
  /** Only in the local runtime: an object `faults/<caseId>` that names a letter kind makes that letter of the case fail. */
  readonly faults: boolean;
}

/**
 * Writes a letter once: view, page, PDF, checks, bucket, record. A letter that is there is given back as it is, so a
 * retried step never writes another. Outcome `rendered` with `letterId` and `pages`; for a preview the PDF itself, made
 * from the newest proposal, marked as a draft and stored nowhere. With `edition: 'paper'`: the letter that is there, once
 * more, as it goes on paper after all, with the `file` it was stored in. With `form` in the payload: that blank form.
 */
export function createRenderLetter(ports: Ports) {
  return defineStep('RenderLetter', z.union([formInput, letterInput]), async (step) => {
    if ('form' in step) return { pdfBase64: await blankForm(ports, step) };
    const { caseId, municipality, kind, subject, round, now, preview, edition } = step;
    const file = await loadCaseFile(ports.store, caseId);
    if (file.case.municipality !== municipality) throw new NotFoundError(`case ${caseId} in ${municipality}`);
    const key = roundKey(subject, round);
    const written = file.letters.find((letter) => letter.kind === kind && letter.key === key);
    const base = { file, municipality: mustFindMunicipality(municipality), subject, round, now, preview };
    const input: ViewInput = { ...base, publicUrl: ports.publicUrl };
    if (edition) return paperEdition(ports, written, input);
    if (written && !preview) return outcomeOf(written);
    const view: ViewInput = {
      ...input,
      ...(tellsChannel(kind) && { addressing: await ports.contacts.addressing(file, kind, now) }),
    };
    if (preview) return { pdfBase64: Buffer.from(await print(ports, kind, view)).toString('base64') };
    return outcomeOf(await write(ports, { kind, key, view }));
  });
}

async function blankForm(ports: Ports, { form, municipality, language }: z.output<typeof formInput>): Promise<string> {
  const { publicUrl } = ports;
  const wanted = { form, language, publicUrl, municipality: mustFindMunicipality(municipality) };
  return Buffer.from(await renderForm(ports, wanted)).toString('base64');
}

/** Dated the day it leaves on paper, as its deadlines count from then; tried again on another day, it is another. */
async function paperEdition(ports: Ports, letter: LetterRecord | undefined, input: ViewInput) {
  const { caseId } = input.file.case;
  if (!letter?.dispatchedAt) throw new NotFoundError(`letter of case ${caseId} to print`);
  const digitalOn = osloDate(letter.dispatchedAt);
  const view: ViewInput = { ...input, digitalOn, addressing: { channel: 'paper', readers: [] } };
  const id = `${letterId(letter)}-paper-${osloDate(input.now)}`;
  const file = await stored(ports, { id, kind: letter.kind, view });
  await ports.store.change(caseId, 'letter', letterId(letter), { paper: file });
  return { outcome: 'rendered', file };
}

async function write(
  ports: Ports,
  { kind, key, view }: { kind: LetterKind; key: string; view: ViewInput },
): Promise<LetterRecord> {
  const { subject, now } = view;
  const { caseId, language } = view.file.case;
  const file = await stored(ports, { id: letterId({ kind, key }), kind, view });
  const letter = { kind, key, subject, language, ...file, at: now };
  await ports.store.addOnce(caseId, 'letter', letter);
  log.info('LETTER_RENDERED', { caseId, municipality: view.file.case.municipality, kind, key, count: letter.pages });
  return letter;
}

/** Prints what was not stored before, and stores it. */
async function stored(
  ports: Ports,
  { id, kind, view }: { id: string; kind: LetterKind; view: ViewInput },
): Promise<LetterFile> {
  const { caseId, municipality, language } = view.file.case;
  const object = letterObject({ municipality, caseId, letterId: id, language });
  const { pdf, sha256 } = await storeOnce(ports.objects, object, await print(ports, kind, view));
  return { object, sha256, pages: pageCount(pdf) };
}

async function print(ports: Ports, kind: LetterKind, view: ViewInput): Promise<Uint8Array> {
  const { caseId, municipality } = view.file.case;
  try {
    if (ports.faults && (await faultyKind(ports, caseId)) === kind) {
      throw new LetterRenderingError(`${kind}: fault asked for`);
    }
    return await produceLetter(ports.printer, kind, view);
  } catch (error) {
    if (error instanceof LetterRenderingError) {
      log.error('LETTER_FAILED', { caseId, municipality, kind });
      ports.count('LettersFailed', { municipality });
    }
    throw error;
  }
}

async function faultyKind({ objects }: Ports, caseId: string): Promise<string | undefined> {
  const fault = await objects.get(`faults/${caseId}`);
  return fault && Buffer.from(fault).toString('utf8').trim();
}

function outcomeOf(letter: LetterRecord) {
  return { outcome: 'rendered', letterId: letterId(letter), pages: letter.pages };
}
