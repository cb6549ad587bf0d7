import { z } from 'zod';
import { adultAge, ageOn } from '../../core/age.ts';
import { longestText } from '../../core/answers.ts';
import type { Case, Wishes } from '../../core/case.ts';
import { childCoordinatorFor } from '../../core/case.ts';
import { isLanguage, type Language } from '../../core/language.ts';
import { parseNationalId } from '../../core/national-id.ts';
import type { ContactChannel, PostalAddress, Submitter, SubmitterRole } from '../../core/parties.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { FormFields } from '../../platform/http/index.ts';
import {
  type ApplicationErrors,
  type ApplicationField,
  applicationFields,
  type FieldProblem,
} from './application-fields.ts';
import { childsWords, familyOf, familyProblems, mandateOf } from './family-form.ts';
import { type ApplicationContext, type Role, roleOf, type Standing, standingOf } from './standing.ts';

/** A form without errors. Consents are absent when not asked for or not answered. */
export interface Application
  extends Pick<Case, 'account' | 'otherParent' | 'otherParentUnreachable' | 'asksNotInformed' | 'seenBy'> {
  readonly person: {
    readonly name: string;
    readonly nationalId: string;
    readonly email?: string;
    readonly phone?: string;
    readonly address?: PostalAddress;
    readonly addressShielded?: true;
  };
  readonly submitter?: Submitter;
  readonly wishes: Wishes;
  readonly consents: { readonly plan?: boolean; readonly sharing?: boolean };
  readonly language: Language;
  readonly contact: ContactChannel;
  readonly interpreter?: string;
}

const longTexts: ReadonlySet<string> = new Set([
  'needs',
  'goals',
  'services',
  'mandate',
  'childsView',
  'childNotHeard',
  'notTellWhy',
  'otherParentWhy',
]);

/** Reads a posted form: the application, or what is wrong with each field. Nothing typed is changed but for outer spaces. */
export function readApplication(form: FormFields, context: ApplicationContext): Result<Application, ApplicationErrors> {
  const typed = Object.fromEntries(applicationFields.map((name) => [name, (form[name] ?? '').trim()])) as Typed;
  const errors = inPageOrder({ ...lengths(typed), ...problems(typed, context) });
  const standing = standingOf(typed, context);
  if (Object.keys(errors).length > 0 || standing === undefined) return err(errors);
  return ok(applicationFrom(typed, standing, context));
}

type Typed = Readonly<Record<ApplicationField, string>>;

function problems(typed: Typed, context: ApplicationContext): ApplicationErrors {
  const role = roleOf(typed.role);
  const common: ApplicationErrors = {
    ...required(typed, ['personName', 'needs']),
    ...(!typed.wishPlan && !typed.wishCoordinator && !typed.wishChildCoordinator && { wishPlan: 'missing' }),
    ...(!isLanguage(typed.language) && { language: 'missing' }),
    ...(!isShielded(typed) && begun(typed, addressFields.person)),
    ...begun(typed, addressFields.submitter),
    ...formats(typed),
  };
  const standing = standingOf(typed, context);
  if (role === undefined || standing === undefined)
    return { ...common, role: 'missing', ...contactProblems(typed, false) };
  const forOther = role === 'self' ? {} : otherProblems(typed, role, context);
  const asksConsent = standing.asksConsent && typed.wishPlan === 'yes';
  const consent: ApplicationErrors =
    asksConsent && !['yes', 'no', 'later'].includes(typed.consentPlan) ? { consentPlan: 'missing' } : {};
  const family = familyProblems(typed, standing, context);
  return { ...contactProblems(typed, standing.acts), ...common, ...forOther, ...family, ...consent };
}

function otherProblems(typed: Typed, role: SubmitterRole, context: ApplicationContext): ApplicationErrors {
  const mandated = role === 'attorney' || role === 'guardian';
  const shows = role === 'guardian' || (role === 'attorney' && typed.attorneyLawyer !== 'yes');
  const employed = role === 'health-worker' || role === 'hospital';
  return {
    ...required(typed, ['submitterName', ...(shows ? (['mandate'] as const) : [])]),
    // Whoever works for the same part of the administration cannot act for a party there (fvl § 12).
    ...(role === 'attorney' && typed.attorneyEmployed === 'yes' && { attorneyEmployed: 'employee' as const }),
    // The letters go to whoever acts for the person, and that need not be where the person lives.
    ...(mandated && typed.contact === 'paper' && required(typed, addressFields.submitter)),
    ...(employed && required(typed, ['submitterOrganisation'])),
    ...nationalIdProblem(typed.personNationalId, role, context),
  };
}

function nationalIdProblem(text: string, role: SubmitterRole, context: ApplicationContext): ApplicationErrors {
  if (text === '') return { personNationalId: 'missing' };
  const parsed = parseNationalId(text, context.environment);
  if (!parsed.ok) {
    const wrongPlace = parsed.error === 'real-outside-production' || parsed.error === 'synthetic-in-production';
    return { personNationalId: wrongPlace ? 'national-id-synthetic' : 'national-id' };
  }
  if (parsed.value.value === context.nationalId) return { personNationalId: 'national-id-own' };
  // A parent acts for a child only; for an adult one is a relative or has a mandate (domain.md § 4.4).
  const grownUp = role === 'parent' && ageOn(parsed.value.value, context.today) >= adultAge;
  return grownUp ? { personNationalId: 'adult-child' } : {};
}

const addressFields = {
  person: ['personStreet', 'personPostalCode', 'personCity'],
  submitter: ['submitterStreet', 'submitterPostalCode', 'submitterCity'],
} as const;

/** Digital needs an e-mail address somebody reads, paper a postal address unless it is shielded (eFvf §§ 8, 9). */
function contactProblems(typed: Typed, submitterReads: boolean): ApplicationErrors {
  if (typed.contact === 'paper') return isShielded(typed) ? {} : required(typed, addressFields.person);
  if (typed.contact !== 'digital') return { contact: 'missing' };
  if (typed.personEmail !== '' || (submitterReads && typed.submitterEmail !== '')) return {};
  return { [submitterReads ? 'submitterEmail' : 'personEmail']: 'unreachable' };
}

function formats(typed: Typed): ApplicationErrors {
  const check = (name: ApplicationField, fits: (text: string) => boolean, problem: FieldProblem): ApplicationErrors =>
    typed[name] === '' || fits(typed[name]) ? {} : { [name]: problem };
  const email = (text: string) => z.email().safeParse(text).success;
  const postalCode = (text: string) => /^\d{4}$/.test(text);
  const phone = (text: string) => /^\+?[\d ]{8,16}$/.test(text);
  return {
    ...check('personEmail', email, 'email'),
    ...check('submitterEmail', email, 'email'),
    ...check('personPhone', phone, 'phone'),
    ...check('submitterPhone', phone, 'phone'),
    ...check('personPostalCode', postalCode, 'postal-code'),
    ...check('submitterPostalCode', postalCode, 'postal-code'),
  };
}

function lengths(typed: Typed): ApplicationErrors {
  const tooLong = applicationFields.filter((name) => typed[name].length > (longTexts.has(name) ? longestText : 200));
  return Object.fromEntries(tooLong.map((name) => [name, 'too-long']));
}

/** An address that somebody began has to be whole: half of one cannot be kept, and must not be lost without a word. */
function begun(typed: Typed, names: readonly ApplicationField[]): ApplicationErrors {
  return names.some((name) => typed[name] !== '') ? required(typed, names) : {};
}

function required(typed: Typed, names: readonly ApplicationField[]): ApplicationErrors {
  return Object.fromEntries(names.filter((name) => typed[name] === '').map((name) => [name, 'missing']));
}

function inPageOrder(errors: ApplicationErrors): ApplicationErrors {
  return Object.fromEntries(applicationFields.flatMap((name) => (errors[name] ? [[name, errors[name]]] : [])));
}

function applicationFrom(typed: Typed, standing: Standing, context: ApplicationContext): Application {
  const { role, asksConsent, personId } = standing;
  const nationalId = personId ?? context.nationalId;
  const consents = asksConsent ? { ...plan(typed), ...yesOrNo('sharing', typed.consentSharing) } : {};
  return {
    person: {
      name: typed.personName,
      nationalId,
      ...given('email', typed.personEmail),
      ...given('phone', typed.personPhone),
      ...(isShielded(typed) ? { addressShielded: true as const } : address(typed, addressFields.person)),
    },
    ...(role !== 'self' && {
      submitter: { ...submitterFrom(typed, role, context.nationalId), ...mandateOf(typed, standing) },
    }),
    ...familyOf(typed, standing),
    wishes: {
      plan: typed.wishPlan === 'yes',
      coordinator: typed.wishCoordinator === 'yes',
      childCoordinator: typed.wishChildCoordinator === 'yes',
      ...given('wishedCoordinator', typed.wishedCoordinator),
      ...(typed.wishChildCoordinator === 'yes' && childOf(typed, role)),
    },
    account: { needs: typed.needs, goals: typed.goals, services: typed.services, ...childsWords(typed, standing) },
    consents,
    language: isLanguage(typed.language) ? typed.language : 'nb',
    contact: typed.contact === 'paper' ? 'paper' : 'digital',
    ...given('interpreter', typed.interpreter),
  };
}

function submitterFrom(typed: Typed, role: SubmitterRole, own: string): Submitter {
  const reportsAtWork = role === 'health-worker' || role === 'hospital';
  return {
    role,
    name: typed.submitterName,
    // Somebody who reports at work is known by the event, not by their national id number.
    ...(!reportsAtWork && { nationalId: own }),
    ...given('email', typed.submitterEmail),
    ...given('phone', typed.submitterPhone),
    ...address(typed, addressFields.submitter),
    ...(reportsAtWork && given('organisation', typed.submitterOrganisation)),
    ...(!reportsAtWork && role !== 'relative' && given('mandate', typed.mandate)),
    ...(role === 'attorney' && typed.attorneyLawyer === 'yes' && { lawyer: true as const }),
  };
}

/** A parent applies for the child itself, so which child is asked of everybody else. */
function childOf(typed: Typed, role: Role): Pick<Wishes, 'childCoordinatorFor'> {
  if (role === 'parent') return { childCoordinatorFor: 'person' };
  const found = childCoordinatorFor.find((value) => value === typed.childCoordinatorFor);
  return found ? { childCoordinatorFor: found } : {};
}

/** The plan's consent is asked for with the plan only; «later» leaves it open (IP-forskriften § 5). */
function plan(typed: Typed): { plan?: boolean } {
  return typed.wishPlan === 'yes' ? yesOrNo('plan', typed.consentPlan) : {};
}

function isShielded(typed: Typed): boolean {
  return typed.addressShielded === 'yes';
}

function address(
  typed: Typed,
  names: readonly [ApplicationField, ApplicationField, ApplicationField],
): { address?: PostalAddress } {
  const [street, postalCode, city] = [typed[names[0]], typed[names[1]], typed[names[2]]];
  return street && postalCode && city ? { address: { street, postalCode, city } } : {};
}

function yesOrNo<K extends string>(key: K, text: string): { [P in K]?: boolean } {
  return (text === 'yes' || text === 'no' ? { [key]: text === 'yes' } : {}) as { [P in K]?: boolean };
}

function given<K extends string>(key: K, text: string): { [P in K]?: string } {
  return (text === '' ? {} : { [key]: text }) as { [P in K]?: string };
}
