import { z } from 'zod';
import { consentAge, hearingAge, partyAge } from '../../core/age.ts';
import { compareDates } from '../../core/calendar.ts';
import type { Account, Case } from '../../core/case.ts';
import { parseNationalId } from '../../core/national-id.ts';
import type { MandateKind, Party, Submitter } from '../../core/parties.ts';
import type { ApplicationErrors, ApplicationField, TypedFields } from './application-fields.ts';
import type { ApplicationContext, Standing } from './standing.ts';

/** The fields of the other one with parental responsibility that have to be filled in, and those of their address. */
const otherAddress = ['otherParentStreet', 'otherParentPostalCode', 'otherParentCity'] as const;

/** Is the other one with parental responsibility asked for? Both consent to a plan for a child under 16 (pbrl § 4-4). */
export function asksOtherParent({ role, acts, personAge }: Standing, { wishPlan }: TypedFields): boolean {
  return role === 'parent' && acts && wishPlan === 'yes' && (personAge ?? 0) < consentAge;
}

/** Is the child's own word asked for? From 7 a child is heard, whoever applies in its place (pbrl §§ 3-1, 4-4). */
export function asksChildsView({ role, acts, personAge = 0 }: Standing): boolean {
  return role !== 'self' && acts && personAge >= hearingAge && personAge < consentAge;
}

/** Is a child who applies alone asked whether the parents are to be told? From 12 (pbrl § 3-4 second ledd). */
export function asksToTellParents({ role, personAge = 0 }: Standing): boolean {
  return role === 'self' && personAge >= partyAge && personAge < consentAge;
}

/** What the mandate rests on and reaches to is asked of whoever shows one, but for a parent. */
export function asksMandateKind({ role }: Standing, { attorneyLawyer }: TypedFields): boolean {
  return role === 'attorney' && attorneyLawyer !== 'yes';
}

/** A guardian's mandate and a fremtidsfullmakt may be for economic matters only (vgml §§ 20, 80). */
export function asksMandateCovers({ role }: Standing, { mandateKind }: TypedFields): boolean {
  return role === 'guardian' || (role === 'attorney' && mandateKind === 'future-power');
}

/** What is wrong with the answers about the family and the mandate; what was left open on paper may be. */
export function familyProblems(typed: TypedFields, standing: Standing, context: ApplicationContext): ApplicationErrors {
  return {
    ...(asksOtherParent(standing, typed) && otherParentProblems(typed, standing, context)),
    ...(asksToTellParents(standing) && typed.tellParents === 'no' && missing(typed, ['notTellWhy'])),
    ...(typed.mandateUntil && untilProblem(typed.mandateUntil, context)),
  };
}

function otherParentProblems(typed: TypedFields, standing: Standing, context: ApplicationContext): ApplicationErrors {
  if (typed.otherParent === 'unreachable') return missing(typed, ['otherParentWhy']);
  if (typed.otherParent !== 'yes') return {};
  const { otherParentNationalId = '', otherParentEmail = '', otherParentPostalCode = '' } = typed;
  const begun = otherAddress.some((name) => typed[name]);
  const unreached = otherParentEmail === '' && !begun;
  return {
    ...missing(typed, ['otherParentName', 'otherParentNationalId']),
    ...(otherParentNationalId !== '' && numberProblem(otherParentNationalId, standing, context)),
    ...(otherParentEmail !== '' && !z.email().safeParse(otherParentEmail).success && { otherParentEmail: 'email' }),
    ...(unreached && { otherParentEmail: 'parent-unreachable' }),
    ...(begun && missing(typed, otherAddress)),
    ...(otherParentPostalCode !== '' &&
      !/^\d{4}$/.test(otherParentPostalCode) && { otherParentPostalCode: 'postal-code' }),
  };
}

function numberProblem(text: string, { personId }: Standing, context: ApplicationContext): ApplicationErrors {
  const parsed = parseNationalId(text, context.environment);
  if (!parsed.ok) {
    const wrongPlace = /production/.test(parsed.error);
    return { otherParentNationalId: wrongPlace ? 'national-id-synthetic' : 'national-id' };
  }
  const known = [context.nationalId, personId].includes(parsed.value.value);
  return known ? { otherParentNationalId: 'not-another' } : {};
}

function untilProblem(text: string, { today }: ApplicationContext): ApplicationErrors {
  const until = dateOf(text);
  if (until === undefined) return { mandateUntil: 'date' };
  return compareDates(until, today) < 0 ? { mandateUntil: 'mandate-ended' } : {};
}

/** A date as the browser sends it, or as people write it: `31.12.2027`. */
function dateOf(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).data;
}

function missing(typed: TypedFields, names: readonly ApplicationField[]): ApplicationErrors {
  return Object.fromEntries(names.filter((name) => !typed[name]).map((name) => [name, 'missing']));
}

/** What the case keeps of the other parent, and of a child's wish that the parents are not told. */
export function familyOf(
  typed: TypedFields,
  standing: Standing,
): Pick<Case, 'otherParent' | 'otherParentUnreachable' | 'asksNotInformed'> {
  const asked = asksOtherParent(standing, typed);
  const notTold = asksToTellParents(standing) && typed.tellParents === 'no';
  return {
    ...(asked && typed.otherParent === 'yes' && { otherParent: otherParentOf(typed) }),
    ...(asked && typed.otherParent === 'unreachable' && { otherParentUnreachable: typed.otherParentWhy ?? '' }),
    ...(notTold && { asksNotInformed: typed.notTellWhy ?? '' }),
  };
}

function otherParentOf(typed: TypedFields): Party {
  const [street, postalCode, city] = otherAddress.map((name) => typed[name]);
  return {
    name: typed.otherParentName ?? '',
    ...(typed.otherParentNationalId && { nationalId: typed.otherParentNationalId.replaceAll(/\s/g, '') }),
    ...(typed.otherParentEmail && { email: typed.otherParentEmail }),
    ...(street && postalCode && city && { address: { street, postalCode, city } }),
  };
}

/** What the child says, or why it has not been asked yet. */
export function childsWords(typed: TypedFields, standing: Standing): Pick<Account, 'childsView' | 'childNotHeard'> {
  if (!asksChildsView(standing)) return {};
  const { childsView, childNotHeard } = typed;
  return { ...(childsView && { childsView }), ...(childNotHeard && { childNotHeard }) };
}

/** What the mandate rests on, what it covers and until when (fvl § 12; vgml §§ 20, 78–80). */
export function mandateOf(
  typed: TypedFields,
  standing: Standing,
): Pick<Submitter, 'mandateKind' | 'mandateCovers' | 'mandateUntil'> {
  const kind = kindOf(typed, standing);
  const covers = asksMandateCovers(standing, typed) ? coverage[typed.mandateCovers ?? ''] : undefined;
  const until = dateOf(typed.mandateUntil ?? '');
  return {
    ...(kind && { mandateKind: kind }),
    ...(covers && { mandateCovers: covers }),
    ...(until && { mandateUntil: until }),
  };
}

const coverage: Readonly<Record<string, NonNullable<Submitter['mandateCovers']>>> = {
  personal: ['personal'],
  economic: ['economic'],
  both: ['economic', 'personal'],
};

function kindOf(typed: TypedFields, standing: Standing): MandateKind | undefined {
  if (standing.role === 'guardian') return 'guardianship';
  if (!asksMandateKind(standing, typed)) return undefined;
  return typed.mandateKind === 'future-power' ? 'future-power' : 'written';
}
