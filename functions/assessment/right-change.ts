import type { AnswerOf } from '../core/answers.ts';
import { osloDate } from '../core/calendar.ts';
import type { ConcernedRight } from '../core/case.ts';
import { type Assessment, rightChangeOutcomes } from '../core/decision.ts';
import { changeProblems, outcomesOfChange } from '../core/existing-right.ts';
import type { Result } from '../core/result.ts';
import { isBlank, parseAnswer, validDate, withRules } from '../tasks/pages/parse-answer.ts';
import type { FieldError, FormValues, TaskContext, TaskField } from '../tasks/pages/task-page.ts';

type Parsed = Result<AnswerOf<'assessment'>, readonly FieldError[]>;
type Common = Readonly<Record<string, unknown>>;

/** What is asked in place of the three outcomes: what becomes of the one right, and from when (fvl § 42). */
export const rightChangeFields: readonly TaskField[] = [
  { control: 'choice', name: 'rightChange', options: 'right-change' },
  { control: 'text', name: 'changeFrom', type: 'date' },
];

/** The day that was told to the person, or what was proposed in an earlier round; what becomes of the right is never chosen beforehand. */
export function rightChangeInitial(concerns: ConcernedRight, earlier: Assessment | undefined): FormValues {
  const { change } = earlier ?? {};
  return change ? { rightChange: change.outcome, changeFrom: change.from } : { changeFrom: concerns.from };
}

/**
 * The answer about a right the person has. Reasons and what the person has said are always needed: the person is heard
 * before anything is decided to their harm (`changeProblems`; pbrl § 3-1).
 */
export function parseRightChange(
  values: FormValues,
  {
    concerns,
    common,
    now,
  }: { readonly concerns: ConcernedRight; readonly common: Common; readonly now: TaskContext['now'] },
): Parsed {
  const outcome = rightChangeOutcomes.find((known) => known === values.rightChange);
  const goesOn = outcome === 'continued';
  const from = goesOn ? concerns.from : validDate(values.changeFrom);
  const faults = [
    ...(outcome ? [] : [{ field: 'rightChange', code: 'required' }]),
    ...(from ? [] : [{ field: 'changeFrom', code: isBlank(values.changeFrom) ? 'required' : 'invalid' }]),
    ...(isBlank(values.personsView) ? [{ field: 'personsView', code: 'not-heard' }] : []),
    ...(isBlank(values.reasons) ? [{ field: 'reasons', code: 'change' }] : []),
  ];
  const change = outcome && from ? { outcome, from } : undefined;
  const outcomes = outcomesOfChange(concerns.right, outcome ?? 'continued');
  const parsed = parseAnswer('assessment', { ...common, outcomes, ...(change && { change }) }, values);
  return withRules(parsed, [...faults, ...(change ? problemsOf(change, values, { concerns, now }) : [])]);
}

function problemsOf(
  change: NonNullable<Assessment['change']>,
  { reasons = '' }: FormValues,
  { concerns, now }: { readonly concerns: ConcernedRight; readonly now: TaskContext['now'] },
): readonly FieldError[] {
  const found = changeProblems({ concerns }, { ...change, reasons }, osloDate(now));
  return found.includes('before-notice') ? [{ field: 'changeFrom', code: 'past' }] : [];
}
