import { adultAge } from '../../core/age.ts';
import type { PageLanguage } from '../../core/language.ts';
import {
  checkBoxes,
  errorSummary,
  type FormState,
  radioChoices,
  textArea,
  textField,
} from '../../platform/http/index.ts';
import type { ApplicationErrors, ApplicationField, TypedFields } from '../application/application-fields.ts';
import { type ApplicationContext, type Standing, standingOf } from '../application/standing.ts';
import { fieldsOf, type StepName, stepErrors } from '../application/steps.ts';
import type { FormTexts } from './form-text-types.ts';
import { formTexts, say } from './form-texts.ts';

/** One question, with what was typed and what was wrong with it. */
export interface AskedQuestion {
  readonly step: StepName;
  readonly values: TypedFields;
  readonly errors: ApplicationErrors;
  readonly context: ApplicationContext;
}

const areas: ReadonlySet<ApplicationField> = new Set([
  'needs',
  'goals',
  'services',
  'mandate',
  'childsView',
  'childNotHeard',
  'notTellWhy',
  'otherParentWhy',
]);

/** How the browser is to treat a line of text. No autocomplete where it would offer the sender's own for another's. */
const lines: Readonly<Partial<Record<ApplicationField, Partial<Parameters<typeof textField>[1]>>>> = {
  submitterName: { autocomplete: 'name' },
  submitterOrganisation: { autocomplete: 'organization' },
  submitterEmail: { type: 'email', autocomplete: 'email' },
  submitterPhone: { type: 'tel', autocomplete: 'tel', width: 'medium' },
  submitterStreet: { autocomplete: 'street-address' },
  submitterPostalCode: { inputmode: 'numeric', width: 'short', autocomplete: 'postal-code' },
  submitterCity: { autocomplete: 'address-level2', width: 'medium' },
  personNationalId: { inputmode: 'numeric', width: 'medium', autocomplete: 'off' },
  personEmail: { type: 'email' },
  personPhone: { type: 'tel', width: 'medium' },
  personPostalCode: { inputmode: 'numeric', width: 'short' },
  personCity: { width: 'medium' },
  otherParentNationalId: { inputmode: 'numeric', width: 'medium', autocomplete: 'off' },
  otherParentEmail: { type: 'email' },
  otherParentPostalCode: { inputmode: 'numeric', width: 'short' },
  otherParentCity: { width: 'medium' },
  mandateUntil: { type: 'date', width: 'medium' },
  interpreter: { width: 'medium' },
};

/** The same lines when they are the signed-in person's own. */
const ownLines: typeof lines = {
  personName: { autocomplete: 'name' },
  personEmail: { autocomplete: 'email' },
  personPhone: { autocomplete: 'tel' },
  personStreet: { autocomplete: 'street-address' },
  personPostalCode: { autocomplete: 'postal-code' },
  personCity: { autocomplete: 'address-level2' },
};

/** View of a question: its heading, and its fields with what was typed. */
export function questionView(language: PageLanguage, asked: AskedQuestion) {
  const texts = formTexts[language];
  const { step, context, values } = asked;
  const standing = standingOf(values, context);
  const role = standing?.role;
  const { title, hint = '', before = [] } = texts.questions[step];
  const state: FormState = { values: textsOf(values), errors: messages(asked.errors, texts, standing) };
  const names = fieldsOf[step];
  const alone = names.length === 1 || step === 'wishes';
  const question = { heading: say(title, role), hint: say(hint, role) };
  const optional = optionalFields(asked);
  const label = (name: ApplicationField) =>
    `${alone ? question.heading : say(texts.fields[name], role)}${optional.has(name) ? ` (${texts.step.optional})` : ''}`;
  const fieldOf = (name: ApplicationField) =>
    fieldView({ name, label: label(name), hint: alone ? question.hint : say(texts.hints[name] ?? '', role) }, state, {
      texts,
      standing,
    });
  return {
    ...question,
    before,
    alone,
    fields: (step === 'wishes' ? names.slice(0, 1) : names).map(fieldOf),
    summary: { ...errorSummary(language, state.errors), heading: texts.step.errorHeading },
  };
}

function fieldView(
  input: { readonly name: ApplicationField; readonly label: string; readonly hint: string },
  state: FormState,
  { texts, standing }: { readonly texts: FormTexts; readonly standing: Standing | undefined },
) {
  const { name } = input;
  if (name === 'wishPlan') return { isChoices: true, isArea: false, field: wishBoxes(input, state, texts, standing) };
  const options = optionsOf(name, texts, standing);
  if (options) return { isChoices: true, isArea: false, field: radioChoices(state, { ...input, options }) };
  if (areas.has(name)) {
    return { isChoices: false, isArea: true, field: textArea(state, { ...input, rows: name === 'mandate' ? 3 : 7 }) };
  }
  const own = standing?.role === 'self' ? ownLines[name] : {};
  return { isChoices: false, isArea: false, field: textField(state, { ...input, ...lines[name], ...own }) };
}

function wishBoxes(
  input: { readonly label: string; readonly hint: string },
  state: FormState,
  texts: FormTexts,
  standing: Standing | undefined,
) {
  const names = ['wishPlan', 'wishCoordinator', 'wishChildCoordinator'] as const;
  const options = names.map((name) => ({
    name,
    label: say(texts.fields[name], standing?.role),
    hint: say(texts.hints[name] ?? '', standing?.role),
  }));
  return checkBoxes(state, { ...input, name: 'wishPlan', options });
}

function optionsOf(name: ApplicationField, texts: FormTexts, standing: Standing | undefined) {
  const choices = name === 'role' ? texts.roles : isChoice(name, texts) ? texts.choices[name] : undefined;
  if (!choices) return undefined;
  const grownUp = (standing?.personAge ?? 0) >= adultAge;
  return Object.entries(choices)
    .filter(([value]) => !(name === 'childCoordinatorFor' && value === 'person' && grownUp))
    .map(([value, { label, hint = '' }]) => ({
      value,
      label: say(label, standing?.role),
      hint: say(hint, standing?.role),
    }));
}

function isChoice(name: string, { choices }: FormTexts): name is keyof FormTexts['choices'] {
  return name in choices;
}

/** A field that may be left empty as things stand. A choice of check boxes tells so itself. */
function optionalFields({ step, values, errors, context }: AskedQuestion): ReadonlySet<ApplicationField> {
  const names = fieldsOf[step];
  const empty = { ...values, ...Object.fromEntries(names.map((name) => [name, ''])) };
  const needed = stepErrors(step, empty, context);
  return new Set(names.filter((name) => needed[name] === undefined && errors[name] !== 'missing' && step !== 'wishes'));
}

function messages(errors: ApplicationErrors, texts: FormTexts, standing: Standing | undefined): FormState['errors'] {
  return Object.fromEntries(
    fieldsWith(errors).map(([name, problem]) => {
      const own = problem === 'missing' ? texts.missing[name] : undefined;
      return [name, own ?? texts.problems[problem].replace('{field}', say(texts.fields[name], standing?.role))];
    }),
  );
}

function fieldsWith(errors: ApplicationErrors) {
  const names = Object.keys(errors) as ApplicationField[];
  return names.flatMap((name) => {
    const problem = errors[name];
    return problem ? [[name, problem] as const] : [];
  });
}

function textsOf(values: TypedFields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}
