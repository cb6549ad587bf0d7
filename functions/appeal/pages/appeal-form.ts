import appealTemplate from '../../../templates/pages/appeal.hbs';
import message from '../../../templates/pages/message.hbs';
import { longestText } from '../../core/answers.ts';
import { appealTargetOf, appealTargetsOf } from '../../core/appeal-targets.ts';
import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { osloDate } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { type OpenedCase, openCaseAsParty, type Party } from '../../identity/index.ts';
import { createFormDrafts } from '../../platform/form-draft.ts';
import {
  errorSummary,
  type FormState,
  now,
  pageLanguage,
  radioChoices,
  renderPage,
  textArea,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { deferralQuestion } from './deferral-question.ts';
import type { AppealPages } from './ports.ts';
import { submitAppeal } from './submit-appeal.ts';
import { type AppealTexts, appealTexts } from './texts.ts';

type Opened = OpenedCase & { readonly access: Party };

/** `/:m/cases/:caseId/appeal`: open to late appeals and to appeals over no decision, never closed by a machine. */
export async function showAppealForm(c: WebContext, pages: AppealPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  if (appealTargetsOf(opened.file, osloDate(now(c))).length === 0) return alreadyOpen(c, opened);
  const draft = await createFormDrafts(pages.shortLived, 'appeal').load(draftKey(opened), now(c));
  const t = appealTexts[pageLanguage(c, opened.file.case.language)];
  return show(c, opened, { pages, state: { values: draft ?? {}, errors: {} }, note: draft ? t.draftFound : '' });
}

/** Receives the appeal, or keeps it as a draft; with errors, the form comes back with everything that was typed. */
export async function sendAppeal(c: WebContext, pages: AppealPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality, access, actor } = opened;
  const { form } = c.var;
  const { text = '', wantedChange = '', lateReason = '', choice, submissionKey = '' } = form;
  const drafts = createFormDrafts(pages.shortLived, 'appeal');
  const t = appealTexts[pageLanguage(c, file.case.language)];
  const errors = problems({ text, wantedChange, lateReason, choice }, t);
  const tooLong = Object.values(errors).includes(t.problems.tooLong);
  if (form.action === 'save' && !tooLong) {
    const { about, deferral } = form;
    const chosen = { ...(about && { about }), ...(deferral && { deferral }) };
    const values = { text, wantedChange, lateReason, submissionKey, ...chosen };
    await drafts.save(draftKey(opened), values, now(c));
    return show(c, opened, { pages, state: { values, errors: {} }, note: t.saved });
  }
  if (Object.keys(errors).length > 0 || !/^[a-z2-7]{26}$/.test(submissionKey)) {
    return show(c, opened, { pages, state: { values: form, errors } });
  }
  const by = { municipality, access, actor };
  const { caseId } = file.case;
  const sent = await submitAppeal(
    pages,
    { caseId, by },
    {
      about: appealTargetOf(file, form.about, osloDate(now(c))),
      text: text.trim(),
      wantedChange: wantedChange.trim(),
      lateReason: lateReason.trim(),
      deferralWanted: form.deferral === 'yes',
      submissionKey,
      at: now(c),
    },
  );
  if (sent.result === 'another-open') return alreadyOpen(c, opened, text);
  await drafts.forget(draftKey(opened), now(c));
  return c.redirect(`/${municipality.slug}/cases/${caseId}/appeals/${sent.number}`, 303);
}

function draftKey({ file, actor }: OpenedCase): string {
  return `${file.case.caseId}#${actor.id}`;
}

function problems(
  sent: { text: string; wantedChange: string; lateReason: string; choice: string | undefined },
  { problems: words }: AppealTexts,
): FormState['errors'] {
  const tooLong = (text: string) => text.length > longestText;
  return {
    ...(sent.text.trim() === '' && { text: words.text }),
    ...(tooLong(sent.text) && { text: words.tooLong }),
    ...(tooLong(sent.wantedChange) && { wantedChange: words.tooLong }),
    ...(tooLong(sent.lateReason) && { lateReason: words.tooLong }),
    ...(sent.choice !== 'appeal' && { choice: words.choice }),
  };
}

function show(
  c: WebContext,
  opened: Opened,
  { pages, state, note = '' }: { pages: AppealPages; state: FormState; note?: string },
): Response | Promise<Response> {
  const { file, municipality, reader, access } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = appealTexts[language];
  const action = `/${municipality.slug}/cases/${file.case.caseId}/appeal`;
  const targets = appealTargetsOf(file, osloDate(now(c)));
  const words = access === 'person' ? t.targets : t.targetsOther;
  const chosen = { ...state, values: { about: targets[0] ?? 'service', ...state.values } };
  const body = appealTemplate({
    t,
    note,
    summary: errorSummary(language, state.errors),
    deadline: deadlineNote(opened, language, now(c)),
    ombudsman: { name: municipality.ombudsman.name[language], url: municipality.ombudsman.web },
    action,
    csrf: c.var.csrfToken(action),
    submissionKey: state.values.submissionKey || newCaseId(pages.random()),
    onlyTarget: targets.length === 1 ? targets[0] : '',
    about:
      targets.length > 1 &&
      radioChoices(chosen, {
        name: 'about',
        label: t.about,
        options: targets.map((value) => ({ value, label: words[value] })),
      }),
    text: textArea(state, { name: 'text', label: t.text, required: true, rows: 8 }),
    wantedChange: textArea(state, { name: 'wantedChange', label: t.wantedChange }),
    deferral: deferralQuestion(file, state, { language, today: osloDate(now(c)) }),
    lateReason: isLate(opened, now(c)) && textArea(state, { name: 'lateReason', label: t.lateReason, rows: 3 }),
    choice: radioChoices(state, {
      name: 'choice',
      label: t.choice,
      options: [{ value: 'appeal', label: t.choiceYes }],
    }),
  });
  const status = Object.keys(state.errors).length > 0 ? 422 : 200;
  const title = titleWithErrors(t.title, state.errors);
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name }, address: action, status });
}

/** True when the decision can be appealed, but its deadline is over: a human hears why (fvl § 31). */
function isLate({ file, municipality }: OpenedCase, at: string): boolean {
  const today = osloDate(at);
  if (!appealTargetsOf(file, today).includes('decision')) return false;
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  return deadline !== undefined && today > deadline.lastDay;
}

function deadlineNote({ file, municipality }: OpenedCase, language: Language, at: string): string {
  const t = appealTexts[language];
  const today = osloDate(at);
  const targets = appealTargetsOf(file, today);
  if (targets.includes('no-answer')) return t.noDecisionNote;
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  if (deadline === undefined || !targets.includes('decision')) return t.serviceNote;
  const note = today <= deadline.lastDay ? t.deadlineNote : t.lateNote;
  return note.replace('{date}', formatDate(deadline.lastDay, language));
}

/** A second look at the form is answered calmly, and what was typed into it is given back to be kept. */
function alreadyOpen(
  c: WebContext,
  { file, municipality, reader }: OpenedCase,
  typed?: string,
): Response | Promise<Response> {
  const language = pageLanguage(c, file.case.language);
  const t = appealTexts[language];
  const links = [{ href: `/${municipality.slug}/cases/${file.case.caseId}`, text: t.toCase }];
  const body = message({ title: t.openTitle, paragraphs: [t.openText, ...(typed ? [t.openTyped, typed] : [])], links });
  return renderPage(c, { title: t.openTitle, language, municipality, body, user: { name: reader.name } });
}
