import task from '../../../templates/pages/task.hbs';
import taskForm from '../../../templates/pages/task-form.hbs';
import { formatInstant } from '../../core/format.ts';
import type { Instant } from '../../core/time.ts';
import {
  checkBoxes,
  errorSummary,
  type FormState,
  radioChoices,
  textArea,
  textField,
} from '../../platform/http/index.ts';
import { type Change, caseStamp } from './changes.ts';
import { type PassOnSituation, passOnErrors, renderPassOn } from './pass-on-form.ts';
import type { FieldError, FieldGroup, FormValues, TaskContext, TaskField, TaskPage } from './task-page.ts';
import { errorText, fieldText, formText, groupTitle, optionTexts, taskTitle } from './texts.ts';
import type { Visit } from './visit.ts';

/** What a page shows besides its own fields. */
export interface FormSituation {
  readonly csrf: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** The case changed after the posted page was opened; the person must confirm. */
  readonly changed: boolean;
  /** What changed, in words: since the page was opened, or since the draft was saved. */
  readonly changes: readonly Change[];
  /** When this page was first opened. */
  readonly openedAt: Instant;
  /** When the values were saved as a draft; undefined when they are none. */
  readonly draftAt?: Instant | undefined;
  /** The form that gives the task on; undefined for a question to the person. */
  readonly passOn?: PassOnSituation | undefined;
}

const staffName: TaskField = { control: 'text', name: 'staffName', type: 'text', autocomplete: 'name' };

/** The names of everything a page asks for. */
export function fieldNames(page: TaskPage, context: TaskContext): readonly string[] {
  return [...page.fields(context).map(({ name }) => name), staffName.name];
}

/** A task's page: what is wrong or changed first, with links to the fields, then what it is about, then the forms. */
export function renderTaskPage(page: TaskPage, visit: Visit, situation: FormSituation): string {
  const { context } = visit;
  const { language } = context;
  const state = formState(page, context, situation);
  const words = formText(language);
  const told = { ...state.errors, ...passOnErrors(visit, situation.passOn?.errors ?? []) };
  const { draftAt } = situation;
  const draft = draftAt ? `${words.draftFrom} ${formatInstant(draftAt, language)}. ${words.draftNotSent}` : '';
  return task({
    language,
    title: taskTitle(page.kind, language),
    summary: errorSummary(language, told),
    changed: changeLead(situation, words),
    changes: situation.changes,
    draft,
    passedOn: passedOnLead(context),
    about: page.about(context),
    form: renderForm(page, visit, { situation, state }),
    passOn: situation.passOn ? renderPassOn(visit, situation.passOn) : '',
  });
}

function changeLead({ changed, changes, draftAt }: FormSituation, words: ReturnType<typeof formText>): string {
  if (changed) return words.changed;
  return draftAt && changes.length > 0 ? words.changedSinceDraft : '';
}

/** Who had the task before, told to whoever has it now. */
function passedOnLead({ task: record, language }: TaskContext) {
  const last = record.passedOn?.at(-1);
  if (!last) return undefined;
  const { gaveYou, gaveBack } = formText(language);
  return { by: last.by.name, did: last.to ? gaveYou : gaveBack, at: last.at, reason: last.reason ?? '' };
}

function renderForm(
  page: TaskPage,
  { context, signedIn }: Visit,
  { situation, state }: { readonly situation: FormSituation; readonly state: FormState },
): string {
  const { language, file, path } = context;
  const asked = page.fields(context);
  const fields = signedIn ? asked : [...asked, staffName];
  const { changedLabel, confirmChange, submit, saveDraft } = formText(language);
  const confirm = {
    name: 'confirmChange',
    label: changedLabel,
    options: [{ name: 'confirmChange', label: confirmChange }],
  };
  return taskForm({
    action: path,
    csrf: situation.csrf,
    caseVersion: caseStamp(file),
    openedAt: situation.openedAt,
    sections: sectionsOf(fields).map(({ group, fields: inside }) => ({
      title: group ? groupTitle(group, language) : '',
      open: inside.some(({ name }) => state.values[name] || state.errors[name]),
      fields: inside.map((field) => ({ control: field.control, view: fieldView(page, field, { context, state }) })),
    })),
    confirm: situation.changed ? checkBoxes(state, confirm) : undefined,
    submit,
    saveDraft: situation.passOn ? saveDraft : '',
  });
}

interface Section {
  readonly group: FieldGroup | undefined;
  readonly fields: TaskField[];
}

/** Neighbours of the same group together, in the order of the page. */
function sectionsOf(fields: readonly TaskField[]): readonly Section[] {
  const sections: Section[] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (last && last.group === field.group) last.fields.push(field);
    else sections.push({ group: field.group, fields: [field] });
  }
  return sections;
}

function formState(page: TaskPage, context: TaskContext, { values, errors }: FormSituation): FormState {
  const { language } = context;
  // The summary follows the order of the page, not the order faults were found in.
  const names = [...fieldNames(page, context), 'confirmChange'];
  const found = names.flatMap((name) => errors.find(({ field }) => field === name) ?? []);
  return {
    values,
    errors: Object.fromEntries(found.map((error) => [error.field, errorText(page.kind, error, language)])),
  };
}

function fieldView(page: TaskPage, field: TaskField, { context, state }: { context: TaskContext; state: FormState }) {
  const wording = field.control === 'choice' ? (field.wording ?? page.kind) : page.kind;
  const text = { name: field.name, ...fieldText(wording, field.name, context.language) };
  switch (field.control) {
    case 'text':
      return textField(state, { ...text, type: field.type, autocomplete: field.autocomplete ?? 'off' });
    case 'area':
      return textArea(state, { ...text, rows: field.rows });
    case 'choice':
      return radioChoices(state, { ...text, options: optionTexts(field.options, context.language) });
  }
}
