/** Every field of the application form, in the order of the page. */
export const applicationFields = [
  'role',
  'submitterName',
  'submitterOrganisation',
  'submitterEmail',
  'submitterPhone',
  'mandate',
  'submitterStreet',
  'submitterPostalCode',
  'submitterCity',
  'personName',
  'personNationalId',
  'personEmail',
  'personPhone',
  'personStreet',
  'personPostalCode',
  'personCity',
  'addressShielded',
  'wishPlan',
  'wishCoordinator',
  'wishChildCoordinator',
  'wishedCoordinator',
  'needs',
  'goals',
  'services',
  'consentPlan',
  'consentSharing',
  'language',
  'contact',
  'interpreter',
] as const;
export type ApplicationField = (typeof applicationFields)[number];

/** What can be wrong with a field; the texts say it in words, per field where it matters. */
export type FieldProblem =
  | 'missing'
  | 'too-long'
  | 'email'
  | 'phone'
  | 'postal-code'
  | 'national-id'
  | 'national-id-own'
  | 'national-id-synthetic'
  | 'adult-child'
  | 'unreachable';
export type ApplicationErrors = Partial<Record<ApplicationField, FieldProblem>>;
