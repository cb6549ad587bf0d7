import template from '../../../templates/pages/contact.hbs';
import { isLanguage } from '../../core/language.ts';
import { type OpenedCase, openCaseAsParty, type Party } from '../../identity/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import {
  errorSummary,
  type FormState,
  now,
  pageLanguage,
  radioChoices,
  renderPage,
  textField,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { contactChanges, contactFields, ownParty, readContact, valuesOf } from './contact-fields.ts';
import type { ConsentPages } from './ports.ts';
import { consentTexts } from './texts.ts';

type Opened = OpenedCase & { readonly access: Party };

/** Longest name of a language. */
const longestLanguage = 200;
/** Far more than a case is changed in one moment. */
const mostRounds = 20;

/** `/:m/cases/:caseId/contact`: the reader's own contact data in this case, its language form and an interpreter. */
export async function showContact(c: WebContext, pages: ConsentPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, access, actor } = opened;
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'viewed', actor });
  const { language, interpreter = '' } = file.case;
  return show(c, opened, { values: { ...valuesOf(ownParty(file, access)), language, interpreter }, errors: {} });
}

/** Changes them; the way letters come stays as it is, so what that way needs cannot be taken away. */
export async function postContact(c: WebContext, pages: ConsentPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality, access, actor } = opened;
  const { caseId } = file.case;
  const { form } = c.var;
  const { problems } = consentTexts[pageLanguage(c, file.case.language)].contact;
  const { typed, errors: found } = readContact(form, file.case.contact, problems);
  const interpreter = (form.interpreter ?? '').trim();
  const errors = { ...found, ...(interpreter.length > longestLanguage && { interpreter: problems.tooLong }) };
  if (Object.keys(errors).length > 0) return show(c, opened, { values: form, errors });
  for (let round = 0; round < mostRounds; round += 1) {
    const current = await loadCaseFile(pages.store, caseId);
    const language = isLanguage(form.language) ? form.language : current.case.language;
    const written = await pages.store.update({
      caseId,
      changes: { ...contactChanges(current, access, typed), language, interpreter },
      event: { at: now(c), type: 'contact-changed', actor },
      expectVersion: current.case.version,
    });
    if (written.ok) return c.redirect(`/${municipality.slug}/cases/${caseId}?done=contact-changed`, 303);
  }
  throw new Error(`case ${caseId} is changed without end`);
}

function show(c: WebContext, opened: Opened, state: FormState): Response | Promise<Response> {
  const { file, municipality, reader, access } = opened;
  const language = pageLanguage(c, file.case.language);
  const { contact: t, back } = consentTexts[language];
  const base = `/${municipality.slug}/cases/${file.case.caseId}`;
  const action = `${base}/contact`;
  const body = template({
    t,
    back,
    casePath: base,
    consentsPath: `${base}/consents`,
    whose: access === 'person' ? '' : t.introOther.replace('{who}', file.case.person.name),
    action,
    csrf: c.var.csrfToken(action),
    summary: errorSummary(language, state.errors),
    fields: contactFields(state, t),
    language: radioChoices(state, {
      name: 'language',
      label: t.language,
      options: [
        { value: 'nb', label: t.nb },
        { value: 'nn', label: t.nn },
      ],
    }),
    interpreter: textField(state, { name: 'interpreter', label: t.interpreter, width: 'medium' }),
  });
  return renderPage(c, {
    title: titleWithErrors(t.title, state.errors),
    language,
    municipality,
    body,
    user: { name: reader.name },
    address: action,
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
  });
}
