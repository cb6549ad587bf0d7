import { type Outcomes, type Right, rights, type Wishes } from './case.ts';

/**
 * What is wrong with a set of outcomes. `nothing-decided`: no right has an outcome; `wish-not-answered`: something asked
 * for is marked as not applied for; `refused-but-not-wished`: a refusal nobody asked for; `coordinator-not-assessed`: plan
 * refused or declined without looking at the coordinator, which is a right of its own (hol § 7-2, forskrift 1256 § 16).
 */
export type OutcomesProblem =
  | 'nothing-decided'
  | 'wish-not-answered'
  | 'refused-but-not-wished'
  | 'coordinator-not-assessed';

/** The first problem with the outcomes, or undefined when they can stand. */
export function outcomesProblem(outcomes: Outcomes, wishes: Wishes): OutcomesProblem | undefined {
  if (rights.every((right) => outcomes[right] === 'not-applied')) return 'nothing-decided';
  if (rights.some((right) => wishes[right] && outcomes[right] === 'not-applied')) return 'wish-not-answered';
  const noPlan = outcomes.plan === 'refused' || outcomes.plan === 'declined';
  if (noPlan && outcomes.coordinator === 'not-applied') return 'coordinator-not-assessed';
  // Assessing the coordinator of the authority's own motion may end in a refusal; other refusals answer a wish.
  const needsNoWish = (right: Right) => right === 'coordinator' && noPlan;
  const unasked = rights.some((right) => outcomes[right] === 'refused' && !wishes[right] && !needsNoWish(right));
  return unasked ? 'refused-but-not-wished' : undefined;
}

/** True when anything asked for is not granted, or anything at all is refused. */
export function notGrantedInFull(outcomes: Outcomes, wishes: Wishes): boolean {
  return rights.some((right) => outcomes[right] === 'refused' || (wishes[right] && outcomes[right] !== 'granted'));
}

/** True when reasons are lacking: they may be left out only when nothing is refused or declined (fvl § 24 as standard). */
export function reasonsMissing(outcomes: Outcomes, reasons: string): boolean {
  const fullyGranted = rights.every((right) => outcomes[right] === 'granted' || outcomes[right] === 'not-applied');
  return !fullyGranted && reasons.trim() === '';
}
