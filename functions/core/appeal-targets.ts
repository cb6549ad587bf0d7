import { type AppealTarget, appealTargets } from './appeal.ts';
import { openAppeal } from './appeal-state.ts';
import { latestLateAppealOn } from './deadlines.ts';
import { currentDecision } from './decision-letter.ts';
import type { CaseFile } from './records.ts';
import type { CalendarDate } from './time.ts';

/**
 * What a party may appeal on a day, the likeliest first; empty while everything there is has an open appeal. The decision
 * until a year after it was made, late or not (fvl § 31), never one that Statsforvalteren made (fvl § 28); that no answer
 * comes while there is none; the follow-up always (pbrl § 7-2).
 */
export function appealTargetsOf(file: CaseFile, today: CalendarDate): readonly AppealTarget[] {
  const { withdrawnAt, decisionNumber } = file.case;
  if (openAppeal(file, 0)) return decisionCanBeAppealed(file, today) ? ['decision'] : [];
  if (withdrawnAt !== undefined) return ['service'];
  if (decisionNumber === 0) return ['no-answer', 'service'];
  return decisionCanBeAppealed(file, today) ? ['decision', 'service'] : ['service'];
}

/**
 * True when the decision in force is more than a year old, so that an appeal over it can no longer be taken up (fvl
 * § 31).
 */
export function isBeyondAppeal(file: CaseFile, today: CalendarDate): boolean {
  const decision = currentDecision(file);
  return decision !== undefined && today > latestLateAppealOn(decision.decidedAt);
}

/** True when there is no decision that could be appealed at all, however many appeals are open. */
function isDecisionFinal(file: CaseFile, today: CalendarDate): boolean {
  const decision = currentDecision(file);
  if (decision === undefined || decision.madeBy === 'county-governor') return true;
  return file.case.withdrawnAt !== undefined || isBeyondAppeal(file, today);
}

function decisionCanBeAppealed(file: CaseFile, today: CalendarDate): boolean {
  return !isDecisionFinal(file, today) && openAppeal(file) === undefined;
}

/**
 * What is appealed: as chosen where that is possible, else the likeliest, so that no appeal is lost for want of a choice.
 */
export function appealTargetOf(file: CaseFile, asked: string | undefined, today: CalendarDate): AppealTarget {
  const chosen = appealTargets.find((each) => each === asked);
  if (chosen === 'service' || file.case.withdrawnAt !== undefined) return 'service';
  if (file.case.decisionNumber === 0) return 'no-answer';
  return isDecisionFinal(file, today) ? 'service' : 'decision';
}

/** The decision an appeal over `target` is about; 0 for none, as `Appeal.decisionNumber` has it. */
export function decisionNumberOf(file: CaseFile, target: AppealTarget): number {
  return target === 'decision' ? file.case.decisionNumber : 0;
}
