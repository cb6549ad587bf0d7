import { adultAge, ageOn, consentAge, hearingAge, partyAge } from './age.ts';
import { compareDates, osloDate } from './calendar.ts';
import type { Case, ConsentAuthor } from './case.ts';
import type { MandateKind, Submitter } from './parties.ts';
import type { CalendarDate } from './time.ts';

/** As what somebody other than the person is a party in the person's place. */
export type Representative = 'parent' | 'guardian' | 'attorney';

/** What somebody may do under a mandate besides applying, appealing and getting the letters, which each of them may. */
export interface MandatePowers {
  /** Consent to a plan, a personal matter: always, where the mandate says so, or unless it is known not to say so. */
  readonly consents: 'always' | 'if-personal' | 'unless-economic';
  /** May it be done against the person's will? (vgml § 33) */
  readonly againstWill: 'never' | 'if-deprived-of-capacity' | 'the-service-decides';
}

/**
 * By what the mandate rests on. A fremtidsfullmakt reaches as far as it says itself (vgml § 80), so consent has to be in
 * it; a guardian's mandate that nobody has looked into that closely is trusted, as the office that gave it describes it.
 */
export const mandatePowers: Readonly<Record<MandateKind, MandatePowers>> = {
  written: { consents: 'always', againstWill: 'never' },
  guardianship: { consents: 'unless-economic', againstWill: 'if-deprived-of-capacity' },
  'future-power': { consents: 'if-personal', againstWill: 'never' },
  'child-welfare': { consents: 'always', againstWill: 'the-service-decides' },
};

type RepresentedCase = Pick<
  Case,
  'person' | 'submitter' | 'parentsNotInformed' | 'asksNotInformed' | 'parentsInformed' | 'careOrder'
>;

/**
 * Are the parents told of the case? Not when a caseworker found that they are not to be, nor while a child of 12 to 15 asks
 * for it and nobody has decided (pbrl § 3-4).
 */
export function areParentsInformed({
  parentsNotInformed,
  asksNotInformed,
  parentsInformed,
}: Pick<Case, 'parentsNotInformed' | 'asksNotInformed' | 'parentsInformed'>): boolean {
  return parentsNotInformed === undefined && (asksNotInformed === undefined || parentsInformed !== undefined);
}

/**
 * As what the one who sent the case acts for the person on a date; undefined when they do not, or when the person sent it
 * alone. A parent until the child is 16 and, with a written mandate, until 18 (pbrl §§ 3-4, 4-3, 4-4); attorney and
 * guardian within the mandate they have shown, a lawyer without showing one (fvl § 12). Relatives, health workers and
 * hospitals may report a need but never act (domain.md § 4.4). A mandate ends on its last day or when it is withdrawn.
 * Parents do not act while they are not to be informed, nor under a care order (pbrl §§ 3-4, 4-4 fourth ledd).
 */
export function submitterActsAs(found: RepresentedCase, on: CalendarDate): Representative | undefined {
  const { person, submitter, careOrder } = found;
  if (!submitter) return undefined;
  const inForce = isMandateInForce(submitter, on);
  const mandated = inForce && Boolean(submitter.mandate?.trim()) && !submitter.mandateUnseen;
  switch (submitter.role) {
    case 'parent':
      if (!areParentsInformed(found) || careOrder) return undefined;
      return ageOn(person.nationalId, on) < (mandated ? adultAge : consentAge) ? 'parent' : undefined;
    case 'attorney':
      return mandated || (inForce && submitter.lawyer) ? 'attorney' : undefined;
    case 'guardian':
      return mandated ? 'guardian' : undefined;
    case 'relative':
    case 'health-worker':
    case 'hospital':
      return undefined;
  }
}

function isMandateInForce({ mandateUntil, mandateWithdrawnAt }: Submitter, on: CalendarDate): boolean {
  if (mandateUntil !== undefined && compareDates(on, mandateUntil) > 0) return false;
  return mandateWithdrawnAt === undefined || compareDates(on, osloDate(mandateWithdrawnAt)) < 0;
}

/** Somebody a letter might be for. */
export type LetterReader = ConsentAuthor | 'reporter';

/**
 * May somebody get the letters of a case on a date? The person as a party from 12 (pbrl § 6-5; fvl § 27); parents while
 * the child is under 16 and they are to be informed (pbrl § 3-4), the child welfare service and the carers in their
 * place under a care order; attorney and guardian as far as they act (fvl § 12). Whoever reported a need never
 * (hol § 12-1). Nobody is looked up as a relative: a role is here only because somebody in the case has it.
 */
export function mayReceiveLetters(
  found: RepresentedCase & Pick<Case, 'otherParent'>,
  reader: LetterReader,
  on: CalendarDate,
): boolean {
  const age = ageOn(found.person.nationalId, on);
  switch (reader) {
    case 'person':
      return age >= partyAge;
    case 'parent':
    case 'attorney':
    case 'guardian':
      return submitterActsAs(found, on) === reader;
    case 'other-parent':
      return found.otherParent !== undefined && age < consentAge && areParentsInformed(found) && !found.careOrder;
    case 'child-welfare':
    case 'carer':
      return found.careOrder !== undefined && age < consentAge;
    case 'reporter':
      return false;
  }
}

/**
 * How a child takes part in the case on a date. `decides`: consents alone (pbrl § 4-3). `great-weight-and-party`: from 12
 * the child's view weighs greatly and the child may be a party (pbrl §§ 4-4, 6-5). `must-be-heard`: from 7.
 * `heard-if-able`: as soon as the child can form views (IP-forskriften § 4). `not-born`: the family is the right-holder of
 * a child coordinator, by the parents' wish, until the child is 18; no age of consent applies (hol § 7-2 a).
 */
export function childParticipation(
  { person, wishes }: Pick<Case, 'person' | 'wishes'>,
  on: CalendarDate,
): Participation {
  if (wishes.childCoordinatorFor === 'expected-child') return 'not-born';
  const age = ageOn(person.nationalId, on);
  if (age >= consentAge) return 'decides';
  if (age >= partyAge) return 'great-weight-and-party';
  return age >= hearingAge ? 'must-be-heard' : 'heard-if-able';
}

/** See {@link childParticipation}. */
export type Participation = 'decides' | 'great-weight-and-party' | 'must-be-heard' | 'heard-if-able' | 'not-born';
