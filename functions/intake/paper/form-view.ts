import type { Language } from '../../core/language.ts';
import { submitterRoles } from '../../core/parties.ts';
import {
  checkBoxes,
  errorSummary,
  type FormFields,
  type FormState,
  radioChoices,
  textArea,
  textField,
} from '../../platform/http/index.ts';
import type { PaperErrors, PaperField } from './paper-form.ts';
import type { ChoiceName, PaperTexts, SectionName } from './paper-texts.ts';
import { paperTexts } from './texts.ts';

/** View of the fields of templates/pages/paper-form.hbs: sections of fields, each with the partial that shows it. */
export function paperFormView(language: Language, values: FormFields, errors: PaperErrors) {
  const texts = paperTexts[language];
  const state: FormState = { values, errors: messages(errors, texts) };
  const make = fieldMaker(state, texts);
  const sections: Readonly<Record<SectionName, readonly object[]>> = {
    paper: [
      make.text('receivedOn', { type: 'date', required: true, width: 'medium' }),
      make.text('postmarkedOn', { type: 'date', width: 'medium' }),
      make.radio('role', ['self', ...submitterRoles], texts.roles),
      make.choice('signedBy', ['person', 'submitter', 'nobody']),
    ],
    submitter: [
      make.text('submitterName'),
      make.text('submitterNationalId', { inputmode: 'numeric', width: 'medium' }),
      make.text('submitterOrganisation'),
      make.choice('mandateKind', ['written', 'future-power']),
      make.area('mandate', 3),
      make.choice('mandateCovers', ['personal', 'economic', 'both', 'unsure']),
      make.text('mandateUntil', { type: 'date', width: 'medium' }),
      make.choice('attorneyLawyer', ['yes', 'no']),
      make.choice('attorneyEmployed', ['yes', 'no']),
      ...make.reach('submitter'),
    ],
    person: [
      make.text('personName', { required: true }),
      make.text('personNationalId', { inputmode: 'numeric', width: 'medium', required: true }),
      ...make.reach('person'),
      make.boxes('addressShielded', texts.fields.addressShielded, { addressShielded: texts.shielded }),
    ],
    wishes: [
      make.boxes('wishPlan', texts.wishes, {
        wishPlan: texts.fields.wishPlan,
        wishCoordinator: texts.fields.wishCoordinator,
        wishChildCoordinator: texts.fields.wishChildCoordinator,
      }),
      make.choice('childCoordinatorFor', ['child', 'expected-child', 'person']),
      make.text('wishedCoordinator'),
    ],
    account: [make.area('needs', 6, true), make.area('goals', 4), make.area('services', 4)],
    family: [
      make.area('childsView', 4),
      make.area('childNotHeard', 2),
      make.choice('otherParent', ['yes', 'unreachable', 'none']),
      make.text('otherParentName'),
      make.text('otherParentNationalId', { inputmode: 'numeric', width: 'medium' }),
      make.text('otherParentEmail', { type: 'email' }),
      make.text('otherParentStreet'),
      make.text('otherParentPostalCode', { inputmode: 'numeric', width: 'short' }),
      make.text('otherParentCity', { width: 'medium' }),
      make.area('otherParentWhy', 2),
      make.choice('tellParents', ['yes', 'no']),
      make.area('notTellWhy', 2),
    ],
    consents: [make.choice('consentPlan', ['yes', 'no', 'later']), make.choice('consentSharing', ['yes', 'no'])],
    contact: [
      make.choice('language', ['nb', 'nn']),
      make.choice('contact', ['paper', 'digital']),
      make.text('interpreter', { width: 'medium' }),
    ],
  };
  const titled = Object.entries(texts.form.sections).map(([name, title]) => ({
    name,
    title,
    fields: sections[name as SectionName],
  }));
  return { summary: errorSummary(language, state.errors), errors: state.errors, sections: titled };
}

/** Makers of the page's fields, with what was typed and what is wrong with it. */
export function fieldMaker(state: FormState, { fields, hints, choices }: PaperTexts) {
  const named = (name: PaperField) => ({ name, label: fields[name], ...(hints[name] && { hint: hints[name] }) });
  // Whoever types is staff: the browser must not offer their own name, or the last person's.
  const text = (name: PaperField, more: Partial<Parameters<typeof textField>[1]> = {}) => ({
    kind: 'text',
    ...textField(state, { ...named(name), autocomplete: 'off', ...more }),
  });
  const radio = <V extends string>(name: PaperField, values: readonly V[], labels: Readonly<Record<V, string>>) => ({
    kind: 'choices',
    ...radioChoices(state, { ...named(name), options: values.map((value) => ({ value, label: labels[value] })) }),
  });
  return {
    text,
    radio,
    choice: (name: PaperField, values: readonly ChoiceName[]) => radio(name, values, choices),
    area: (name: PaperField, rows: number, required = false) => ({
      kind: 'area',
      ...textArea(state, { ...named(name), rows, required }),
    }),
    boxes: (name: PaperField, label: string, options: Readonly<Record<string, string>>) => ({
      kind: 'choices',
      ...checkBoxes(state, {
        name,
        label,
        options: Object.entries(options).map(([option, words]) => ({ name: option, label: words })),
      }),
    }),
    reach: (whose: 'person' | 'submitter') => [
      text(`${whose}Email`, { type: 'email' }),
      text(`${whose}Phone`, { type: 'tel', width: 'medium' }),
      text(`${whose}Street`),
      text(`${whose}PostalCode`, { inputmode: 'numeric', width: 'short' }),
      text(`${whose}City`, { width: 'medium' }),
    ],
  };
}

/** What to say of each problem, by field. */
export function messages(errors: PaperErrors, { fields, missing, problems }: PaperTexts): FormState['errors'] {
  const entries = Object.entries(errors) as [PaperField, NonNullable<PaperErrors[PaperField]>][];
  return Object.fromEntries(
    entries.map(([field, problem]) => {
      const label = fields[field].replace(/ \([^)]*\)$/, '');
      const own = problem === 'missing' ? missing[field] : undefined;
      return [field, own ?? problems[problem].replace('{field}', label)];
    }),
  );
}
