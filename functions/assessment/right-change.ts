import type { AnswerOf } from '../core/answers.ts';
import { osloDate } from '../core/calendar.ts';
import type { ConcernedRight } from '../core/case.ts';
import type { Assessment } from '../core/decision.ts';
import { changeProblems, outcomesOfChange } from '../core/existing-right.ts';
import type { Result } from '../core/result.ts';
import { isBlank, parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import { rightChangeValues, typedRightChange } from '../tasks/pages/right-change-fields.ts';
import type { FieldError, FormValues, TaskContext } from '../tasks/pages/task-page.ts';

type Parsed = Result<AnswerOf<'assessment'>, readonly FieldError[]>;
type Common = Readonly<Record<string, unknown>>;

/**
 * The day that was told to the person, or what was proposed in an earlier round; what becomes of the right is never
 * chosen beforehand.
 */
export function rightChangeInitial(concerns: ConcernedRight, earlier: Assessment | undefined): FormValues {
  const { change } = earlier ?? {};
  return change ? rightChangeValues(change) : { changeFrom: concerns.from };
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
  const { change, faults: typed } = typedRightChange(values, concerns.from);
  const faults = [
    ...typed,
    ...(isBlank(values.personsView) ? [{ field: 'personsView', code: 'not-heard' }] : []),
    ...(isBlank(values.reasons) ? [{ field: 'reasons', code: 'change' }] : []),
  ];
  const outcomes = outcomesOfChange(concerns.right, change?.outcome ?? 'continued');
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
