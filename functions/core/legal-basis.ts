import type { LegalBasis } from './case.ts';
import type { Outcomes } from './decision.ts';

/**
 * True when a right of the health services is granted or refused: a coordinator or a child coordinator (pbrl §§ 2-5 b,
 * 2-5 c).
 */
function decidesCoordinator({ coordinator, childCoordinator }: Outcomes): boolean {
  return [coordinator, childCoordinator].some((outcome) => outcome === 'granted' || outcome === 'refused');
}

/**
 * True when a letter decides rights under two acts: the plan under sosialtjenesteloven or Nav-loven, and a coordinator,
 * who is a right under pbrl whatever the case is handled under.
 */
export function isMixed(legalBasis: LegalBasis, outcomes: Outcomes | undefined): boolean {
  return legalBasis !== 'health' && outcomes !== undefined && decidesCoordinator(outcomes);
}

/**
 * The act that sets the deadline to appeal a decision. One letter has one deadline: where it decides rights under two
 * acts, the longer of the two holds for all of it (pbrl § 7-5; fvl § 29 fourth ledd lets a deadline be extended).
 */
export function appealBasis(legalBasis: LegalBasis, outcomes: Outcomes | undefined): LegalBasis {
  return isMixed(legalBasis, outcomes) ? 'health' : legalBasis;
}
