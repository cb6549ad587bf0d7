import { Temporal } from 'temporal-polyfill';
import { osloDate } from './calendar.ts';
import type { Case, Consent, ConsentKind } from './case.ts';
import { birthDateOf } from './national-id.ts';
import type { CalendarDate } from './time.ts';

/** From this birthday a person consents alone (pbrl § 4-3 b; domain.md § 4.2 on Gjøvik's «over 15 år»). */
export const consentAge = 16;

/** From this birthday a child who understands the matter can be a party (pbrl § 6-5). */
export const partyAge = 12;

/**
 * Whole years on a date. Somebody born 29 February has the birthday on 28 February in other years, as a period in years
 * ends on the month's last day (domstolloven § 148 by analogy). Throws RangeError for a number without a birth date.
 */
export function ageOn(nationalId: string, date: CalendarDate): number {
  const birthDate = birthDateOf(nationalId);
  if (birthDate === undefined) throw new RangeError('The national id number carries no date of birth');
  const born = Temporal.PlainDate.from(birthDate);
  const day = Temporal.PlainDate.from(date);
  const years = day.year - born.year;
  return Temporal.PlainDate.compare(born.add({ years }), day) <= 0 ? years : years - 1;
}

/** The newest consent of a kind, whoever gave it; undefined when nobody was asked or nobody answered. */
export function newestConsent(caseOf: Pick<Case, 'consents'>, kind: ConsentKind): Consent | undefined {
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
  if (consent.by === 'parent') return parentHasStanding(caseOf, on);
  return true;
}

/** May the one who applied act in the matter? (domain.md § 4.4) Relatives may ask, but not apply for an adult. */
function hasStanding(caseOf: ConsentCase, on: CalendarDate): boolean {
  const { submitter } = caseOf;
  if (submitter === undefined) return !caseOf.wishes.plan || consentGiver(caseOf, on) === 'person';
  switch (submitter.role) {
    case 'parent':
      return !caseOf.wishes.plan || parentHasStanding(caseOf, on);
    case 'attorney':
    case 'guardian':
      return Boolean(submitter.mandate?.trim());
    case 'relative':
    case 'health-worker':
    case 'hospital':
      return false;
  }
}

/** Parents act for a child under 16; for one of 16 or 17 only with a fullmakt (domain.md § 4.4). */
function parentHasStanding(caseOf: ConsentCase, on: CalendarDate): boolean {
  const age = ageOn(caseOf.person.nationalId, on);
  if (age < consentAge) return true;
  return age < 18 && caseOf.submitter?.role === 'parent' && Boolean(caseOf.submitter.mandate?.trim());
}
