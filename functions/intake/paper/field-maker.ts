import { checkBoxes, type FormState, radioChoices, textArea, textField } from '../../platform/http/index.ts';
import type { PaperErrors, PaperField } from './paper-form.ts';
import type { ChoiceName, PaperTexts } from './paper-texts.ts';

/** Makers of a page's fields and blocks of fields, with what was typed and what is wrong with it. */
export function fieldMaker(state: FormState, texts: PaperTexts) {
  const makers = singleMaker(state, texts);
  return { ...makers, ...blocks(makers, texts) };
}

function singleMaker(state: FormState, { fields, hints, choices }: PaperTexts) {
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
  const choice = (name: PaperField, values: readonly ChoiceName[]) => radio(name, values, choices);
  const area = (name: PaperField, rows: number, required = false) => ({
    kind: 'area',
    ...textArea(state, { ...named(name), rows, required }),
  });
  const boxes = (name: PaperField, label: string, options: Readonly<Record<string, string>>) => ({
    kind: 'choices',
    ...checkBoxes(state, {
      name,
      label,
      options: Object.entries(options).map(([option, words]) => ({ name: option, label: words })),
    }),
  });
  const reach = (whose: 'person' | 'submitter') => [
    text(`${whose}Email`, { type: 'email' }),
    text(`${whose}Phone`, { type: 'tel', width: 'medium' }),
    text(`${whose}Street`),
    text(`${whose}PostalCode`, { inputmode: 'numeric', width: 'short' }),
    text(`${whose}City`, { width: 'medium' }),
  ];
  return { text, radio, choice, area, boxes, reach };
}

/** The blocks that every page has on which staff enter a case. */
function blocks(
  { text, choice, area, boxes, reach }: ReturnType<typeof singleMaker>,
  { fields, shielded }: PaperTexts,
) {
  return {
    person: () => [
      text('personName', { required: true }),
      text('personNationalId', { inputmode: 'numeric', width: 'medium', required: true }),
      ...reach('person'),
      boxes('addressShielded', fields.addressShielded, { addressShielded: shielded }),
    ],
    wishes: (label: string) => [
      boxes('wishPlan', label, {
        wishPlan: fields.wishPlan,
        wishCoordinator: fields.wishCoordinator,
        wishChildCoordinator: fields.wishChildCoordinator,
      }),
      choice('childCoordinatorFor', ['child', 'expected-child', 'person']),
    ],
    account: () => [area('needs', 6, true), area('goals', 4), area('services', 4)],
    contact: () => [
      choice('language', ['nb', 'nn']),
      choice('contact', ['paper', 'digital']),
      text('interpreter', { width: 'medium' }),
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
