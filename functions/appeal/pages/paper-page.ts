import { z } from 'zod';
import template from '../../../templates/pages/appeal-paper.hbs';
import message from '../../../templates/pages/message.hbs';
import { appealTargets } from '../../core/appeal.ts';
import { addSeconds } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import { formatDate } from '../../core/format.ts';
import type { StaffSession } from '../../identity/index.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { type FormPlace, folderOf, formFiles, removeFormFile } from '../../platform/form-files.ts';
import {
  checkBoxes,
  errorPage,
  errorSummary,
  type FormFields,
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
import { type PaperAppealErrors, paperAppellants, readPaperAppeal } from './paper-form.ts';
import { paperAppealTexts } from './paper-texts.ts';
import type { AppealPages } from './ports.ts';
import { registerPaper } from './register-paper.ts';

const kept = 30 * 24 * 60 * 60;
const roundShape = z.object({ round: z.number() });

interface Visit {
  readonly municipality: Municipality;
  readonly staff: StaffSession;
  /** How many appeals this member of staff has registered: each has a folder for its scan. */
  readonly round: number;
  readonly place: FormPlace;
}

/** `/:m/staff/appeal`: a caseworker registers an appeal that came on paper (fvl § 30). */
export async function showPaperAppeal(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  return visit instanceof Response ? visit : show(c, visit, { pages, values: {}, errors: {} });
}

/** Registers it, or gives back the form with everything that was typed. */
export async function sendPaperAppeal(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  if (visit instanceof Response) return visit;
  const { municipality, staff, place } = visit;
  const { csrf: _, ...values } = c.var.form;
  const at = now(c);
  const files = await pages.uploads.list(place.folder);
  const read = readPaperAppeal(values, { now: at, environment: pages.environment, scanned: files.length > 0 });
  const refused: PaperAppealErrors = files.some(({ problem }) => problem) ? { file: 'files' } : {};
  const submissionKey = values.submissionKey ?? '';
  if (!read.ok || refused.file || !/^[a-z2-7]{26}$/.test(submissionKey)) {
    return show(c, visit, { pages, values, errors: { ...refused, ...(read.ok ? {} : read.error) } });
  }
  const actor = { kind: 'staff', id: staff.id, name: staff.name } as const;
  const sent = { ...read.value, submissionKey, folder: place.folder, actor, at };
  const registered = await registerPaper(pages, municipality, sent);
  if (!registered.ok) return show(c, visit, { pages, values, errors: registered.error });
  const { caseId, number } = registered.value;
  await pages.shortLived.save(roundKey(staff), { round: visit.round + 1 }, { now: at, until: addSeconds(at, kept) });
  return c.redirect(`${place.path}/registered/${caseId}/${number}`, 303);
}

/** Takes the scan out of the form again. */
export async function removePaperAppealFile(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  return visit instanceof Response ? visit : removeFormFile(c, pages.uploads, visit.place);
}

/** What was registered, for whoever did it. */
export async function paperAppealDone(c: WebContext, pages: AppealPages): Promise<Response> {
  const visit = await visitOf(c, pages);
  if (visit instanceof Response) return visit;
  const { municipality, staff } = visit;
  const caseId = c.req.param('caseId') ?? '';
  const file = /^[a-z2-7]{26}$/.test(caseId) ? await pages.store.load(caseId) : undefined;
  const appeal = file?.appeals.find(({ number }) => String(number) === c.req.param('number'));
  const own = file?.events.some(
    ({ type, actor, detail }) =>
      type === 'appeal-received' && actor.id === staff.id && detail?.appeal === appeal?.number,
  );
  if (!file || !appeal || !own || file.case.municipality !== municipality.number) return errorPage(c, 'not-found');
  const language = pageLanguage(c, municipality.language);
  const t = paperAppealTexts[language].done;
  const text = t.text
    .replace('{n}', String(appeal.number))
    .replace('{case}', file.case.caseNumber)
    .replace('{date}', formatDate(appeal.receivedOn, language))
    .replace('{due}', formatDate(appeal.dueOn, language));
  const paragraphs = [text, ...(appeal.decisionNumber > 0 ? [appeal.inTime ? t.inTime : t.late] : []), t.next];
  const links = [{ href: `/${municipality.slug}/staff`, text: t.back }];
  const body = message({ title: t.title, paragraphs, links });
  return renderPage(c, { title: t.title, language, municipality, body, user: staff });
}

async function visitOf(c: WebContext, pages: AppealPages): Promise<Visit | Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const need = { municipality: municipality.number, roles: ['caseworker'] } as const;
  const staff = await pages.sessions.requireStaff(c, need);
  if (staff instanceof Response) return staff;
  const { round } = (await pages.shortLived.load(roundKey(staff), roundShape, now(c))) ?? { round: 0 };
  const folder = folderOf('appeal', municipality.slug, await pages.personId(staff.id), round);
  return { municipality, staff, round, place: { folder, path: `/${municipality.slug}/staff/appeal` } };
}

function roundKey({ municipality, id }: StaffSession): string {
  return `paper-appeal-round#${municipality}#${id}`;
}

async function show(
  c: WebContext,
  { municipality, staff, place }: Visit,
  { pages, values, errors }: { pages: AppealPages; values: FormFields; errors: PaperAppealErrors },
): Promise<Response> {
  const language = pageLanguage(c, municipality.language);
  const t = paperAppealTexts[language];
  const told = Object.fromEntries(Object.entries(errors).map(([field, problem]) => [field, t.problems[problem]]));
  const state: FormState = { values, errors: told };
  const { view: upload } = await formFiles(c, pages.uploads, { ...place, language });
  const body = template({
    t,
    upload,
    summary: errorSummary(language, told),
    action: place.path,
    csrf: c.var.csrfToken(place.path),
    submissionKey: values.submissionKey || newCaseId(pages.random()),
    caseNumber: textField(state, { name: 'caseNumber', label: t.caseNumber, width: 'medium' }),
    nationalId: textField(state, { name: 'nationalId', label: t.nationalId, inputmode: 'numeric', width: 'medium' }),
    by: choice('by', paperAppellants, t.bys),
    about: choice('about', appealTargets, t.abouts),
    receivedOn: textField(state, { name: 'receivedOn', label: t.receivedOn, type: 'date', width: 'medium' }),
    postmarkedOn: textField(state, {
      ...{ name: 'postmarkedOn', label: t.postmarkedOn, hint: t.postmarkedHint, type: 'date', width: 'medium' },
    }),
    text: textArea(state, { name: 'text', label: t.text, hint: t.textHint, rows: 8 }),
    wantedChange: textArea(state, { name: 'wantedChange', label: t.wantedChange }),
    deferral: checkBoxes(state, {
      ...{ name: 'deferral', label: t.deferral, hint: t.deferralHint },
      options: [{ name: 'deferral', label: t.deferralWanted }],
    }),
    lateReason: textArea(state, { name: 'lateReason', label: t.lateReason, rows: 3 }),
  });
  const status = Object.keys(told).length > 0 ? 422 : 200;
  const title = titleWithErrors(t.title, told);
  const { origin } = pages.uploads;
  return renderPage(c, {
    title,
    language,
    municipality,
    body,
    user: staff,
    address: place.path,
    formTarget: origin,
    status,
  });

  function choice<K extends string>(name: 'by' | 'about', options: readonly K[], words: Readonly<Record<K, string>>) {
    return radioChoices(state, {
      name,
      label: t[name],
      options: options.map((value) => ({ value, label: words[value] })),
    });
  }
}
