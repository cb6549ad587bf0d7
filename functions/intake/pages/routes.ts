import type { Hono } from 'hono';
import applicationPage from '../../../templates/pages/application.hbs';
import { osloDate } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import type { PersonSession } from '../../identity/index.ts';
import type { Municipality } from '../../municipalities/index.ts';
import {
  municipalityOf,
  now,
  pageLanguage,
  renderPage,
  titleWithErrors,
  type WebContext,
  type WebEnv,
} from '../../platform/http/index.ts';
import type { ApplicationErrors } from '../application/application-fields.ts';
import { readApplication } from '../application/application-form.ts';
import { submitApplication } from '../application/submit.ts';
import { formView, type TypedApplication } from './form-view.ts';
import { addInformationPages } from './information-pages.ts';
import { casesPage, receiptPage } from './own-pages.ts';
import type { IntakePages } from './ports.ts';
import { intakeTexts } from './texts.ts';

/** The information pages, the application form, its receipt and the list of one's own cases. */
export function addIntakePages(app: Hono<WebEnv>, pages: IntakePages): void {
  addInformationPages(app);
  app.get('/:m/application', (c) => showForm(c, pages));
  app.post('/:m/application', (c) => sendForm(c, pages));
  app.get('/:m/application/receipt/:caseId', (c) => receiptPage(c, pages));
  app.get('/:m/cases', (c) => casesPage(c, pages));
}

async function showForm(c: WebContext, pages: IntakePages): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const person = await pages.sessions.requirePerson(c);
  if (person instanceof Response) return person;
  const values = { language: pageLanguage(c, municipality.language) };
  return formPage(c, pages, { municipality, person, typed: { values, errors: {} } });
}

async function sendForm(c: WebContext, pages: IntakePages): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const person = await pages.sessions.requirePerson(c);
  if (person instanceof Response) return person;
  const { form } = c.var;
  const today = osloDate(now(c));
  const read = readApplication(form, { nationalId: person.nationalId, environment: pages.environment, today });
  const submissionKey = form.submissionKey ?? '';
  // The key is ours: a form without one was not made by this page.
  if (!read.ok || !/^[a-z2-7]{26}$/.test(submissionKey)) {
    const errors: ApplicationErrors = read.ok ? {} : read.error;
    return formPage(c, pages, { municipality, person, typed: { values: form, errors } });
  }
  const caseId = await submitApplication(pages, {
    application: read.value,
    nationalId: person.nationalId,
    municipality: municipality.number,
    submissionKey,
    channel: 'form',
    now: now(c),
  });
  return c.redirect(`/${municipality.slug}/application/receipt/${caseId}`, 303);
}

async function formPage(
  c: WebContext,
  pages: IntakePages,
  { municipality, person, typed }: { municipality: Municipality; person: PersonSession; typed: TypedApplication },
): Promise<Response> {
  const language = pageLanguage(c, municipality.language);
  const view = formView(language, typed);
  const action = `/${municipality.slug}/application`;
  const body = applicationPage({
    ...view,
    action,
    csrf: c.var.csrfToken(action),
    // Kept over errors, so that one form makes one case however often it is sent.
    submissionKey: typed.values.submissionKey || newCaseId(pages.random()),
    openCase: await openCasePath(pages, municipality, person),
  });
  const title = titleWithErrors(intakeTexts[language].form.title, typed.errors);
  const status = Object.keys(typed.errors).length > 0 ? 422 : 200;
  return renderPage(c, { title, language, municipality, body, user: { name: person.name }, status });
}

/** A person has one plan at most (IP-forskriften § 9): an open case is pointed out, never in the way. */
async function openCasePath(
  { store }: IntakePages,
  municipality: Municipality,
  { nationalId }: PersonSession,
): Promise<string> {
  const cases = await store.listByPerson(municipality.number, nationalId);
  const open = cases.find(
    ({ person, state }) => person.nationalId === nationalId && state !== 'closed' && state !== 'withdrawn',
  );
  return open ? `/${municipality.slug}/cases/${open.caseId}` : '';
}
