import type { Reassessment } from '../../core/appeal.ts';
import { osloDate } from '../../core/calendar.ts';
import { appealDeadline } from '../../core/deadlines.ts';
import type { Assessment, DecidedChange, Decision, Outcomes } from '../../core/decision.ts';
import { appealBasis, isMixed } from '../../core/legal-basis.ts';
import type { CalendarDate } from '../../core/time.ts';
import type { HeadingName } from '../letter-text.ts';
import {
  addressingIn,
  type ConsentsView,
  consentsOf,
  type LegalBasisFlags,
  legalBasisFlags,
  present,
  type Signers,
  type ViewInput,
} from './letter.ts';

/** What can be appealed, and until when (domain.md § 2.3 nos. 11–12). */
export interface AppealRight {
  readonly legalBasis: LegalBasisFlags;
  readonly appeal: {
    readonly lastDay: CalendarDate;
    readonly paper: boolean;
    /** Rights under two acts in one letter: the longer deadline holds for all of it. */
    readonly mixed: boolean;
    /** What was granted before is refused now: it can be asked that this waits for the appeal (fvl § 42). */
    readonly endsRight: boolean;
  };
}

/** The part that tells a decision: each right on its own, with facts, considerations and the person's view. */
export interface DecidedView extends AppealRight {
  readonly outcomes: Outcomes;
  /** What becomes of a right the person has; undefined in every other decision. */
  readonly change: ChangeView | undefined;
  readonly anyGranted: boolean;
  /** Something was granted or refused; otherwise nothing is wanted any more. */
  readonly anyJudged: boolean;
  readonly coordinatorGranted: boolean;
  readonly facts: string;
  readonly reasons: string | undefined;
  readonly personsView: string | undefined;
  readonly coordinator:
    | {
        readonly name: string;
        readonly title: string;
        readonly unit: string;
        readonly phone: string;
        readonly email: string;
      }
    | undefined;
  readonly wishedCoordinator: string | undefined;
  readonly consents: ConsentsView;
}

/** What becomes of a right the person has, as templates ask for it. */
export interface ChangeView {
  readonly ended: boolean;
  readonly changed: boolean;
  readonly from: CalendarDate;
}

/** View of a change; undefined in a decision that is not about a right the person has. */
export function changeView(change: DecidedChange | undefined): ChangeView | undefined {
  if (!change) return undefined;
  return { ended: change.outcome === 'ended', changed: change.outcome === 'changed', from: change.from };
}

/** The content of a decision, made or proposed. */
export type DecidedContent = Pick<Decision, 'outcomes' | 'facts' | 'reasons' | 'personsView' | 'change'>;

/** The right to appeal what is told in a letter that leaves `now`; without outcomes, by the act of the case alone. */
export function appealRight(input: ViewInput, outcomes?: Outcomes): AppealRight {
  const { file, municipality, now } = input;
  const { legalBasis } = file.case;
  const paper = addressingIn(input, 'decision').channel === 'paper';
  const { postalDays } = municipality.deadlines;
  const { lastDay } = appealDeadline({
    legalBasis: appealBasis(legalBasis, outcomes),
    channel: paper ? 'paper' : 'digital',
    from: now,
    postalDays,
  });
  const mixed = isMixed(legalBasis, outcomes);
  return {
    legalBasis: legalBasisFlags(legalBasis),
    appeal: { lastDay, paper, mixed, endsRight: endsRight(file.decisions, outcomes) },
  };
}

/** Whether a decision with these outcomes refuses what the one before it granted. */
function endsRight(decisions: readonly Decision[], outcomes: Outcomes | undefined): boolean {
  if (!outcomes) return false;
  const told = decisions.findIndex((each) => each.outcomes === outcomes);
  const before = (told < 0 ? decisions : decisions.slice(0, told)).at(-1)?.outcomes;
  return (['plan', 'coordinator', 'childCoordinator'] as const).some(
    (right) => before?.[right] === 'granted' && outcomes[right] === 'refused',
  );
}

/** The part of a letter that tells a decision. */
export function decidedView(input: ViewInput, content: DecidedContent): DecidedView {
  const { case: found } = input.file;
  const { outcomes } = content;
  const granted = Object.values(outcomes).includes('granted');
  const coordinatorGranted = outcomes.coordinator === 'granted' || outcomes.childCoordinator === 'granted';
  return {
    ...appealRight(input, outcomes),
    outcomes,
    change: changeView(content.change),
    anyGranted: granted,
    anyJudged: granted || Object.values(outcomes).includes('refused'),
    coordinatorGranted,
    facts: content.facts,
    reasons: present(content.reasons),
    personsView: present(content.personsView),
    coordinator: coordinatorGranted ? found.coordinator : undefined,
    wishedCoordinator: present(found.wishes.wishedCoordinator),
    consents: consentsOf(found, osloDate(input.now)),
  };
}

/** Which heading a decision has: it names what is decided. */
export function decisionHeading({ plan, coordinator, childCoordinator }: Outcomes): HeadingName {
  if (childCoordinator === 'not-applied') return 'decision';
  return plan === 'not-applied' && coordinator === 'not-applied' ? 'decision-child-only' : 'decision-with-child';
}

/** Who signs a decision. */
export function decisionSigners(decision: Pick<Decision, 'assessedBy' | 'approvedBy'>): Signers {
  return { caseworker: decision.assessedBy.name, approver: decision.approvedBy.name, approvalPending: false };
}

/** Who will sign a proposal once it is approved. */
export function draftSigners(proposal: Pick<Assessment, 'assessedBy'> | Pick<Reassessment, 'by'>): Signers {
  const caseworker = 'by' in proposal ? proposal.by : proposal.assessedBy;
  return { caseworker: caseworker.name, approver: undefined, approvalPending: true };
}
