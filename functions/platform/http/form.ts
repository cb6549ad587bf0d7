import type { PageLanguage } from '../../core/language.ts';

/** View of a one-line field: `{{> form-text field}}`. */
export interface TextField {
  readonly id: string;
  readonly name: string;
  readonly type: 'text' | 'email' | 'tel' | 'date';
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string;
  readonly describedBy: string;
  readonly required: boolean;
  readonly autocomplete: string;
  readonly inputmode: string;
  readonly width: 'short' | 'medium' | '';
}

/** View of a field for longer text: `{{> form-textarea field}}`. */
export interface TextArea
  extends Pick<TextField, 'id' | 'name' | 'label' | 'hint' | 'value' | 'error' | 'describedBy' | 'required'> {
  readonly rows: number;
}

/** View of a group of radio buttons or check boxes: `{{> form-choices field}}`. */
export interface Choices {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string;
  readonly describedBy: string;
  readonly options: readonly ChoiceOption[];
}

interface ChoiceOption {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly invalid: boolean;
}

/** What every field is made from: what was typed, and what was wrong with it, by field name. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  /** Messages in the page's language. */
  readonly errors: Readonly<Record<string, string>>;
}

type TextInput = Pick<TextField, 'name' | 'label'> &
  Partial<Pick<TextField, 'type' | 'hint' | 'required' | 'autocomplete' | 'inputmode' | 'width'>>;

/** A one-line field that keeps what was typed and shows its error. */
export function textField(state: FormState, input: TextInput): TextField {
  return {
    type: 'text',
    required: false,
    autocomplete: '',
    inputmode: '',
    width: '',
    ...common(state, input),
    ...input,
    hint: input.hint ?? '',
  };
}

/** A field for longer text. */
export function textArea(
  state: FormState,
  input: Pick<TextField, 'name' | 'label'> & Partial<Pick<TextArea, 'hint' | 'required' | 'rows'>>,
): TextArea {
  return { required: false, rows: 5, ...common(state, input), ...input, hint: input.hint ?? '' };
}

/** One choice of several; none is chosen beforehand unless it was posted. */
export function radioChoices(
  state: FormState,
  input: {
    readonly name: string;
    /** Needed only where two groups of one name are on a page. */
    readonly id?: string;
    readonly label: string;
    readonly hint?: string;
    readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  },
): Choices {
  const { id, error, describedBy } = common(state, input);
  const chosen = state.values[input.name];
  const options = input.options.map(({ value, label, hint = '' }, index) => ({
    type: 'radio' as const,
    // The first option carries the group's own id, so that an error link leads to something one can act on.
    id: index === 0 ? id : `${id}-${value}`,
    name: input.name,
    value,
    label,
    hint,
    checked: chosen === value,
    invalid: error !== '',
  }));
  return { id, error, describedBy, label: input.label, hint: input.hint ?? '', options };
}

/** Check boxes with a name each and the value `yes`; an error of the group is kept under `name`. */
export function checkBoxes(
  state: FormState,
  input: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly options: readonly { readonly name: string; readonly label: string; readonly hint?: string }[];
  },
): Choices {
  const { id, error, describedBy } = common(state, input);
  const options = input.options.map(({ name, label, hint = '' }, index) => ({
    type: 'checkbox' as const,
    id: index === 0 ? id : name,
    name,
    value: 'yes',
    label,
    hint,
    checked: state.values[name] === 'yes',
    invalid: error !== '',
  }));
  return { id, error, describedBy, label: input.label, hint: input.hint ?? '', options };
}

/** View of `{{> form-errors summary}}`: every error as a link to its field, in the order of the page. */
export interface ErrorSummary {
  readonly heading: string;
  readonly errors: readonly { readonly target: string; readonly message: string }[];
}

const summaryHeading: Readonly<Record<PageLanguage, string>> = {
  en: 'You must correct this before you can send the form',
  nb: 'Du må rette dette før du kan sende inn',
  nn: 'Du må rette dette før du kan sende inn',
};

/** Summary of `errors`; empty (and then not shown) when there are none. */
export function errorSummary(language: PageLanguage, errors: FormState['errors']): ErrorSummary {
  return {
    heading: summaryHeading[language],
    errors: Object.entries(errors).map(([name, message]) => ({ target: `field-${name}`, message })),
  };
}

/** The page's title, marked when the form has errors, as screen readers read the title first. */
export function titleWithErrors(title: string, errors: FormState['errors'], language: PageLanguage = 'nb'): string {
  if (Object.keys(errors).length === 0) return title;
  return language === 'en' ? `Error: ${title}` : `Feil: ${title}`;
}

function common(state: FormState, input: { readonly name: string; readonly id?: string; readonly hint?: string }) {
  const id = input.id ?? `field-${input.name}`;
  const error = state.errors[input.name] ?? '';
  const describedBy = [input.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, name: input.name, value: state.values[input.name] ?? '', error, describedBy };
}
