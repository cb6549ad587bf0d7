import nb from '../../../templates/pages/task-text.nb.json' with { type: 'json' };
import nn from '../../../templates/pages/task-text.nn.json' with { type: 'json' };
import type { Language } from '../../core/language.ts';
import type { TaskKind } from '../../core/records.ts';
import type { ChoiceSet, FieldError, FieldGroup } from './task-page.ts';

// Typed by the bokmål file; the nynorsk one must have the same keys or this does not compile.
const texts: Readonly<Record<Language, typeof nb>> = { nb, nn };

/** The pages that tell why there is no form. */
export type Notice = keyof typeof nb.notices;

/** Heading of a task page. */
export function taskTitle(kind: TaskKind, language: Language): string {
  return texts[language].titles[kind];
}

/** Heading of a page without a form. */
export function noticeTitle(notice: Notice, language: Language): string {
  return texts[language].notices[notice];
}

/** The words around every task form. */
export function formText(language: Language): typeof nb.form {
  return texts[language].form;
}

/** The words around the form that gives a task on. */
export function passOnText(language: Language): typeof nb.passOn {
  return texts[language].passOn;
}

/** What an event changed in the case, in words; undefined when it changed nothing a decision may rest on. */
export function changeText(type: string, language: Language): string | undefined {
  const words: Readonly<Record<string, string | undefined>> = texts[language].changes;
  return words[type];
}

/** Label and hint of a field; the kind's own wording goes before the common one. */
export function fieldText(kind: string, name: string, language: Language): { label: string; hint: string } {
  const fields: Readonly<Record<string, { label: string; hint: string } | undefined>> = texts[language].fields;
  const text = fields[`${kind}.${name}`] ?? fields[name];
  if (!text) throw new TypeError(`no text for field ${name} of ${kind}`);
  return text;
}

/** What is told of a group that is folded: when it is needed. */
export function groupTitle(group: FieldGroup, language: Language): string {
  return texts[language].groups[group];
}

/** The options of a choice in the order they are shown: value and words. */
export function optionTexts(set: ChoiceSet, language: Language): readonly { value: string; label: string }[] {
  return Object.entries(texts[language].options[set]).map(([value, label]) => ({ value, label }));
}

/** What to do about a field: the kind's own wording, else the field's, else the code's. */
export function errorText(kind: string, error: FieldError, language: Language): string {
  const errors: Readonly<Record<string, string | undefined>> = texts[language].errors;
  const { field, code } = error;
  const own = errors[`${kind}.${field}.${code}`] ?? errors[`${field}.${code}`] ?? errors[code];
  return own ?? texts[language].errors.invalid;
}
