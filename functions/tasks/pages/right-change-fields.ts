import { type DecidedChange, rightChangeOutcomes } from '../../core/decision.ts';
import type { CalendarDate } from '../../core/time.ts';
import { isBlank, validDate } from './parse-answer.ts';
import type { FieldError, FormValues, TaskField } from './task-page.ts';

/** What is asked in place of the three outcomes: what becomes of the one right, and from when (fvl § 42). */
export const rightChangeFields: readonly TaskField[] = [
  { control: 'choice', name: 'rightChange', options: 'right-change' },
  { control: 'text', name: 'changeFrom', type: 'date' },
];

/** A change as the fields show it. */
export function rightChangeValues({ outcome, from }: DecidedChange): FormValues {
  return { rightChange: outcome, changeFrom: from };
}

/** The change that was typed, or what is wrong with it. A right that goes on takes no day: it keeps `unchangedFrom`. */
export function typedRightChange(
  { rightChange, changeFrom }: FormValues,
  unchangedFrom: CalendarDate,
): { readonly change: DecidedChange | undefined; readonly faults: readonly FieldError[] } {
  const outcome = rightChangeOutcomes.find((known) => known === rightChange);
  const from = outcome === 'continued' ? unchangedFrom : validDate(changeFrom);
  const faults = [
    ...(outcome ? [] : [{ field: 'rightChange', code: 'required' }]),
    ...(from ? [] : [{ field: 'changeFrom', code: isBlank(changeFrom) ? 'required' : 'invalid' }]),
  ];
  return { change: outcome && from ? { outcome, from } : undefined, faults };
}
