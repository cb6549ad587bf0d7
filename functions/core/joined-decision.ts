import type { Appeal } from './appeal.ts';
import { type DecidedChange, type Decision, type Outcomes, type Right, rights } from './decision.ts';
import { currentDecision } from './decision-letter.ts';
import type { CaseFile } from './records.ts';

type Decisions = Pick<CaseFile, 'case' | 'decisions'>;

type Decided = Pick<Decision, 'outcomes' | 'change'>;

/**
 * What is in force once the municipality changes its decision after an appeal: the rights the reassessment changes. A
 * right somebody else has decided since the decision appealed, as Statsforvalteren or after another appeal, stands: the
 * reassessment was made without knowing of it (fvl §§ 33, 35).
 */
export function decidedAfterReassessment(file: CaseFile, appeal: Appeal, proposed: Decided): Decided {
  const appealed = decisionAppealed(file, appeal);
  const inForce = currentDecision(file);
  const { outcomes, change } = proposed;
  if (!appealed || !inForce) return decided(outcomes, change);
  // One right, and more to say of it than an outcome: it is decided whole.
  if (change)
    return inForce.number === appealed.number ? decided(outcomes, change) : decided(inForce.outcomes, inForce.change);
  const isNew = (right: Right) =>
    outcomes[right] !== appealed.outcomes[right] && inForce.outcomes[right] === appealed.outcomes[right];
  return decided(replaced(inForce.outcomes, outcomes, rights.filter(isNew)));
}

function decided(outcomes: Outcomes, change?: DecidedChange): Decided {
  return { outcomes, ...(change && { change }) };
}

/**
 * What is in force once Statsforvalteren has changed a decision: its outcomes for the rights that were forwarded, while
 * the part that the municipality changed itself stands (fvl §§ 33, 34).
 */
export function outcomesAfterCounty(
  file: CaseFile,
  appeal: Appeal,
  decided: Outcomes | undefined,
): Outcomes | undefined {
  const inForce = currentDecision(file)?.outcomes;
  if (!decided || !inForce) return decided ?? inForce;
  return replaced(inForce, decided, forwardedRights(file, appeal));
}

/**
 * The rights Statsforvalteren was asked about: those the municipality did not change itself. All of them when it changed
 * none, or every right it had decided: what is left of the appeal then concerns how much was given, not whether.
 */
function forwardedRights(file: Decisions, appeal: Appeal): readonly Right[] {
  const appealed = decisionAppealed(file, appeal)?.outcomes;
  const ownPart = file.decisions.findLast(
    ({ afterAppeal, madeBy }) => afterAppeal === appeal.number && madeBy === 'municipality',
  )?.outcomes;
  if (!appealed || !ownPart) return rights;
  const left = rights.filter((right) => ownPart[right] === appealed[right]);
  return left.some((right) => appealed[right] !== 'not-applied') ? left : rights;
}

function decisionAppealed({ decisions }: Decisions, { decisionNumber }: Appeal) {
  return decisions.find(({ number }) => number === decisionNumber);
}

function replaced(inForce: Outcomes, by: Outcomes, which: readonly Right[]): Outcomes {
  const outcome = (right: Right) => (which.includes(right) ? by[right] : inForce[right]);
  return {
    plan: outcome('plan'),
    coordinator: outcome('coordinator'),
    childCoordinator: outcome('childCoordinator'),
  };
}
