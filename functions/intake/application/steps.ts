import { adultAge, consentAge } from '../../core/age.ts';
import {
  type ApplicationErrors,
  type ApplicationField,
  applicationFields,
  type TypedFields,
} from './application-fields.ts';
import { readApplication } from './application-form.ts';
import {
  asksChildsView,
  asksMandateCovers,
  asksMandateKind,
  asksOtherParent,
  asksToTellParents,
} from './family-form.ts';
import { type ApplicationContext, roleOf, type Standing, standingOf } from './standing.ts';

/** The questions of the form, one page each, in their order; a step's name is the last part of its address. */
const questions = {
  role: ['role'],
  lawyer: ['attorneyLawyer'],
  employed: ['attorneyEmployed'],
  name: ['personName'],
  'your-name': ['submitterName'],
  workplace: ['submitterOrganisation'],
  'person-name': ['personName'],
  'person-number': ['personNationalId'],
  'mandate-kind': ['mandateKind'],
  mandate: ['mandate'],
  'mandate-covers': ['mandateCovers'],
  'mandate-until': ['mandateUntil'],
  'mandate-file': [],
  wishes: ['wishPlan', 'wishCoordinator', 'wishChildCoordinator'],
  'child-coordinator': ['childCoordinatorFor'],
  'wished-coordinator': ['wishedCoordinator'],
  needs: ['needs'],
  goals: ['goals'],
  services: ['services'],
  'childs-view': ['childsView', 'childNotHeard'],
  parents: [],
  'tell-parents': ['tellParents'],
  'not-tell': ['notTellWhy'],
  'other-parent': ['otherParent'],
  'other-parent-reach': [
    'otherParentName',
    'otherParentNationalId',
    'otherParentEmail',
    'otherParentStreet',
    'otherParentPostalCode',
    'otherParentCity',
  ],
  'other-parent-why': ['otherParentWhy'],
  'consent-plan': ['consentPlan'],
  'consent-sharing': ['consentSharing'],
  language: ['language'],
  interpreter: ['interpreter'],
  letters: ['contact'],
  'reach-you': ['submitterEmail', 'submitterPhone'],
  'reach-person': ['personEmail', 'personPhone'],
  'your-address': ['submitterStreet', 'submitterPostalCode', 'submitterCity'],
  shielded: ['addressShielded'],
  address: ['personStreet', 'personPostalCode', 'personCity'],
} as const satisfies Record<string, readonly ApplicationField[]>;

/** A question's name. */
export type StepName = keyof typeof questions;

const stepNames = Object.keys(questions) as readonly StepName[];

/** The fields a question is answered with; none on a page that only tells something. */
export const fieldsOf: Readonly<Record<StepName, readonly ApplicationField[]>> = questions;

/** True for the last part of a question's address. */
export function isStepName(text: string): text is StepName {
  return stepNames.some((name) => name === text);
}

/** What has been answered so far. */
export interface Answers {
  readonly values: TypedFields;
  /** Questions that were answered, or passed when they may stay open. */
  readonly done: readonly string[];
}

/** The questions that are asked, given the answers so far. Before a role is chosen: those of somebody who applies alone. */
export function stepsFor(values: TypedFields, context: ApplicationContext): readonly StepName[] {
  const standing = standingOf(values, context) ?? standingOf({ role: 'self' }, context);
  return standing ? stepNames.filter((step) => isAsked(step, values, standing)) : [];
}

function isAsked(step: StepName, values: TypedFields, standing: Standing): boolean {
  const { role, personAge, acts, asksConsent } = standing;
  const self = role === 'self';
  switch (step) {
    case 'lawyer':
    case 'employed':
      return role === 'attorney';
    case 'name':
      return self;
    case 'your-name':
    case 'person-name':
    case 'person-number':
    case 'reach-you':
      return !self;
    case 'workplace':
      return role === 'health-worker' || role === 'hospital';
    case 'mandate-until':
    case 'mandate':
      return showsMandate(values, role, personAge);
    case 'mandate-file':
      return showsMandate(values, role, personAge) && Boolean(values.mandate?.trim());
    case 'child-coordinator':
      return values.wishChildCoordinator === 'yes' && role !== 'parent';
    case 'parents':
      return self && values.wishPlan === 'yes' && (personAge ?? 0) < consentAge;
    case 'consent-plan':
      return asksConsent && values.wishPlan === 'yes';
    case 'consent-sharing':
      return asksConsent;
    // A small child has neither e-mail nor telephone: the parent who acts is told.
    case 'reach-person':
      return !(role === 'parent' && acts);
    case 'your-address':
      return (role === 'attorney' || role === 'guardian') && values.contact === 'paper';
    case 'address':
      return values.addressShielded !== 'yes';
    default:
      return isFamilyStepAsked(step, values, standing);
  }
}

/** The questions about the family and what a mandate covers; every other question is asked of everybody. */
function isFamilyStepAsked(step: StepName, values: TypedFields, standing: Standing): boolean {
  switch (step) {
    case 'mandate-kind':
      return asksMandateKind(standing, values);
    case 'mandate-covers':
      return asksMandateCovers(standing, values);
    case 'childs-view':
      return asksChildsView(standing);
    case 'tell-parents':
      return asksToTellParents(standing);
    case 'not-tell':
      return asksToTellParents(standing) && values.tellParents === 'no';
    case 'other-parent':
      return asksOtherParent(standing, values);
    case 'other-parent-reach':
      return asksOtherParent(standing, values) && values.otherParent === 'yes';
    case 'other-parent-why':
      return asksOtherParent(standing, values) && values.otherParent === 'unreachable';
    default:
      return true;
  }
}

/** A lawyer shows no mandate (fvl § 12); a parent of somebody of 16 or 17 acts with one only (pbrl § 4-3). */
function showsMandate(values: TypedFields, role: Standing['role'], personAge = 0): boolean {
  if (role === 'attorney') return values.attorneyLawyer !== 'yes';
  return role === 'guardian' || (role === 'parent' && personAge >= consentAge && personAge < adultAge);
}

/** What counts of the answers: a question that is not asked any more has no say, though its words are kept. */
export function relevantValues(values: TypedFields, context: ApplicationContext): TypedFields {
  const asked = new Set<ApplicationField>(stepsFor(values, context).flatMap((step) => fieldsOf[step]));
  return Object.fromEntries(applicationFields.flatMap((name) => (asked.has(name) ? [[name, values[name] ?? '']] : [])));
}

/** These have to be answered here, where one is asked; on paper they may have been left open. */
const mustAnswer: ReadonlySet<ApplicationField> = new Set([
  'attorneyLawyer',
  'attorneyEmployed',
  'childCoordinatorFor',
  'tellParents',
  'otherParent',
  'mandateKind',
  'mandateCovers',
  'addressShielded',
]);

/** What is wrong with the answer to one question. */
export function stepErrors(step: StepName, values: TypedFields, context: ApplicationContext): ApplicationErrors {
  const read = readApplication(relevantValues(values, context), context);
  const all: ApplicationErrors = read.ok ? {} : read.error;
  return Object.fromEntries(
    fieldsOf[step].flatMap((name) => {
      const unheard = name === 'childsView' && !values.childsView && !values.childNotHeard;
      const missing = unheard || (mustAnswer.has(name) && !values[name]) ? 'missing' : undefined;
      const problem = all[name] ?? missing;
      return problem ? [[name, problem]] : [];
    }),
  );
}

/** The first question that still has to be answered; undefined when only the summary is left. */
export function firstUnanswered({ values, done }: Answers, context: ApplicationContext): StepName | undefined {
  return stepsFor(values, context).find(
    (step) => !done.includes(step) || Object.keys(stepErrors(step, values, context)).length > 0,
  );
}

/** About whom, and in whose words: not the same once the application is for somebody else. */
const ownToRole: ReadonlySet<StepName> = new Set([
  'lawyer',
  'employed',
  'name',
  'person-name',
  'person-number',
  'mandate-kind',
  'mandate',
  'mandate-covers',
  'mandate-until',
  'mandate-file',
  'child-coordinator',
  'childs-view',
  'tell-parents',
  'not-tell',
  'other-parent',
  'other-parent-reach',
  'other-parent-why',
  'consent-plan',
  'consent-sharing',
  'reach-person',
  'shielded',
  'address',
]);

/**
 * The answers with one more question answered; `typed` is kept also when it is wrong, and then the question stays open.
 * With another role, what was answered about the person is asked again: a consent or an address must not slip from one
 * person to another.
 */
export function answered(
  before: Answers,
  { step, typed }: { readonly step: StepName; readonly typed: TypedFields },
  context: ApplicationContext,
): Answers {
  const given = Object.fromEntries(fieldsOf[step].map((name) => [name, (typed[name] ?? '').trim()]));
  const changesRole = step === 'role' && roleOf(before.values.role) !== undefined && before.values.role !== given.role;
  const kept = changesRole ? withoutPerson(before) : before;
  const values = { ...kept.values, ...given };
  const others = kept.done.filter((name) => name !== step);
  const right = Object.keys(stepErrors(step, values, context)).length === 0;
  return { values, done: right ? [...others, step] : others };
}

function withoutPerson({ values, done }: Answers): Answers {
  const gone = new Set<string>([...ownToRole].flatMap((step) => fieldsOf[step]));
  return {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !gone.has(name))),
    done: done.filter((step) => !isStepName(step) || !ownToRole.has(step)),
  };
}
