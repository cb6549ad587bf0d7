import type { Case } from '../../core/case.ts';
import { rights } from '../../core/decision.ts';
import type { MandateKind, PostalAddress, SubmitterRole } from '../../core/parties.ts';
import type { FormTexts } from '../pages/form-text-types.ts';
import { say } from '../pages/form-texts.ts';
import type { ApplicationField } from './application-fields.ts';

/** One line of the copy of what was sent. */
export interface CopyLine {
  readonly label: string;
  readonly value: string;
}

/** What was sent, in the order of the form and in the words of the page; what was left open is left out. */
export function copyOf(sent: Case, texts: FormTexts): readonly CopyLine[] {
  const role = roleIn(sent) ?? 'self';
  const values = [...senderOf(sent, texts), ...personOf(sent, texts), ...requestOf(sent, texts)];
  return values.flatMap(([field, value]) => (value ? [{ label: say(texts.fields[field], role), value }] : []));
}

/** In whose words the labels are: those of somebody at work where the municipality itself saw the need. */
function roleIn({ origin, submitter }: Case): SubmitterRole | undefined {
  return origin === 'own-initiative' ? 'health-worker' : submitter?.role;
}

type Line = readonly [ApplicationField | 'wishes', string | undefined];

function senderOf({ submitter, seenBy }: Case, texts: FormTexts): readonly Line[] {
  const { choices } = texts;
  if (seenBy) return [['submitterOrganisation', seenBy]];
  return [
    ['role', say(texts.roles[submitter?.role ?? 'self'].label, submitter?.role)],
    ['attorneyLawyer', submitter?.lawyer && choiceOf(choices.attorneyLawyer, 'yes', submitter.role)],
    ['submitterName', submitter?.name],
    ['submitterOrganisation', submitter?.organisation],
    ['mandateKind', submitter?.mandateKind && kindOf(submitter.mandateKind, submitter.role, texts)],
    ['mandate', submitter?.mandate],
    ['mandateCovers', submitter?.mandateCovers && coversOf(submitter.mandateCovers, submitter.role, texts)],
    ['mandateUntil', submitter?.mandateUntil],
    ['submitterEmail', submitter?.email],
    ['submitterPhone', submitter?.phone],
    ['submitterStreet', linesOf(submitter?.address)],
  ];
}

function personOf(sent: Case, { choices }: FormTexts): readonly Line[] {
  const { person } = sent;
  return [
    ['personName', person.name],
    ['personNationalId', roleIn(sent) && person.nationalId],
    ['personEmail', person.email],
    ['personPhone', person.phone],
    ['personStreet', linesOf(person.address)],
    ['addressShielded', person.addressShielded && choiceOf(choices.addressShielded, 'yes', roleIn(sent))],
  ];
}

function requestOf(sent: Case, texts: FormTexts): readonly Line[] {
  const { account, wishes } = sent;
  const { choices } = texts;
  const role = roleIn(sent);
  return [
    ['wishes', wishesOf(sent, texts)],
    [
      'childCoordinatorFor',
      wishes.childCoordinatorFor && choiceOf(choices.childCoordinatorFor, wishes.childCoordinatorFor, role),
    ],
    ['wishedCoordinator', wishes.wishedCoordinator],
    ['needs', account.needs],
    ['goals', account.goals],
    ['services', account.services],
    ['childsView', account.childsView],
    ['childNotHeard', account.childNotHeard],
    ['notTellWhy', sent.asksNotInformed],
    ...otherParentOf(sent),
    ['consentPlan', consentOf(sent, 'plan', texts)],
    ['consentSharing', consentOf(sent, 'sharing', texts)],
    ['language', choiceOf(choices.language, sent.language, role)],
    ['interpreter', sent.interpreter],
    ['contact', choiceOf(choices.contact, sent.contact, role)],
  ];
}

/** A guardian's mandate is told by the role itself. */
function kindOf(kind: MandateKind, role: SubmitterRole, { choices }: FormTexts): string {
  return kind === 'guardianship' ? '' : choiceOf(choices.mandateKind, kind, role);
}

function coversOf(covers: readonly string[], role: SubmitterRole, { choices }: FormTexts): string {
  return choiceOf(choices.mandateCovers, covers.length > 1 ? 'both' : (covers[0] ?? 'unsure'), role);
}

function otherParentOf({ otherParent, otherParentUnreachable }: Case): readonly Line[] {
  return [
    ['otherParentName', otherParent?.name],
    ['otherParentNationalId', otherParent?.nationalId],
    ['otherParentEmail', otherParent?.email],
    ['otherParentStreet', linesOf(otherParent?.address)],
    ['otherParentWhy', otherParentUnreachable],
  ];
}

function choiceOf(
  choices: FormTexts['choices'][keyof FormTexts['choices']],
  value: string,
  role: NonNullable<Case['submitter']>['role'] | undefined,
): string {
  const choice = choices[value];
  return choice ? say(choice.label, role) : value;
}

function linesOf(address: PostalAddress | undefined): string | undefined {
  return address && `${address.street}\n${address.postalCode} ${address.city}`;
}

function wishesOf(sent: Case, { fields }: FormTexts): string {
  const names = { plan: 'wishPlan', coordinator: 'wishCoordinator', childCoordinator: 'wishChildCoordinator' } as const;
  return rights
    .filter((right) => sent.wishes[right])
    .map((right) => say(fields[names[right]], roleIn(sent)))
    .join('\n');
}

/** The answer given on the form itself; what was answered later is not part of what was sent. */
function consentOf({ consents, origin, wishes }: Case, kind: 'plan' | 'sharing', texts: FormTexts): string {
  if (origin !== 'application' || !(kind === 'sharing' || wishes.plan)) return '';
  const sent = consents.find((consent) => consent.kind === kind && (consent.how === 'form' || consent.how === 'paper'));
  if (sent === undefined) return kind === 'plan' ? texts.receipt.notAnswered : '';
  const choices = kind === 'plan' ? texts.choices.consentPlan : texts.choices.consentSharing;
  return choiceOf(choices, sent.given ? 'yes' : 'no', undefined);
}
