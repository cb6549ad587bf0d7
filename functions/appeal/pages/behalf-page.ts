import { z } from 'zod';
import template from '../../../templates/pages/appeal-behalf.hbs';
import message from '../../../templates/pages/message.hbs';
import { longestText } from '../../core/answers.ts';
import { addSeconds, osloDate } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import { formatInstant } from '../../core/format.ts';
import { parseNationalId } from '../../core/national-id.ts';
import type { PersonSession } from '../../identity/index.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { createFormDrafts } from '../../platform/form-draft.ts';
import { type FormPlace, folderOf, formFiles, removeFormFile } from '../../platform/form-files.ts';
import {
  checkBoxes,
  errorSummary,
  type FormState,
  municipalityOf,
  now,
  pageLanguage,
  radioChoices,
  renderPage,
  textArea,
  textField,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { type BehalfTexts, behalfTexts } from './behalf-texts.ts';
import { deferralQuestionWithoutCase } from './deferral-question.ts';
import type { AppealPages } from './ports.ts';
import { receiveBehalf } from './receive-behalf.ts';
import { appealTexts } from './texts.ts';

/** Tries of one person in a day: enough for mistakes, too few to search for cases. */
const mostTries = 20;
const longestLine = 200;
const kept = 30 * 24 * 60 * 60;
const roundShape = z.object({ round: z.number() });

interface Visit {
  readonly municipality: Municipality;
  readonly reader: PersonSession;
  /** Keyed hash of who appeals. */
  readonly id: string;
  readonly place: FormPlace;
  readonly round: number;
}

/** `/:m/appeal`: a fullmektig who is no party appeals for another, and learns nothing of the case (fvl § 12; hol § 12-1). */
export async function showBehalf(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  if (visit instanceof Response) return visit;
  const values = (await createFormDrafts(pages.shortLived, 'behalf').load(draftKey(visit), now(c))) ?? {};
  return show(c, visit, { pages, state: { values, errors: {} } });
}

/** Takes the appeal. The answer is the same whether or not there is such a case. */
export async function sendBehalf(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  if (visit instanceof Response) return visit;
  const { municipality, reader, place, id } = visit;
  const language = pageLanguage(c, municipality.language);
  const t = behalfTexts[language];
  const { csrf: _, action, ...values } = c.var.form;
  const at = now(c);
  const drafts = createFormDrafts(pages.shortLived, 'behalf');
  if (action === 'save') {
    // The other's national id number is not kept in a draft.
    const { nationalId: _id, ...rest } = values;
    await drafts.save(draftKey(visit), rest, at);
    return show(c, visit, { pages, state: { values, errors: {} }, note: t.saved });
  }
  const files = await pages.uploads.list(place.folder);
  const parsed = parseNationalId((values.nationalId ?? '').replaceAll(' ', ''), pages.environment);
  const nationalId = parsed.ok ? parsed.value.value : '';
  const errors = {
    ...problems(values, language),
    ...(nationalId === '' && { nationalId: t.problems.nationalId }),
    ...(nationalId === reader.nationalId && { nationalId: t.problems.own }),
    ...(files.every(({ problem }) => problem) && values.lawyer !== 'yes' && { file: t.problems.mandate }),
    ...(files.some(({ problem }) => problem) && { file: t.problems.files }),
  };
  const submissionKey = values.submissionKey ?? '';
  if (Object.keys(errors).length > 0 || !/^[a-z2-7]{26}$/.test(submissionKey))
    return show(c, visit, { pages, state: { values, errors } });
  const day = osloDate(at);
  const tries = await pages.shortLived.count(`behalf#${id}#${day}`, {
    now: at,
    until: addSeconds(at, 2 * 24 * 60 * 60),
  });
  const text = (values.text ?? '').trim();
  if (tries > mostTries) return told(c, visit, t.tooMany.title, [t.tooMany.text, text]);
  const name = (values.name ?? '').trim();
  await receiveBehalf(pages, municipality, {
    caseNumber: (values.caseNumber ?? '').trim(),
    nationalId,
    name,
    contact: (values.contact ?? '').trim(),
    lawyer: values.lawyer === 'yes',
    text,
    wantedChange: (values.wantedChange ?? '').trim(),
    deferralWanted: values.deferral === 'yes',
    submissionKey,
    folder: place.folder,
    actor: { kind: 'person', id, name },
    at,
  });
  await pages.shortLived.save(roundKey(id), { round: visit.round + 1 }, { now: at, until: addSeconds(at, kept) });
  await drafts.forget(draftKey(visit), at);
  const copy = t.sent.copy.replace('{date}', formatInstant(at, language));
  return told(c, visit, t.sent.title, [t.sent.text, t.sent.check, copy, text]);
}

/** Takes a file out of the form before it is sent. */
export async function removeBehalfFile(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  return visit instanceof Response ? visit : removeFormFile(c, pages.uploads, visit.place);
}

async function visitOf(c: WebContext, pages: AppealPages): Promise<Visit | Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const reader = await pages.sessions.requirePerson(c);
  if (reader instanceof Response) return reader;
  const id = await pages.personId(reader.nationalId);
  const { round } = (await pages.shortLived.load(roundKey(id), roundShape, now(c))) ?? { round: 0 };
  const place = { folder: folderOf('mandate', municipality.slug, id, round), path: `/${municipality.slug}/appeal` };
  return { municipality, reader, id, place, round };
}

function roundKey(id: string): string {
  return `behalf-round#${id}`;
}

function draftKey({ municipality, id }: Visit): string {
  return `${municipality.slug}#${id}`;
}

function problems(values: FormState['values'], language: 'nb' | 'nn'): FormState['errors'] {
  const words: BehalfTexts['problems'] = behalfTexts[language].problems;
  const { problems: common } = appealTexts[language];
  const line = (name: 'caseNumber' | 'name' | 'contact') => {
    const value = (values[name] ?? '').trim();
    if (value === '') return { [name]: words[name] };
    return value.length > longestLine ? { [name]: common.tooLong } : {};
  };
  const { text = '', wantedChange = '', choice } = values;
  return {
    ...line('caseNumber'),
    ...line('name'),
    ...line('contact'),
    ...(text.trim() === '' && { text: common.text }),
    ...(text.length > longestText && { text: common.tooLong }),
    ...(wantedChange.length > longestText && { wantedChange: common.tooLong }),
    ...(choice !== 'appeal' && { choice: common.choice }),
  };
}

function told(c: WebContext, { municipality, reader, place }: Visit, title: string, paragraphs: readonly string[]) {
  const language = pageLanguage(c, municipality.language);
  const body = message({ title, paragraphs, links: [] });
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name }, address: place.path });
}

async function show(
  c: WebContext,
  { municipality, reader, place }: Visit,
  { pages, state, note = '' }: { pages: AppealPages; state: FormState; note?: string },
): Promise<Response> {
  const language = pageLanguage(c, municipality.language);
  const t = behalfTexts[language];
  const a = appealTexts[language];
  const { view: upload } = await formFiles(c, pages.uploads, { ...place, language });
  const body = template({
    t,
    note,
    send: a.send,
    summary: errorSummary(language, state.errors),
    upload,
    action: place.path,
    csrf: c.var.csrfToken(place.path),
    submissionKey: state.values.submissionKey || newCaseId(pages.random()),
    fields: [
      textField(state, { name: 'caseNumber', label: t.caseNumber, width: 'medium' }),
      textField(state, { name: 'nationalId', label: t.nationalId, inputmode: 'numeric', width: 'medium' }),
      textField(state, { name: 'name', label: t.name, autocomplete: 'name' }),
      textField(state, { name: 'contact', label: t.contact }),
    ],
    lawyer: checkBoxes(state, { name: 'lawyer', label: t.lawyerLabel, options: [{ name: 'lawyer', label: t.lawyer }] }),
    text: textArea(state, { name: 'text', label: a.text, required: true, rows: 8 }),
    wantedChange: textArea(state, { name: 'wantedChange', label: a.wantedChange }),
    deferral: deferralQuestionWithoutCase(state, language),
    choice: radioChoices(state, {
      name: 'choice',
      label: a.choice,
      options: [{ value: 'appeal', label: a.choiceYes }],
    }),
  });
  return renderPage(c, {
    title: titleWithErrors(t.title, state.errors),
    language,
    municipality,
    body,
    user: { name: reader.name },
    address: place.path,
    formTarget: pages.uploads.origin,
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
  });
}
