import type { LegalBasis, Wishes } from '../../core/case.ts';
import type { Outcomes } from '../../core/decision.ts';
import { outcomesProblem, reasonsMissing } from '../../core/outcome.ts';

/** What an approver looks at before the letter leaves; each is told as fulfilled or as something to look into. */
export interface FourChecks {
  /** Plan, coordinator and child coordinator have an outcome each (pbrl §§ 2-5, 2-5 b, 2-5 c). */
  readonly everyRight: boolean;
  /** Facts are stated, and reasons where anything is not granted (fvl §§ 24, 25 as standard). */
  readonly reasoned: boolean;
  /** The person, or the child, has been heard and the letter says so (pbrl § 3-1; IP-forskriften § 4). */
  readonly heard: boolean;
  /** A plan is not granted against a no (IP-forskriften § 5). A missing answer may come later (domain.md § 4.1). */
  readonly consent: boolean;
}

/** The four checks of a proposal. They inform; the approver decides. */
export function fourChecks(proposal: {
  readonly outcomes: Outcomes;
  readonly facts: string;
  readonly reasons: string;
  readonly personsView: string;
  readonly wishes: Wishes;
  readonly legalBasis: LegalBasis;
  readonly planConsent: 'given' | 'declined' | 'none';
}): FourChecks {
  const { outcomes, facts, reasons, personsView, wishes, legalBasis, planConsent } = proposal;
  return {
    everyRight: outcomesProblem(outcomes, wishes, legalBasis) === undefined,
    reasoned: facts.trim() !== '' && !reasonsMissing(outcomes, reasons),
    heard: personsView.trim() !== '',
    consent: outcomes.plan !== 'granted' || planConsent !== 'declined',
  };
}
