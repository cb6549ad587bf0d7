import template from '../../../templates/pages/consents.hbs';
import { osloDate } from '../../core/calendar.ts';
import { type OpenedCase, openCaseAsParty, type Party } from '../../identity/index.ts';
import {
  errorSummary,
  type FormState,
  now,
  pageLanguage,
  renderPage,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { errorText } from '../../tasks/pages/texts.ts';
import { consentPage } from '../task-page.ts';
import { changeConsent, consentsMatter, isGivenBy, kindsFor, mayConsent } from './change-consent.ts';
import { consentQuestion, consentsView } from './consents-view.ts';
import { contactChanges, ownParty, readContact, valuesOf } from './contact-fields.ts';
import type { ConsentPages } from './ports.ts';
import { consentTexts } from './texts.ts';

type Opened = OpenedCase & { readonly access: Party };
const empty: FormState = { values: {}, errors: {} };

/** `/:m/cases/:caseId/consents`: every consent by itself, what it means, how it stands, and the other choice. */
export async function showConsents(c: WebContext, pages: ConsentPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, actor } = opened;
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'viewed', actor });
  return show(c, opened, empty);
}

/** Gives or withdraws one consent, by a choice of its own (pbrl § 4-1). */
export async function postConsent(c: WebContext, pages: ConsentPages): Promise<Response> {
  const opened = await openForChange(c, pages);
  if (opened instanceof Response) return opened;
  const { file, access } = opened;
  const { form } = c.var;
  const t = consentTexts[pageLanguage(c, file.case.language)];
  const kind = kindsFor(access).find((each) => each === form.kind);
  const given = form.change === 'give';
  const asked = kind === 'plan' || kind === 'sharing' ? consentQuestion(file, access, now(c)) : undefined;
  if (kind === undefined || asked || (!given && form.change !== 'withdraw')) return back(c, opened, 'unchanged');
  const contact = kind === 'digitalContact' && isGivenBy(file.case, kind, access) !== given ? form : undefined;
  const needs = given ? 'digital' : 'paper';
  // Only the fields this change asks for were in the form; the rest of the contact data stays as it is.
  const read = contact && readContact({ ...valuesOf(ownParty(file, access)), ...contact }, needs, t.contact.problems);
  const name = `choice-${kind}`;
  const errors = { ...read?.errors, ...(form[name] !== 'yes' && { [name]: t.missing }) };
  if (Object.keys(errors).length > 0) return show(c, opened, { values: form, errors });
  await changeConsent(pages, opened, {
    kind,
    given,
    at: now(c),
    ...(read && { contact: (current) => contactChanges(current, access, read.typed) }),
  });
  return back(c, opened, given ? 'given' : 'withdrawn');
}

/** Answers the question that is also in the mail: the same task, the same answer, whichever place comes first. */
export async function answerConsent(c: WebContext, pages: ConsentPages): Promise<Response> {
  const opened = await openForChange(c, pages);
  if (opened instanceof Response) return opened;
  const { file, access } = opened;
  const at = now(c);
  const task = consentQuestion(file, access, at);
  if (task === undefined) return back(c, opened, 'too-late');
  const { plan = '', coordinator = '', sharing = '' } = c.var.form;
  const values = { plan, coordinator, sharing };
  const language = pageLanguage(c, file.case.language);
  const parsed = consentPage.parse(values, {
    file,
    task,
    municipality: opened.municipality,
    language,
    now: at,
    path: c.req.path,
  });
  if (!parsed.ok) {
    const errors = Object.fromEntries(
      parsed.error.map((error) => [error.field, errorText('consent', error, language)]),
    );
    return show(c, opened, { values, errors });
  }
  const by = { id: access, name: ownParty(file, access).name };
  const { result } = await pages.answers.submit({ file, task, answer: parsed.value, by, now: at });
  return back(c, opened, result === 'accepted' ? 'answered' : 'too-late');
}

/** The case for whoever may change its consents; others are shown the page, which says why they cannot. */
async function openForChange(c: WebContext, pages: ConsentPages): Promise<Opened | Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, access } = opened;
  const may = mayConsent(file.case, access, osloDate(now(c))) && consentsMatter(file.case);
  return may ? opened : show(c, opened, empty);
}

function back(c: WebContext, { file, municipality }: Opened, done: string): Response {
  return c.redirect(`/${municipality.slug}/cases/${file.case.caseId}/consents?done=${done}`, 303);
}

function show(c: WebContext, opened: Opened, state: FormState): Response | Promise<Response> {
  const { file, municipality, reader } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = consentTexts[language];
  const view = consentsView(opened, {
    language,
    now: now(c),
    state,
    csrfToken: c.var.csrfToken,
    done: c.req.query('done') ?? '',
  });
  const body = template({ ...view, summary: errorSummary(language, state.errors) });
  return renderPage(c, {
    title: titleWithErrors(t.title, state.errors),
    language,
    municipality,
    body,
    user: { name: reader.name },
    address: `/${municipality.slug}/cases/${file.case.caseId}/consents`,
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
  });
}
