import template from '../../../templates/pages/change-form.hbs';
import { newCaseId } from '../../core/case-id.ts';
import type { Language } from '../../core/language.ts';
import {
  errorSummary,
  type FormFields,
  pageLanguage,
  radioChoices,
  renderPage,
  textArea,
  textField,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { beginChange } from '../application/change-case.ts';
import { type ChangeErrors, type ChangeField, changeFields, readChange } from './change-form.ts';
import { changeTexts } from './change-texts.ts';
import type { PaperPages } from './ports.ts';
import type { Visit } from './visit.ts';

/** `GET /:m/staff/change`: a caseworker begins to end or change a right somebody has (fvl § 42). */
export function showChange(c: WebContext, pages: PaperPages, visited: Visit): Response | Promise<Response> {
  return changePage(c, visited, { values: { submissionKey: newCaseId(pages.random()) }, errors: {} });
}

/** Makes a case of it; the same answer whether a case is unknown, another municipality's, or grants no such right. */
export async function sendChange(c: WebContext, pages: PaperPages, visited: Visit): Promise<Response> {
  const { municipality, staff, now } = visited;
  const { csrf: _, ...typed } = c.var.form;
  const key = typed.submissionKey ?? '';
  const submissionKey = /^[a-z2-7]{26}$/.test(key) ? key : newCaseId(pages.random());
  const values = { ...typed, submissionKey };
  const read = readChange(values, { environment: pages.environment, now });
  if (!read.ok) return changePage(c, visited, { values, errors: read.error });
  const begun = await beginChange(pages, {
    ...read.value,
    municipality: municipality.number,
    submissionKey,
    now,
    actor: { kind: 'staff', id: staff.id, name: staff.name },
  });
  if (!begun.ok) return changePage(c, visited, { values, errors: { caseNumber: begun.error } });
  return c.redirect(`/${municipality.slug}/paper/registered/${begun.value}`, 303);
}

interface Shown {
  readonly values: FormFields;
  readonly errors: ChangeErrors;
}

function changePage(
  c: WebContext,
  { municipality, staff }: Visit,
  { values, errors }: Shown,
): Response | Promise<Response> {
  const language = pageLanguage(c, municipality.language);
  const t = changeTexts[language];
  const told = messages(errors, language);
  const action = `/${municipality.slug}/staff/change`;
  const body = template({
    t,
    action,
    csrf: c.var.csrfToken(action),
    submissionKey: values.submissionKey ?? '',
    summary: errorSummary(language, told),
    fields: fieldsOf(values, told, language),
  });
  const status = Object.keys(told).length > 0 ? 422 : 200;
  const title = titleWithErrors(t.title, told);
  return renderPage(c, { title, language, municipality, body, user: staff, status, address: action });
}

function messages(errors: ChangeErrors, language: Language): Readonly<Record<string, string>> {
  const t = changeTexts[language].errors;
  return Object.fromEntries(
    changeFields.flatMap((name) => {
      const problem = errors[name];
      return problem ? [[name, t[`${name}.${problem}`] ?? t[problem]]] : [];
    }),
  );
}

function fieldsOf(values: FormFields, errors: Readonly<Record<string, string>>, language: Language) {
  const { fields, hints, rights, kinds } = changeTexts[language];
  const state = { values, errors };
  // Whoever types is staff: the browser must not offer the last person's number.
  const named = (name: ChangeField) => ({ name, label: fields[name], hint: hints[name] ?? '', autocomplete: 'off' });
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const short = { required: true, width: 'medium' } as const;
  return [
    { kind: 'text', ...textField(state, { ...named('caseNumber'), ...short }) },
    { kind: 'text', ...textField(state, { ...named('nationalId'), ...short, inputmode: 'numeric' }) },
    { kind: 'choices', ...radioChoices(state, { ...named('right'), options: options(rights) }) },
    { kind: 'choices', ...radioChoices(state, { ...named('kind'), options: options(kinds) }) },
    { kind: 'text', ...textField(state, { ...named('from'), ...short, type: 'date' }) },
    { kind: 'area', ...textArea(state, { ...named('why'), rows: 5, required: true }) },
    { kind: 'area', ...textArea(state, { ...named('said'), rows: 5 }) },
  ];
}
