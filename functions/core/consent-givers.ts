import { adultAge, ageOn, consentAge, partyAge } from './age.ts';
import { osloDate } from './calendar.ts';
import type { Case, Consent, ConsentAuthor, ConsentKind } from './case.ts';
import { mandatePowers, submitterActsAs } from './representation.ts';
import type { CalendarDate } from './time.ts';

/** Somebody whose consent is required. Attorney and guardian answer in the place of one of these. */
export type ConsentGiver = Exclude<ConsentAuthor, 'guardian' | 'attorney'>;

/** Who has to consent to a plan, and what they have answered. */
export interface ConsentGivers {
  /** Empty when nobody can consent: the caseworker decides for an adult who lacks competence (pbrl § 4-6). */
  readonly required: readonly ConsentGiver[];
  readonly given: readonly ConsentGiver[];
  readonly declined: readonly ConsentGiver[];
  readonly missing: readonly ConsentGiver[];
  /** One of two is enough when a caseworker says so, with the reason (domain.md § 4.2). */
  readonly overridable: boolean;
}

/** What decides who consents; all but the first fields are absent on most cases. */
export type ConsentCase = Pick<
  Case,
  | 'consents'
  | 'person'
  | 'submitter'
  | 'otherParent'
  | 'otherParentUnreachable'
  | 'careOrder'
  | 'parentsNotInformed'
  | 'asksNotInformed'
  | 'parentsInformed'
  | 'capacityFinding'
  | 'consentOverride'
>;

/** The newest consent of a kind that fits; undefined when nobody was asked or nobody answered. */
export function newestConsent(
  { consents }: Pick<Case, 'consents'>,
  kind: ConsentKind,
  fits: (consent: Consent) => boolean = () => true,
): Consent | undefined {
  return consents
    .filter((consent) => consent.kind === kind && fits(consent))
    .reduce<Consent | undefined>((newest, next) => (newest && newest.at > next.at ? newest : next), undefined);
}

/**
 * Does the person consent alone on a date? From 16 (pbrl § 4-3 b), and from 12 when the parents are rightly not informed
 * (§§ 3-4, 4-3 c).
 */
export function consentsAlone({ person, parentsNotInformed }: AgeCase, on: CalendarDate): boolean {
  return ageOn(person.nationalId, on) >= (parentsNotInformed ? partyAge : consentAge);
}

type AgeCase = Pick<Case, 'person' | 'parentsNotInformed'>;

/**
 * Whose consent to a plan is required on a date (IP-forskriften § 5; pbrl §§ 4-3 to 4-7), and what they answered. For a
 * child both with parental responsibility; under a care order the child welfare service and the carers; the parents also
 * at 16 and 17 where competence is found to be lacking (§ 4-5).
 */
export function consentGivers(found: ConsentCase, on: CalendarDate): ConsentGivers {
  const required = requiredGivers(found, on);
  const answers = required.map((giver) => ({ giver, answer: answerOf(found, giver, on) }));
  const those = (wanted: boolean | undefined) =>
    answers.filter(({ answer }) => answer?.given === wanted).map(({ giver }) => giver);
  return {
    required,
    given: those(true),
    declined: those(false),
    missing: those(undefined),
    overridable: required.length > 1,
  };
}

function requiredGivers(found: ConsentCase, on: CalendarDate): readonly ConsentGiver[] {
  const age = ageOn(found.person.nationalId, on);
  if (found.capacityFinding && age >= adultAge) return [];
  if (consentsAlone(found, on) && !found.capacityFinding) return ['person'];
  if (found.careOrder) return ['child-welfare', 'carer'];
  if (found.parentsNotInformed) return [];
  return hasOtherParent(found) ? ['parent', 'other-parent'] : ['parent'];
}

/** Is there another one with parental responsibility, whether or not they can be reached? */
export function hasOtherParent(found: Pick<Case, 'otherParent' | 'otherParentUnreachable'>): boolean {
  return found.otherParent !== undefined || found.otherParentUnreachable !== undefined;
}

function answerOf(found: ConsentCase, giver: ConsentGiver, on: CalendarDate): Consent | undefined {
  return newestConsent(found, 'plan', (consent) => speaksFor(found, { giver, consent, on }));
}

/** Is this consent an answer of that giver, their own or by whoever acts in their place? */
function speaksFor(
  found: ConsentCase,
  { giver, consent, on }: { giver: ConsentGiver; consent: Consent; on: CalendarDate },
): boolean {
  const { by, at } = consent;
  // A child's own consent does not carry a plan, not even once the child is 16 (pbrl §§ 4-3, 4-4).
  if (by === 'person') return giver === 'person' && consentsAlone(found, osloDate(at));
  if (by === 'guardian') return giver !== 'child-welfare' && giver !== 'carer' && mandateCarries(found, consent);
  if (by === 'attorney') return (giver === 'person' || giver === 'parent') && mandateCarries(found, consent);
  // With a written mandate a parent goes on for a child of 16 or 17.
  if (by === 'parent' && giver === 'person') return submitterActsAs(found, on) === 'parent';
  return by === giver;
}

/**
 * A guardian or attorney consents only as far as the mandate reaches, and not against the will of a person who is not
 * deprived of legal capacity (vgml §§ 20, 31, 33, 80; fvl § 12).
 */
function mandateCarries(found: ConsentCase, consent: Consent): boolean {
  const { mandateKind, mandateCovers, deprivedOfCapacity } = found.submitter ?? {};
  const { consents, againstWill } =
    mandatePowers[mandateKind ?? (consent.by === 'guardian' ? 'guardianship' : 'written')];
  if (consents === 'if-personal' && !mandateCovers?.includes('personal')) return false;
  if (consents === 'unless-economic' && mandateCovers && !mandateCovers.includes('personal')) return false;
  const mayOverrule = againstWill === 'if-deprived-of-capacity' && deprivedOfCapacity === true;
  return mayOverrule || !isAgainstOwnNo(found, consent);
}

/**
 * A yes of whoever acts in the person's place while the person's own word is no. It does not count, whichever came first,
 * unless the person is found to lack competence in this question (pbrl § 4-3; vgml § 33; fvl § 12).
 */
function isAgainstOwnNo(found: Pick<Case, 'consents' | 'capacityFinding'>, consent: Consent): boolean {
  if (!consent.given || found.capacityFinding) return false;
  return newestConsent(found, consent.kind, ({ by }) => by === 'person')?.given === false;
}

/**
 * Does an answer count at all? Not the yes of an attorney or guardian against the person's own no; a guardian's does where
 * the person is deprived of legal capacity (vgml §§ 20, 33).
 */
export function answerCounts(
  found: Pick<Case, 'consents' | 'capacityFinding' | 'submitter'>,
  consent: Consent,
): boolean {
  if (consent.by !== 'attorney' && consent.by !== 'guardian') return true;
  const deprived = consent.by === 'guardian' && found.submitter?.deprivedOfCapacity === true;
  return deprived || !isAgainstOwnNo(found, consent);
}
