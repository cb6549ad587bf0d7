import type { Case, Consent, ConsentAuthor, ConsentKind } from './case.ts';
import {
  answerCounts,
  type ConsentCase,
  consentGivers,
  consentsAlone,
  hasOtherParent,
  newestConsent,
} from './consent-givers.ts';
import { areParentsInformed, submitterActsAs } from './representation.ts';
import type { CalendarDate } from './time.ts';

type InForceCase = Pick<
  Case,
  | 'consents'
  | 'otherParent'
  | 'otherParentUnreachable'
  | 'careOrder'
  | 'consentOverride'
  | 'capacityFinding'
  | 'submitter'
>;

/**
 * What the newest answer of a kind says: a withdrawal is `declined`, like a no. Where two consent together, as both
 * parents, a yes is in force only with the other's, unless a caseworker goes on with one. The person's own no stands
 * against the yes of whoever acts for them, also a later one.
 */
export function consentInForce(caseOf: InForceCase, kind: ConsentKind): 'given' | 'declined' | 'none' {
  const counts = (consent: Consent) => isAskedStill(caseOf, consent) && answerCounts(caseOf, consent);
  const newest = newestConsent(caseOf, kind, counts);
  if (newest === undefined) return 'none';
  const other = partner(caseOf, newest);
  if (caseOf.consentOverride && other) return oneIsEnough(caseOf, kind, [newest.by, other]);
  if (!newest.given) return 'declined';
  if (other === undefined) return 'given';
  const theirs = newestConsent(caseOf, kind, ({ by }) => by === other);
  if (theirs === undefined) return 'none';
  return theirs.given ? 'given' : 'declined';
}

/** What the parents answered no longer counts under a care order (pbrl § 4-4 fourth ledd). */
function isAskedStill({ careOrder }: Pick<Case, 'careOrder'>, { by }: Consent): boolean {
  return careOrder === undefined || (by !== 'parent' && by !== 'other-parent');
}

/** What one of two consented to, where a caseworker goes on with that. */
function oneIsEnough(caseOf: InForceCase, kind: ConsentKind, both: readonly ConsentAuthor[]): 'given' | 'declined' {
  return both.some((author) => newestConsent(caseOf, kind, ({ by }) => by === author)?.given) ? 'given' : 'declined';
}

/** Who has to say yes as well. */
function partner(caseOf: InForceCase, { by }: Consent): ConsentAuthor | undefined {
  const { careOrder } = caseOf;
  if (by === 'parent' && hasOtherParent(caseOf)) return 'other-parent';
  if (by === 'other-parent') return 'parent';
  if (!careOrder) return undefined;
  if (by === 'child-welfare') return 'carer';
  return by === 'carer' ? 'child-welfare' : undefined;
}

/**
 * Who consents to a plan on a date: the person from 16, or from 12 when the parents are rightly not informed; otherwise
 * those with parental responsibility (pbrl §§ 3-4, 4-3, 4-4).
 */
export function consentGiver(
  caseOf: Pick<Case, 'person' | 'parentsNotInformed'>,
  on: CalendarDate,
): 'person' | 'parents' {
  return consentsAlone(caseOf, on) ? 'person' : 'parents';
}

type NeedCase = ConsentCase & Pick<Case, 'origin' | 'wishes' | 'senderProven' | 'concerns'>;

/**
 * Must consent be asked for before the assessment? `given`: a valid consent to the plan is recorded, by everybody whose
 * consent it takes or with a caseworker's reason to go on with one. `needed`: it has to be asked for (IP-forskriften
 * §§ 5, 6, 8): the case began as a report, came from somebody who cannot consent or has not shown who they are, or lacks
 * the second of two. `not-needed`: nothing new is given, as the case is about a right the person has; a coordinator only,
 * or an application by the person or a representative who settles consent later with the coordinator, as a decision may
 * precede it (domain.md § 4.1); the question has been answered with no; or nobody can consent, so that the caseworker
 * decides (pbrl § 4-6).
 */
export function consentNeed(caseOf: NeedCase, on: CalendarDate): 'given' | 'needed' | 'not-needed' {
  if (caseOf.concerns) return 'not-needed';
  const { required, given, declined, missing } = consentGivers(caseOf, on);
  if (required.length === 0) return 'not-needed';
  if (caseOf.consentOverride && given.length > 0) return 'given';
  if (declined.length > 0) return 'not-needed';
  if (missing.length === 0) return 'given';
  if (!areParentsInformed(caseOf) && !consentsAlone(caseOf, on)) return 'not-needed';
  // Who cannot be reached is not asked: the caseworker goes on with one, with the reason, or without a plan.
  const asked = missing.filter((giver) => giver !== 'other-parent' || caseOf.otherParent !== undefined);
  if (required.length > 1 && caseOf.wishes.plan) return asked.length > 0 ? 'needed' : 'not-needed';
  if (caseOf.origin !== 'application' || caseOf.senderProven === false) return 'needed';
  return hasStanding(caseOf, on) ? 'not-needed' : 'needed';
}

/** May the one who applied act in the matter? (domain.md § 4.4) Relatives may ask, but not apply for an adult. */
function hasStanding(caseOf: NeedCase, on: CalendarDate): boolean {
  const { submitter, wishes } = caseOf;
  if (submitter === undefined) return !wishes.plan || consentsAlone(caseOf, on);
  if (submitter.role === 'parent' && !wishes.plan) return true;
  return submitterActsAs(caseOf, on) !== undefined;
}
