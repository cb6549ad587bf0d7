import type { PostalAddress } from '../../core/parties.ts';
import type { FormFields } from '../../platform/http/environment.ts';
import type { ApplicationField } from '../application/application-fields.ts';
import type { PostedApplication } from './submission.ts';

/** Where each field of the form is in the posted JSON; a problem of the whole has no better place than what it is about. */
export const pointers: Readonly<Record<ApplicationField, string>> = {
  role: '/applicant/role',
  submitterName: '/applicant/name',
  submitterOrganisation: '/applicant/organisation',
  submitterEmail: '/applicant/email',
  submitterPhone: '/applicant/phone',
  mandate: '/applicant/mandate',
  mandateKind: '/applicant/mandateKind',
  mandateCovers: '/applicant/mandateCovers',
  mandateUntil: '/applicant/mandateUntil',
  attorneyLawyer: '/applicant/lawyer',
  attorneyEmployed: '/applicant/employedInField',
  submitterStreet: '/applicant/address/street',
  submitterPostalCode: '/applicant/address/postalCode',
  submitterCity: '/applicant/address/city',
  personName: '/person/name',
  personNationalId: '/person/nationalId',
  personEmail: '/person/email',
  personPhone: '/person/phone',
  personStreet: '/person/address/street',
  personPostalCode: '/person/address/postalCode',
  personCity: '/person/address/city',
  addressShielded: '/person/addressShielded',
  wishPlan: '/wishes',
  wishCoordinator: '/wishes/coordinator',
  wishChildCoordinator: '/wishes/childCoordinator',
  childCoordinatorFor: '/wishes/childCoordinatorFor',
  wishedCoordinator: '/wishes/wishedCoordinator',
  needs: '/account/needs',
  goals: '/account/goals',
  services: '/account/services',
  childsView: '/account/childsView',
  childNotHeard: '/account/childNotHeard',
  tellParents: '/asksNotInformed',
  notTellWhy: '/asksNotInformed',
  otherParent: '/otherParent',
  otherParentName: '/otherParent/name',
  otherParentNationalId: '/otherParent/nationalId',
  otherParentEmail: '/otherParent/email',
  otherParentStreet: '/otherParent/address/street',
  otherParentPostalCode: '/otherParent/address/postalCode',
  otherParentCity: '/otherParent/address/city',
  otherParentWhy: '/otherParent/why',
  consentPlan: '/consents/plan',
  consentSharing: '/consents/sharing',
  language: '/language',
  contact: '/contact',
  interpreter: '/interpreter',
};

/**
 * May the consents be taken as given? Only from somebody who proved who they are as strongly as the form asks, or signed.
 */
export function isProven({ authentication: { level } }: PostedApplication): boolean {
  return level === 'idporten-loa-high' || level === 'signed-paper';
}

/** The posted application as the form's fields, so that one reader judges both. */
export function asForm(posted: PostedApplication): FormFields {
  const { person, wishes, account, language, contact } = posted;
  const fields: Readonly<Partial<Record<ApplicationField, string | undefined>>> = {
    ...applicantFields(posted),
    personName: person.name,
    personNationalId: person.nationalId,
    personEmail: person.email,
    personPhone: person.phone,
    ...addressFields(person.address, ['personStreet', 'personPostalCode', 'personCity']),
    addressShielded: yes(person.addressShielded),
    wishPlan: yes(wishes.plan),
    wishCoordinator: yes(wishes.coordinator),
    wishChildCoordinator: yes(wishes.childCoordinator),
    childCoordinatorFor: wishes.childCoordinatorFor,
    wishedCoordinator: wishes.wishedCoordinator,
    ...account,
    ...familyFields(posted),
    ...consentFields(posted),
    language,
    contact,
    interpreter: posted.interpreter,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value.replaceAll(/\r\n?/g, '\n')]] : [])),
  );
}

function applicantFields({ applicant }: PostedApplication): Partial<Record<ApplicationField, string | undefined>> {
  if (applicant.role === 'self') return { role: 'self' };
  const { role, name, email, phone, address } = applicant;
  return {
    role,
    submitterName: name,
    submitterEmail: email,
    submitterPhone: phone,
    ...addressFields(address, ['submitterStreet', 'submitterPostalCode', 'submitterCity']),
    submitterOrganisation: 'organisation' in applicant ? applicant.organisation : undefined,
    ...('mandate' in applicant && {
      mandate: applicant.mandate,
      mandateKind: applicant.mandateKind,
      mandateCovers: applicant.mandateCovers,
      mandateUntil: applicant.mandateUntil,
    }),
    ...(role === 'attorney' && {
      attorneyLawyer: yes(applicant.lawyer),
      attorneyEmployed: applicant.employedInField ? 'yes' : 'no',
    }),
  };
}

function familyFields({
  otherParent,
  asksNotInformed,
}: PostedApplication): Partial<Record<ApplicationField, string | undefined>> {
  const notTold = asksNotInformed ? { tellParents: 'no', notTellWhy: asksNotInformed } : {};
  if (otherParent === undefined) return notTold;
  if (otherParent.kind === 'unreachable') {
    return { ...notTold, otherParent: 'unreachable', otherParentWhy: otherParent.why };
  }
  if (otherParent.kind === 'none') return { ...notTold, otherParent: 'none' };
  return {
    ...notTold,
    otherParent: 'yes',
    otherParentName: otherParent.name,
    otherParentNationalId: otherParent.nationalId,
    otherParentEmail: otherParent.email,
    ...addressFields(otherParent.address, ['otherParentStreet', 'otherParentPostalCode', 'otherParentCity']),
  };
}

/** «Later» stands for every answer that is not there, or that nobody proved to be theirs: the person is asked then. */
function consentFields(posted: PostedApplication): Partial<Record<ApplicationField, string | undefined>> {
  const consents = isProven(posted) ? posted.consents : undefined;
  return { consentPlan: consents?.plan ?? 'later', consentSharing: consents?.sharing };
}

function addressFields(
  address: PostalAddress | undefined,
  [street, postalCode, city]: readonly [ApplicationField, ApplicationField, ApplicationField],
): Partial<Record<ApplicationField, string | undefined>> {
  return { [street]: address?.street, [postalCode]: address?.postalCode, [city]: address?.city };
}

function yes(value: boolean | undefined): string | undefined {
  return value ? 'yes' : undefined;
}
