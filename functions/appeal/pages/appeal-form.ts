import appealTemplate from '../../../templates/pages/appeal.hbs';
import message from '../../../templates/pages/message.hbs';
import { longestText } from '../../core/answers.ts';
import { openAppeal } from '../../core/appeal-state.ts';
import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { osloDate } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { type OpenedCase, openCaseAsParty } from '../../identity/index.ts';
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
import type { AppealPages } from './ports.ts';
import { submitAppeal } from './submit-appeal.ts';
import { type AppealTexts, appealTexts } from './texts.ts';

/** `/:m/cases/:caseId/appeal`: open to late appeals and to appeals over no decision, never closed by a machine. */
export async function showAppealForm(c: WebContext, pages: AppealPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  if (openAppeal(opened.file)) return alreadyOpen(c, opened);
  return show(c, opened, { pages, state: { values: {}, errors: {} } });
}

/** Receives the appeal; with errors, the form comes back with everything that was typed. */
export async function sendAppeal(c: WebContext, pages: AppealPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality } = opened;
  const { text = '', wantedChange = '', choice, submissionKey = '' } = c.var.form;
  const errors = problems({ text, wantedChange, choice }, appealTexts[pageLanguage(c, file.case.language)]);
  if (Object.keys(errors).length > 0 || !/^[a-z2-7]{26}$/.test(submissionKey)) {
    return show(c, opened, { pages, state: { values: c.var.form, errors } });
  }
  const result = await submitAppeal(pages, opened, {
    text: text.trim(),
    wantedChange: wantedChange.trim(),
    submissionKey,
    at: now(c),
  });
  if (result === 'another-open') return alreadyOpen(c, opened, text);
  return c.redirect(`/${municipality.slug}/cases/${file.case.caseId}?done=appealed`, 303);
}

function problems(
  sent: { text: string; wantedChange: string; choice: string | undefined },
  { problems: words }: AppealTexts,
): FormState['errors'] {
  const tooLong = (text: string) => text.length > longestText;
  return {
    ...(sent.text.trim() === '' && { text: words.text }),
    ...(tooLong(sent.text) && { text: words.tooLong }),
    ...(tooLong(sent.wantedChange) && { wantedChange: words.tooLong }),
    ...(sent.choice !== 'appeal' && { choice: words.choice }),
  };
}

function show(
  c: WebContext,
  opened: OpenedCase,
  { pages, state }: { pages: AppealPages; state: FormState },
): Response | Promise<Response> {
  const { file, municipality, reader } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = appealTexts[language];
  const action = `/${municipality.slug}/cases/${file.case.caseId}/appeal`;
  const body = appealTemplate({
    t,
    summary: errorSummary(language, state.errors),
    deadline: deadlineNote(opened, language, now(c)),
    ombudsman: { name: municipality.ombudsman.name[language], url: municipality.ombudsman.web },
    action,
    csrf: c.var.csrfToken(action),
    submissionKey: state.values.submissionKey || newCaseId(pages.random()),
    text: textArea(state, { name: 'text', label: t.text, required: true, rows: 8 }),
    wantedChange: textArea(state, { name: 'wantedChange', label: t.wantedChange }),
    choice: radioChoices(state, {
      name: 'choice',
      label: t.choice,
      options: [{ value: 'appeal', label: t.choiceYes }],
    }),
  });
  const status = Object.keys(state.errors).length > 0 ? 422 : 200;
  const title = titleWithErrors(t.title, state.errors);
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name }, status });
}

function deadlineNote({ file, municipality }: OpenedCase, language: Language, at: string): string {
  const t = appealTexts[language];
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  if (deadline === undefined) return t.noDecisionNote;
  const note = osloDate(at) <= deadline.lastDay ? t.deadlineNote : t.lateNote;
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
