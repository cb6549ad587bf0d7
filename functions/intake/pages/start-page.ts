import deleteTemplate from '../../../templates/pages/application-delete.hbs';
import startTemplate from '../../../templates/pages/application-start.hbs';
import messageTemplate from '../../../templates/pages/message.hbs';
import { addDays, osloDate } from '../../core/calendar.ts';
import { formatDate } from '../../core/format.ts';
import {
  contactView,
  errorSummary,
  municipalityOf,
  now,
  publicPageLanguage,
  radioChoices,
  renderPage,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { stepsFor } from '../application/steps.ts';
import { formPage, goOnPath, openCasePath, type Visit, visit, visitOf } from './application-visit.ts';
import { draftDays } from './draft.ts';
import { forgetFiles } from './files-page.ts';
import { formTexts } from './form-texts.ts';
import type { IntakePages } from './ports.ts';

/**
 * `/:m/application`: what the form is for and what one needs; anybody may read it. Whoever is signed in is told of their
 * draft and of a case that is open already.
 */
export async function startPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const language = publicPageLanguage(c, municipality.language);
  const texts = formTexts[language];
  const person = await pages.sessions.person(c);
  const visitor = person && (await visitOf(c, pages, { municipality, person }));
  const base = `/${municipality.slug}/application`;
  const { title } = texts;
  const body = startTemplate({
    t: texts.start,
    title,
    openCaseText: texts.openCase,
    openCaseLink: texts.openCaseLink,
    openCase: visitor ? await openCasePath(pages, visitor) : '',
    draft: visitor?.hasDraft ? draftNote(visitor) : '',
    goOnPath: visitor ? goOnPath(visitor) : '',
    deletePath: `${base}/delete`,
    startPath: `${base}/role`,
    paperPath: `/${municipality.slug}/forms/application.${language === 'en' ? municipality.language : language}.pdf`,
    contact: contactView(municipality, language),
  });
  return renderPage(c, { title, language, municipality, body, ...(person && { user: { name: person.name } }) });
}

function draftNote({ draft, language, texts }: Visit): string {
  const savedOn = osloDate(draft.savedAt);
  return texts.start.draft
    .replace('{date}', formatDate(savedOn, language))
    .replace('{until}', formatDate(addDays(savedOn, draftDays), language));
}

/** `/:m/application/delete`: asks whether the draft is to go. */
export async function deletePage(c: WebContext, pages: IntakePages): Promise<Response> {
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  return visitor.hasDraft ? askToDelete(c, visitor, {}) : c.redirect(visitor.base, 303);
}

/** The answer to that: only a yes deletes anything. */
export async function deleteDraft(c: WebContext, pages: IntakePages): Promise<Response> {
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { drafts, owner, texts, base } = visitor;
  const { choice } = c.var.form;
  if (choice === 'no') return c.redirect(base, 303);
  const t = texts.deletion;
  if (choice !== 'yes') return askToDelete(c, visitor, { choice: t.missing });
  await forgetFiles(pages, visitor);
  await drafts.forget(owner, now(c));
  const links = [{ href: base, text: t.startAgain }];
  return formPage(c, visitor, {
    title: t.doneTitle,
    body: messageTemplate({ title: t.doneTitle, paragraphs: [t.done], links }),
  });
}

function askToDelete(c: WebContext, visitor: Visit, errors: Readonly<Record<string, string>>) {
  const { base, texts, language, draft, context } = visitor;
  const t = texts.deletion;
  const action = `${base}/delete`;
  const options = [
    { value: 'no', label: t.no },
    { value: 'yes', label: t.yes },
  ];
  const body = deleteTemplate({
    action,
    csrf: c.var.csrfToken(action),
    back: { href: goOnPath(visitor, stepsFor(draft.values, context)), text: texts.step.back },
    errors: { ...errorSummary(language, errors), heading: texts.step.errorHeading },
    choice: radioChoices({ values: {}, errors }, { name: 'choice', label: t.question, options }),
    go: t.go,
  });
  const status = errors.choice ? 422 : 200;
  return formPage(c, visitor, { title: titleWithErrors(t.title, errors, language), body, status });
}
