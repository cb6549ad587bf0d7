import task from '../../../templates/pages/task.hbs';
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
import { errorText, fieldText, formText, optionTexts, taskTitle } from './texts.ts';

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

/** A task's page: what is wrong or changed first, with links to the fields, then what it is about, then the form. */
export function renderTaskPage(page: TaskPage, context: TaskContext, situation: FormSituation): string {
  const { language } = context;
  const state = formState(page, context, situation);
  return task({
    title: taskTitle(page.kind, language),
    summary: errorSummary(language, state.errors),
    changed: situation.changed ? formText(language).changed : '',
    about: page.about(context),
    form: renderForm(page, context, { situation, state }),
  });
}

function renderForm(
  page: TaskPage,
  context: TaskContext,
  { situation, state }: { readonly situation: FormSituation; readonly state: FormState },
): string {
  const { language, file, path } = context;
  const asked = page.fields(context);
  const fields = situation.asksName ? [...asked, staffName] : asked;
  const { changedLabel, confirmChange, submit } = formText(language);
  const confirm = {
    name: 'confirmChange',
    label: changedLabel,
    options: [{ name: 'confirmChange', label: confirmChange }],
  };
  return taskForm({
    action: path,
    csrf: situation.csrf,
    caseVersion: file.case.version,
    fields: fields.map((field) => ({ control: field.control, view: fieldView(page, field, { context, state }) })),
    confirm: situation.changed ? checkBoxes(state, confirm) : undefined,
    submit,
  });
}

function formState(page: TaskPage, context: TaskContext, { values, errors }: FormSituation): FormState {
  const { language } = context;
  // The summary follows the order of the page, not the order faults were found in.
  const names = [...page.fields(context).map(({ name }) => name), 'staffName', 'confirmChange'];
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
