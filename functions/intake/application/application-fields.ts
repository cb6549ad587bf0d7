/** Every field of the application form. */
export const applicationFields = [
  'role',
  'attorneyLawyer',
  'attorneyEmployed',
  'submitterName',
  'submitterOrganisation',
  'submitterEmail',
  'submitterPhone',
  'mandateKind',
  'mandate',
  'mandateCovers',
  'mandateUntil',
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
  'childCoordinatorFor',
  'wishedCoordinator',
  'needs',
  'goals',
  'services',
  'childsView',
  'childNotHeard',
  'tellParents',
  'notTellWhy',
  'otherParent',
  'otherParentName',
  'otherParentNationalId',
  'otherParentEmail',
  'otherParentStreet',
  'otherParentPostalCode',
  'otherParentCity',
  'otherParentWhy',
  'consentPlan',
  'consentSharing',
  'language',
  'contact',
  'interpreter',
] as const;
export type ApplicationField = (typeof applicationFields)[number];

/**
 * What can be wrong with a field; the texts say it in words, per field where it matters. `employee`: fvl § 12;
 * `not-another`: the other parent is somebody else than the child and whoever applies.
 */
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
  | 'employee'
  | 'unreachable'
  | 'parent-unreachable'
  | 'not-another'
  | 'date'
  | 'mandate-ended';
export type ApplicationErrors = Partial<Record<ApplicationField, FieldProblem>>;

/** What was typed, by field; a field that was not filled in may be absent. */
export type TypedFields = Readonly<Partial<Record<ApplicationField, string>>>;
