import { submitterRoles } from '../../core/case.ts';
import type { Language } from '../../core/language.ts';
import {
  checkBoxes,
  errorSummary,
  type FormState,
  radioChoices,
  textArea,
  textField,
} from '../../platform/http/index.ts';
import type { ApplicationErrors, ApplicationField } from '../application/application-fields.ts';
import { type IntakeTexts, intakeTexts } from './texts.ts';

/** The form as typed so far, and what was wrong with it. */
export interface TypedApplication {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ApplicationErrors;
}

/** View of templates/pages/application.hbs but for what the page adds around the form. */
export function formView(language: Language, typed: TypedApplication) {
  const texts = intakeTexts[language];
  const state: FormState = { values: typed.values, errors: messages(typed.errors, texts) };
  return {
    t: texts.form,
    language,
    summary: errorSummary(language, state.errors),
    role: radioChoices(state, {
      name: 'role',
      label: texts.fields.role,
      options: (['self', ...submitterRoles] as const).map((value) => ({ value, label: texts.roles[value] })),
    }),
    submitter: submitterFields(state, texts),
    person: personFields(state, texts),
    wishes: wishFields(state, texts),
    account: accountFields(state, texts),
    consents: consentFields(state, texts),
    contact: contactFields(state, texts),
  };
}

function messages(errors: ApplicationErrors, texts: IntakeTexts): FormState['errors'] {
  const missing: Partial<Record<ApplicationField, string>> = texts.missing;
  const entries = Object.entries(errors) as [ApplicationField, NonNullable<ApplicationErrors[ApplicationField]>][];
  return Object.fromEntries(
    entries.map(([field, problem]) => {
      const label = texts.fields[field].replace(/ \([^)]*\)$/, '');
      const own = problem === 'missing' ? missing[field] : undefined;
      return [field, own ?? texts.problems[problem].replace('{field}', label)];
    }),
  );
}

function submitterFields(state: FormState, { fields, hints }: IntakeTexts) {
  return {
    name: textField(state, { name: 'submitterName', label: fields.submitterName, autocomplete: 'name' }),
    organisation: textField(state, {
      name: 'submitterOrganisation',
      label: fields.submitterOrganisation,
      hint: hints.submitterOrganisation,
      autocomplete: 'organization',
    }),
    email: textField(state, {
      name: 'submitterEmail',
      label: fields.submitterEmail,
      hint: hints.submitterEmail,
      type: 'email',
      autocomplete: 'email',
    }),
    phone: textField(state, {
      name: 'submitterPhone',
      label: fields.submitterPhone,
      type: 'tel',
      autocomplete: 'tel',
      width: 'medium',
    }),
    mandate: textArea(state, { name: 'mandate', label: fields.mandate, hint: hints.mandate, rows: 3 }),
    ...addressFields(state, 'submitter', fields),
  };
}

function personFields(state: FormState, { fields, hints }: IntakeTexts) {
  // No autocomplete for name and address: it would offer the sender's own when the form is for another.
  return {
    name: textField(state, { name: 'personName', label: fields.personName, required: true }),
    nationalId: textField(state, {
      name: 'personNationalId',
      label: fields.personNationalId,
      hint: hints.personNationalId,
      inputmode: 'numeric',
      autocomplete: 'off',
      width: 'medium',
    }),
    email: textField(state, {
      name: 'personEmail',
      label: fields.personEmail,
      hint: hints.personEmail,
      type: 'email',
    }),
    phone: textField(state, { name: 'personPhone', label: fields.personPhone, type: 'tel', width: 'medium' }),
    ...addressFields(state, 'person', fields),
    shielded: checkBoxes(state, {
      name: 'addressShielded',
      label: fields.addressShielded,
      hint: hints.addressShielded,
      options: [{ name: 'addressShielded', label: fields.isShielded }],
    }),
  };
}

function addressFields(state: FormState, whose: 'person' | 'submitter', fields: IntakeTexts['fields']) {
  return {
    street: textField(state, { name: `${whose}Street`, label: fields[`${whose}Street`] }),
    postalCode: textField(state, {
      name: `${whose}PostalCode`,
      label: fields[`${whose}PostalCode`],
      inputmode: 'numeric',
      width: 'short',
    }),
    city: textField(state, { name: `${whose}City`, label: fields[`${whose}City`] }),
  };
}

function wishFields(state: FormState, { fields, hints }: IntakeTexts) {
  const names = ['wishPlan', 'wishCoordinator', 'wishChildCoordinator'] as const;
  return {
    which: checkBoxes(state, {
      name: 'wishPlan',
      label: fields.wishes,
      options: names.map((name) => ({ name, label: fields[name], hint: hints[name] })),
    }),
    coordinator: textField(state, {
      name: 'wishedCoordinator',
      label: fields.wishedCoordinator,
      hint: hints.wishedCoordinator,
    }),
  };
}

function accountFields(state: FormState, { fields, hints }: IntakeTexts) {
  return {
    needs: textArea(state, { name: 'needs', label: fields.needs, hint: hints.needs, required: true, rows: 6 }),
    goals: textArea(state, { name: 'goals', label: fields.goals }),
    services: textArea(state, { name: 'services', label: fields.services }),
  };
}

function consentFields(state: FormState, { fields, answers }: IntakeTexts) {
  const options = (values: readonly ('yes' | 'no' | 'later')[]) =>
    values.map((value) => ({ value, label: answers[value] }));
  return {
    plan: radioChoices(state, {
      name: 'consentPlan',
      label: fields.consentPlan,
      options: options(['yes', 'no', 'later']),
    }),
    sharing: radioChoices(state, {
      name: 'consentSharing',
      label: fields.consentSharing,
      options: options(['yes', 'no']),
    }),
  };
}

function contactFields(state: FormState, { fields, answers }: IntakeTexts) {
  return {
    language: radioChoices(state, {
      name: 'language',
      label: fields.language,
      options: (['nb', 'nn'] as const).map((value) => ({ value, label: answers[value] })),
    }),
    contact: radioChoices(state, {
      name: 'contact',
      label: fields.contact,
      options: (['digital', 'paper'] as const).map((value) => ({ value, label: answers[value] })),
    }),
    interpreter: textField(state, { name: 'interpreter', label: fields.interpreter, width: 'medium' }),
  };
}
