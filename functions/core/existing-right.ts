import { compareDates } from './calendar.ts';
import type { Outcomes, Right } from './case.ts';
import type { CalendarDate } from './time.ts';

/** A proposal to end or change a right somebody has; a decision of its own kind, never a side effect of another. */
export interface RightChange {
  readonly right: Right;
  readonly effect: 'ended' | 'changed';
  readonly reasons: string;
  /** From when it is carried out. */
  readonly effectiveFrom: CalendarDate;
  /** What is said of utsatt iverksetting (fvl § 42); absent when nothing is. */
  readonly deferral?: 'told' | 'granted';
}

/**
 * What is wrong with a proposal. `right-not-granted`: there is nothing to end; `reasons-missing`: it is to the person's
 * harm (fvl § 25 as standard); `before-notice`: in force before the letter leaves; `deferral-not-told`: it can be carried
 * out to the person's harm before an appeal is decided, so the letter has to tell of the deferral (fvl §§ 27, 42).
 */
export type RightChangeProblem = 'right-not-granted' | 'reasons-missing' | 'before-notice' | 'deferral-not-told';

/** Everything wrong with a proposal about a decision in force whose letter leaves on `sentOn`; empty when it can stand. */
export function rightChangeProblems(
  change: RightChange,
  { inForce, sentOn }: { readonly inForce: Outcomes; readonly sentOn: CalendarDate },
): readonly RightChangeProblem[] {
  const problems: RightChangeProblem[] = [];
  if (inForce[change.right] !== 'granted') problems.push('right-not-granted');
  if (change.reasons.trim() === '') problems.push('reasons-missing');
  if (compareDates(change.effectiveFrom, sentOn) < 0) problems.push('before-notice');
  if (change.deferral === undefined) problems.push('deferral-not-told');
  return problems;
}
