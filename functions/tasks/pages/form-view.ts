import taskForm from '../../../templates/pages/task-form.hbs';
import {
  checkBoxes,
  errorSummary,
  type FormState,
  radioChoices,
  textArea,
  textField,
} from '../../platform/http/index.ts';
import type { FieldError, FormValues, TaskContext, TaskField, TaskPage } from './task-page.ts';
import { errorText, fieldText, formText, optionTexts } from './texts.ts';

/** What a form shows besides its own fields. */
export interface FormSituation {
  readonly csrf: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** The case changed after the posted page was opened; the person must confirm. */
  readonly changed: boolean;
  /** Nobody is signed in (link-only municipality): the one who answers types a name, which the letter carries. */
  readonly asksName: boolean;
}

const staffName: TaskField = { control: 'text', name: 'staffName', type: 'text', autocomplete: 'name' };

/** The form of a task, with everything typed and every error, first as a summary that links to the fields. */
export function renderForm(page: TaskPage, context: TaskContext, situation: FormSituation): string {
  const { language, file, path } = context;
  const fields = situation.asksName ? [...page.fields, staffName] : page.fields;
  const state = formState(page, context, situation);
  const text = formText(language);
  const confirm = {
    name: 'confirmChange',
    label: text.changedLabel,
    options: [{ name: 'confirmChange', label: text.confirmChange }],
  };
  return taskForm({
    language,
    action: path,
    csrf: situation.csrf,
    caseVersion: file.case.version,
    summary: errorSummary(language, state.errors),
    changed: situation.changed ? text.changed : '',
    confirm: situation.changed ? checkBoxes(state, confirm) : undefined,
    fields: fields.map((field) => ({ control: field.control, view: fieldView(page, field, { context, state }) })),
    submit: text.submit,
  });
}

function formState(page: TaskPage, { language }: TaskContext, { values, errors }: FormSituation): FormState {
  // The summary follows the order of the page, not the order faults were found in.
  const names = [...page.fields.map(({ name }) => name), 'staffName', 'confirmChange'];
  const found = names.flatMap((name) => errors.find(({ field }) => field === name) ?? []);
  return {
    values,
    errors: Object.fromEntries(found.map((error) => [error.field, errorText(page.kind, error, language)])),
  };
}

function fieldView(page: TaskPage, field: TaskField, { context, state }: { context: TaskContext; state: FormState }) {
  const text = { name: field.name, ...fieldText(page.kind, field.name, context.language) };
  switch (field.control) {
    case 'text':
      return textField(state, { ...text, type: field.type, autocomplete: field.autocomplete ?? 'off' });
    case 'area':
      return textArea(state, { ...text, rows: field.rows });
    case 'choice':
      return radioChoices(state, { ...text, options: optionTexts(field.options, context.language) });
  }
}
