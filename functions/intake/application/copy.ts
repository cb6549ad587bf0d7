import { type Case, rights } from '../../core/case.ts';
import type { IntakeTexts } from '../pages/texts.ts';
import type { ApplicationField } from './application-fields.ts';

/** One line of the copy of what was sent. */
export interface CopyLine {
  readonly label: string;
  readonly value: string;
}

/** What was sent, in the order of the form and in the words of the page; what was left open is left out. */
export function copyOf(sent: Case, texts: IntakeTexts): readonly CopyLine[] {
  const { person, submitter, account } = sent;
  const { fields } = texts;
  const values: readonly (readonly [ApplicationField | 'wishes', string | undefined])[] = [
    ['role', texts.roles[submitter?.role ?? 'self']],
    ['submitterName', submitter?.name],
    ['submitterOrganisation', submitter?.organisation],
    ['submitterEmail', submitter?.email],
    ['submitterPhone', submitter?.phone],
    ['mandate', submitter?.mandate],
    ['submitterStreet', submitter?.address?.street],
    ['submitterPostalCode', submitter?.address?.postalCode],
    ['submitterCity', submitter?.address?.city],
    ['personName', person.name],
    ['personNationalId', submitter && person.nationalId],
    ['personEmail', person.email],
    ['personPhone', person.phone],
    ['personStreet', person.address?.street],
    ['personPostalCode', person.address?.postalCode],
    ['personCity', person.address?.city],
    ['addressShielded', person.addressShielded && texts.answers.yes],
    ['wishes', wishesOf(sent, texts)],
    ['wishedCoordinator', sent.wishes.wishedCoordinator],
    ['needs', account.needs],
    ['goals', account.goals],
    ['services', account.services],
    ['consentPlan', consentOf(sent, 'plan', texts)],
    ['consentSharing', consentOf(sent, 'sharing', texts)],
    ['language', texts.answers[sent.language]],
    ['contact', texts.answers[sent.contact]],
    ['interpreter', sent.interpreter],
  ];
  return values.flatMap(([field, value]) => (value ? [{ label: shortLabel(fields[field]), value }] : []));
}

function wishesOf({ wishes }: Case, { fields }: IntakeTexts): string {
  const names = { plan: 'wishPlan', coordinator: 'wishCoordinator', childCoordinator: 'wishChildCoordinator' } as const;
  return rights
    .filter((right) => wishes[right])
    .map((right) => fields[names[right]])
    .join(', ');
}

/** The answer given on the form itself; what was answered later is not part of what was sent. */
function consentOf({ consents, origin, wishes }: Case, kind: 'plan' | 'sharing', texts: IntakeTexts): string {
  const { answers, receipt } = texts;
  if (origin !== 'application' || !(kind === 'sharing' || wishes.plan)) return '';
  const sent = consents.find((consent) => consent.kind === kind && consent.how === 'form');
  if (sent === undefined) return kind === 'plan' ? receipt.notAnswered : '';
  return sent.given ? answers.yes : answers.no;
}

/** The label without what it says on how to fill in the field. */
function shortLabel(label: string): string {
  return label.replace(/ \([^)]*\)$/, '').replace(/\? .*$/, '?');
}
