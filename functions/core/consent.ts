import { ageOn, consentAge } from './age.ts';
import { osloDate } from './calendar.ts';
import type { Case, Consent, ConsentKind } from './case.ts';
import { submitterActsAs } from './representation.ts';
import type { CalendarDate } from './time.ts';

/** The newest consent of a kind, whoever gave it; undefined when nobody was asked or nobody answered. */
function newestConsent(caseOf: Pick<Case, 'consents'>, kind: ConsentKind): Consent | undefined {
  return caseOf.consents
    .filter((consent) => consent.kind === kind)
    .reduce<Consent | undefined>((newest, next) => (newest && newest.at > next.at ? newest : next), undefined);
}

/** What the newest answer of a kind says: a withdrawal is `declined`, like a no. */
export function consentInForce(caseOf: Pick<Case, 'consents'>, kind: ConsentKind): 'given' | 'declined' | 'none' {
  const newest = newestConsent(caseOf, kind);
  if (newest === undefined) return 'none';
  return newest.given ? 'given' : 'declined';
}

/** Who consents to a plan on a date: the person from 16, otherwise those with parental responsibility (pbrl §§ 4-3, 4-4). */
export function consentGiver(caseOf: Pick<Case, 'person'>, on: CalendarDate): 'person' | 'parents' {
  return ageOn(caseOf.person.nationalId, on) >= consentAge ? 'person' : 'parents';
}

type ConsentCase = Pick<Case, 'consents' | 'origin' | 'person' | 'submitter' | 'wishes'>;

/**
 * Must consent be asked for before the assessment? `given`: a valid consent to the plan is recorded. `needed`: it has to
 * be asked for (IP-forskriften §§ 5, 6, 8): the case began as a report or came from somebody who cannot consent. `not-needed`: a
 * coordinator only, or an application by the person or a representative who settles consent later with the coordinator,
 * as a decision may precede it (domain.md § 4.1); or the question has been answered with no.
 */
export function consentNeed(caseOf: ConsentCase, on: CalendarDate): 'given' | 'needed' | 'not-needed' {
  const answered = newestConsent(caseOf, 'plan');
  if (answered && isValid(caseOf, answered, on)) return answered.given ? 'given' : 'not-needed';
  if (caseOf.origin !== 'application') return 'needed';
  if (!hasStanding(caseOf, on)) return 'needed';
  return 'not-needed';
}

/** A child's own consent does not carry a plan, nor a parent's once the child is 16 (pbrl §§ 4-3, 4-4). */
function isValid(caseOf: ConsentCase, consent: Consent, on: CalendarDate): boolean {
  if (consent.by === 'person') return consentGiver(caseOf, osloDate(consent.at)) === 'person';
  if (consent.by === 'parent')
    return consentGiver(caseOf, on) === 'parents' || submitterActsAs(caseOf, on) === 'parent';
  return true;
}

/** May the one who applied act in the matter? (domain.md § 4.4) Relatives may ask, but not apply for an adult. */
function hasStanding(caseOf: ConsentCase, on: CalendarDate): boolean {
  const { submitter, wishes } = caseOf;
  if (submitter === undefined) return !wishes.plan || consentGiver(caseOf, on) === 'person';
  if (submitter.role === 'parent' && !wishes.plan) return true;
  return submitterActsAs(caseOf, on) !== undefined;
}
