import type { LegalBasis, Wishes } from './case.ts';
import { type Outcomes, type Right, rights } from './decision.ts';

/**
 * What is wrong with a set of outcomes. `nothing-decided`: no right has an outcome; `wish-not-answered`: something asked
 * for is marked as not applied for; `refused-but-not-wished`: a refusal nobody asked for; `coordinator-not-assessed`:
 * plan refused or declined without looking at the coordinator, which is a right of its own (hol § 7-2, forskrift 1256
 * § 16); on the health track only, as the other acts know no coordinator.
 */
export type OutcomesProblem =
  | 'nothing-decided'
  | 'wish-not-answered'
  | 'refused-but-not-wished'
  | 'coordinator-not-assessed';

/** One right whose outcome cannot stand, and why. */
export interface OutcomeFault {
  readonly right: Right;
  readonly problem: OutcomesProblem;
}

/** Everything that cannot stand in a set of outcomes; a right without an outcome yet is nobody's fault here. */
export function outcomeFaults(
  outcomes: Partial<Outcomes>,
  wishes: Wishes,
  legalBasis: LegalBasis = 'health',
): readonly OutcomeFault[] {
  const noPlan = outcomes.plan === 'refused' || outcomes.plan === 'declined';
  // Assessing the coordinator of the authority's own motion may end in a refusal; other refusals answer a wish.
  const needsNoWish = (right: Right) => right === 'coordinator' && noPlan;
  const problemOf = (right: Right): OutcomesProblem | undefined => {
    if (outcomes[right] === 'not-applied' && wishes[right]) return 'wish-not-answered';
    if (outcomes[right] === 'not-applied' && legalBasis === 'health' && needsNoWish(right))
      return 'coordinator-not-assessed';
    return outcomes[right] === 'refused' && !wishes[right] && !needsNoWish(right)
      ? 'refused-but-not-wished'
      : undefined;
  };
  const found = rights.flatMap((right) => {
    const problem = problemOf(right);
    return problem ? [{ right, problem }] : [];
  });
  const nothing = rights.every((right) => outcomes[right] === 'not-applied');
  return nothing && found.length === 0 ? [{ right: 'plan', problem: 'nothing-decided' }] : found;
}

const gravest: readonly OutcomesProblem[] = ['wish-not-answered', 'coordinator-not-assessed', 'refused-but-not-wished'];

/** The gravest problem with the outcomes, or undefined when they can stand. */
export function outcomesProblem(
  outcomes: Outcomes,
  wishes: Wishes,
  legalBasis: LegalBasis = 'health',
): OutcomesProblem | undefined {
  if (rights.every((right) => outcomes[right] === 'not-applied')) return 'nothing-decided';
  const problems = outcomeFaults(outcomes, wishes, legalBasis).map(({ problem }) => problem);
  return gravest.find((problem) => problems.includes(problem));
}

/** True when anything asked for is not granted, or anything at all is refused. */
export function notGrantedInFull(outcomes: Outcomes, wishes: Wishes): boolean {
  return rights.some((right) => outcomes[right] === 'refused' || (wishes[right] && outcomes[right] !== 'granted'));
}

/** True when reasons are lacking: they may be left out only when nothing is refused or declined (fvl § 24 as standard). */
export function reasonsMissing(outcomes: Partial<Outcomes>, reasons: string): boolean {
  const notGranted = rights.some((right) => outcomes[right] === 'refused' || outcomes[right] === 'declined');
  return notGranted && reasons.trim() === '';
}
