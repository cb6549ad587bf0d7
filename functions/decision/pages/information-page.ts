import template from '../../../templates/pages/case-information.hbs';
import { longestText } from '../../core/answers.ts';
import { newCaseId } from '../../core/case-id.ts';
import { formatInstant } from '../../core/format.ts';
import { openRequests } from '../../core/information-request.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile, InformationRecord } from '../../core/records.ts';
import { type OpenedCase, openCaseAsParty } from '../../identity/index.ts';
import { createFormDrafts } from '../../platform/form-draft.ts';
import { type FormPlace, folderOf, formFiles, keepFormFiles, removeFormFile } from '../../platform/form-files.ts';
import {
  errorSummary,
  type FormState,
  now,
  pageLanguage,
  renderPage,
  textArea,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { addInformation } from '../../platform/information.ts';
import { attachmentsView, serveAttachment } from '../../platform/uploads/index.ts';
import { canAddInformation, closedBecause } from './information.ts';
import { informationTexts } from './information-texts.ts';
import type { CasePages } from './ports.ts';

/** `/:m/cases/:caseId/information`: what was added, and the form for more while somebody will read it. */
export async function showInformation(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, actor } = opened;
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'viewed', actor });
  const draft = await createFormDrafts(pages.shortLived, 'information').load(draftKey(opened), now(c));
  return show(c, opened, { pages, state: { values: draft ?? {}, errors: {} }, note: receiptOf(c, file) });
}

/** Takes what was typed and the files that were sent before it; with errors, everything is still there. */
export async function sendInformation(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality, actor } = opened;
  const { text = '', submissionKey = '', action } = c.var.form;
  const t = informationTexts[pageLanguage(c, file.case.language)];
  const drafts = createFormDrafts(pages.shortLived, 'information');
  const values = { text, submissionKey };
  const known = file.information.some(({ id }) => id === submissionKey);
  if (!known && !canAddInformation(file)) return show(c, opened, { pages, state: { values, errors: {} } });
  if (action === 'save' && text.length <= longestText) {
    await drafts.save(draftKey(opened), values, now(c));
    return show(c, opened, { pages, state: { values, errors: {} }, note: t.saved });
  }
  const { caseId } = file.case;
  const { folder } = placeOf(opened);
  const uploaded = await pages.uploads.list(folder);
  const errors = {
    ...(text.trim() === '' && uploaded.length === 0 && { text: t.problems.text }),
    ...(text.length > longestText && { text: t.problems.tooLong }),
    ...(uploaded.some(({ problem }) => problem) && { file: t.problems.files }),
  };
  const isOurs = /^[a-z2-7]{26}$/.test(submissionKey);
  if (!known && (Object.keys(errors).length > 0 || !isOurs))
    return show(c, opened, { pages, state: { values, errors } });
  if (!known) {
    const at = now(c);
    const input = {
      folder,
      municipality: municipality.number,
      caseId,
      purpose: 'information',
      by: actor,
      now: at,
    } as const;
    const kept = await keepFormFiles(pages, input);
    const attachments = kept.map(({ id }) => id);
    await addInformation(pages.store, caseId, { id: submissionKey, text: text.trim(), attachments, at, by: actor });
    await drafts.forget(draftKey(opened), at);
  }
  return c.redirect(`/${municipality.slug}/cases/${caseId}/information?received=${submissionKey}`, 303);
}

/** Takes a file out of the form before it is sent. */
export async function removeInformationFile(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  return opened instanceof Response ? opened : removeFormFile(c, pages.uploads, placeOf(opened));
}

/** `/:m/cases/:caseId/attachments/:attachmentId`: a file of the case, as a download, to its parties. */
export async function downloadAttachment(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, actor } = opened;
  const { uploads, store } = pages;
  return serveAttachment(c, { uploads, store, file, attachmentId: c.req.param('attachmentId') ?? '', actor });
}

function placeOf({ file, municipality, actor }: OpenedCase): FormPlace {
  const { caseId } = file.case;
  const round = file.information.filter(({ by }) => by.id === actor.id).length;
  const path = `/${municipality.slug}/cases/${caseId}/information`;
  return { folder: folderOf('information', caseId, actor.id, round), path };
}

function draftKey({ file, actor }: OpenedCase): string {
  return `${file.case.caseId}#${actor.id}`;
}

function receiptOf(c: WebContext, file: CaseFile): string {
  const record = file.information.find(({ id }) => id === c.req.query('received'));
  const language = pageLanguage(c, file.case.language);
  return record ? informationTexts[language].received.replace('{date}', formatInstant(record.at, language)) : '';
}

async function show(
  c: WebContext,
  opened: OpenedCase,
  { pages, state, note = '' }: { pages: CasePages; state: FormState; note?: string },
): Promise<Response> {
  const { file, municipality, reader, actor } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = informationTexts[language];
  const base = `/${municipality.slug}/cases/${file.case.caseId}`;
  const place = placeOf(opened);
  const open = canAddInformation(file);
  const upload = open ? (await formFiles(c, pages.uploads, { ...place, language })).view : undefined;
  const title = open ? t.title : t.readTitle;
  const body = template({
    t,
    title,
    note,
    casePath: base,
    summary: errorSummary(language, state.errors),
    closed: open ? '' : t.closed[closedBecause(file)],
    typed: open ? '' : (state.values.text ?? ''),
    asked: open ? openRequests(file).map(({ missing }) => missing) : [],
    upload,
    action: place.path,
    csrf: c.var.csrfToken(place.path),
    submissionKey: state.values.submissionKey || newCaseId(pages.random()),
    text: textArea(state, { name: 'text', label: t.text, hint: t.textHint, rows: 8 }),
    added: file.information.toReversed().map((record) => recordView(record, { language, self: actor.id })),
    attachments: file.attachments.length > 0 ? attachmentsView(file, `${base}/attachments`, language) : undefined,
  });
  const refused = !open && state.values.text !== undefined;
  return renderPage(c, {
    title: titleWithErrors(title, state.errors),
    language,
    municipality,
    body,
    user: { name: reader.name },
    address: place.path,
    formTarget: pages.uploads.origin,
    status: Object.keys(state.errors).length > 0 ? 422 : refused ? 409 : 200,
  });
}

function recordView(
  { text, attachments, at, by }: InformationRecord,
  { language, self }: { language: Language; self: string },
) {
  const t = informationTexts[language];
  const name = by.id === self ? t.you : (by.name ?? '');
  const files = attachments.length > 0 ? t.withFiles.replace('{n}', String(attachments.length)) : '';
  const when = formatInstant(at, language);
  return { text, heading: [t.added, when, t.by.replace('{name}', name), files].filter(Boolean).join(' ') };
}
