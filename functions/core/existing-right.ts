import { defers } from './appeal-state.ts';
import { compareDates } from './calendar.ts';
import type { Case, ConcernedRight } from './case.ts';
import {
  type DecidedChange,
  type Decision,
  type Outcomes,
  type Right,
  type RightChangeOutcome,
  type RightOutcome,
  rights,
} from './decision.ts';
import { currentDecision } from './decision-letter.ts';
import type { CaseFile } from './records.ts';
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

/** The outcome of each right when one that somebody has is ended, changed or goes on; the others are not touched. */
export function outcomesOfChange(right: Right, outcome: RightChangeOutcome): Outcomes {
  const outcomeOf: Readonly<Record<RightChangeOutcome, RightOutcome>> = {
    ended: 'refused',
    changed: 'granted',
    continued: 'granted',
  };
  const none: Outcomes = { plan: 'not-applied', coordinator: 'not-applied', childCoordinator: 'not-applied' };
  return { ...none, [right]: outcomeOf[outcome] };
}

/**
 * What is wrong with the answer in a case about a right the person has. A right that goes on takes no date and no word of
 * deferral, but reasons all the same: the person was told that it might end. The letter itself tells of the deferral.
 */
export function changeProblems(
  { concerns }: Pick<Case, 'concerns'>,
  answer: { readonly outcome: RightChangeOutcome; readonly reasons: string; readonly from: CalendarDate },
  sentOn: CalendarDate,
): readonly RightChangeProblem[] {
  if (!concerns) return ['right-not-granted'];
  const { outcome, reasons, from } = answer;
  if (outcome === 'continued') return reasons.trim() === '' ? ['reasons-missing'] : [];
  const inForce = outcomesOfChange(concerns.right, 'continued');
  const change: RightChange = {
    right: concerns.right,
    effect: outcome,
    reasons,
    effectiveFrom: from,
    deferral: 'told',
  };
  return rightChangeProblems(change, { inForce, sentOn });
}

/**
 * What a decision about a right the person has says of it. A decision that followed an appeal before this was kept says it
 * by its outcome alone: refused, the right ended as it was meant to; otherwise it goes on.
 */
export function changeDecided(
  { right, from }: Pick<ConcernedRight, 'right' | 'from'>,
  { change, outcomes }: Pick<Decision, 'change' | 'outcomes'>,
): DecidedChange {
  return change ?? { outcome: outcomes[right] === 'refused' ? 'ended' : 'continued', from };
}

/** Do both say the same of the right? The day of one that goes on has no meaning. */
export function isSameChange(one: DecidedChange, other: DecidedChange): boolean {
  return one.outcome === other.outcome && (one.outcome === 'continued' || one.from === other.from);
}

/** Why a change cannot begin; `unknown` also covers a case there is not, so that nothing is told of other cases. */
export type CannotChange = 'unknown' | 'under-way';

/**
 * The case to go on from when a right a person has is to be ended or changed: decided under that number, granting it, and
 * not ended since. `files` are the person's cases in the municipality, newest first.
 */
export function caseWithRight(
  files: readonly CaseFile[],
  asked: { readonly nationalId: string; readonly caseNumber: string; readonly right: Right },
): CaseFile | CannotChange {
  const { right } = asked;
  const own = files.filter(({ case: found }) => found.person.nationalId === asked.nationalId && !found.joinedTo);
  const outcome = (file: CaseFile) => currentDecision(file)?.outcomes[right] ?? 'not-applied';
  const named = own.find(({ case: found }) => found.caseNumber === asked.caseNumber);
  const newest = own.find((file) => outcome(file) !== 'not-applied');
  if (!named || !newest || outcome(named) !== 'granted' || outcome(newest) !== 'granted') return 'unknown';
  const open = own.some(({ case: { concerns, state } }) => concerns?.right === right && isUndecided(state));
  return open ? 'under-way' : named;
}

/** Not decided yet, and not stopped. */
export function isUndecided(state: Case['state']): boolean {
  return ['received', 'registered', 'awaiting-consent', 'in-assessment', 'in-approval'].includes(state);
}

/** What a later decision in force did to a right, told in the case it was granted in. */
export interface LaterChange {
  readonly right: Right;
  readonly outcome: 'ended' | 'changed';
  /** As decided, or later when it waited for an appeal. */
  readonly from: CalendarDate;
  readonly caseNumber: string;
  /** It waits until an appeal is decided (fvl § 42). */
  readonly deferred: boolean;
}

/**
 * What the case about a right did to it, once its letter has left; undefined while it is open, when the right goes on, and
 * when the decision was changed after an appeal, so that the right stands again.
 */
export function laterChange(file: Pick<CaseFile, 'case' | 'decisions' | 'appeals'>): LaterChange | undefined {
  const { concerns, state, caseNumber } = file.case;
  const change = currentDecision(file)?.change;
  if (!concerns || !change || change.outcome === 'continued' || state === 'decided') return undefined;
  const deferred = file.appeals.some(defers);
  const from = latest([change.from, ...file.appeals.flatMap(({ deferralOverOn }) => deferralOverOn ?? [])]);
  return { right: concerns.right, outcome: change.outcome, from, caseNumber, deferred };
}

function latest(dates: readonly CalendarDate[]): CalendarDate {
  return dates.reduce((last, date) => (compareDates(date, last) > 0 ? date : last));
}

/** Is it the name of a right? */
export function isRight(value: string | undefined): value is Right {
  return rights.some((right) => right === value);
}
