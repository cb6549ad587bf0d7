import { ageOn, consentAge, partyAge } from '../../core/age.ts';
import { type AppEnvironment, parseNationalId } from '../../core/national-id.ts';
import { type SubmitterRole, submitterRoles } from '../../core/parties.ts';
import { submitterActsAs } from '../../core/representation.ts';
import type { CalendarDate } from '../../core/time.ts';
import type { TypedFields } from './application-fields.ts';

/** Who fills in the form, where and when. */
export interface ApplicationContext {
  /** National id number of whoever is signed in. */
  readonly nationalId: string;
  readonly environment: AppEnvironment;
  readonly today: CalendarDate;
}

/** As what somebody fills in the form. */
export type Role = SubmitterRole | 'self';

/** Where whoever fills in the form stands towards the person, as far as they have answered. */
export interface Standing {
  readonly role: Role;
  /** National id number of the person when it is another's and right. */
  readonly personId?: string;
  /** Whole years; undefined until the person is known. */
  readonly personAge?: number;
  /** They act in the person's place and read the letters. Taken for granted until the person is known. */
  readonly acts: boolean;
  /**
   * They can consent: the person from 16, or whoever acts for the person. Nobody's consent is asked of another, nor of a
   * child, whose parents are asked later (pbrl §§ 4-3, 4-4; domain.md § 4.4).
   */
  readonly asksConsent: boolean;
}

/** The role that was chosen; undefined when none was. */
export function roleOf(text: string | undefined): Role | undefined {
  return text === 'self' ? 'self' : submitterRoles.find((role) => role === text);
}

/** Undefined until a role is chosen. */
export function standingOf(typed: TypedFields, context: ApplicationContext): Standing | undefined {
  const role = roleOf(typed.role);
  if (role === undefined) return undefined;
  if (role === 'self') {
    const personAge = ageOn(context.nationalId, context.today);
    // A child of 12 or more whose parents are not to be told consents alone if a caseworker agrees (pbrl § 4-3 c).
    const alone = typed.tellParents === 'no' && personAge >= partyAge;
    return { role, personAge, acts: false, asksConsent: alone || personAge >= consentAge };
  }
  const parsed = parseNationalId(typed.personNationalId ?? '', context.environment);
  if (!parsed.ok) {
    const acts = role === 'parent' || role === 'attorney' || role === 'guardian';
    return { role, acts, asksConsent: acts };
  }
  const personId = parsed.value.value;
  const submitter = {
    role,
    name: '',
    mandate: typed.mandate ?? '',
    ...(typed.attorneyLawyer === 'yes' && { lawyer: true as const }),
  };
  const acts = submitterActsAs({ person: { name: '', nationalId: personId }, submitter }, context.today) !== undefined;
  const asksConsent = acts && mandateReachesToConsent(role, typed);
  return { role, personId, personAge: ageOn(personId, context.today), acts, asksConsent };
}

/** A mandate for economic matters, or a fremtidsfullmakt that does not say so, carries no consent (vgml §§ 20, 80). */
function mandateReachesToConsent(role: Role, { mandateKind, mandateCovers }: TypedFields): boolean {
  const personal = mandateCovers === 'personal' || mandateCovers === 'both';
  if (role === 'guardian') return mandateCovers !== 'economic';
  return role !== 'attorney' || mandateKind !== 'future-power' || personal;
}
