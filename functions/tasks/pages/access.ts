import type { Staff } from '../../core/case.ts';
import { ageOn, consentGiver } from '../../core/consent.ts';
import type { CaseFile, TaskKind } from '../../core/records.ts';
import type { CalendarDate } from '../../core/time.ts';
import type { Municipality } from '../../municipalities/index.ts';
import type { SignedInStaff, TaskRole } from './sign-in.ts';

/** Who answers which kind: the person, or staff with the role. */
export const answeredBy = {
  consent: 'person',
  assessment: 'caseworker',
  approval: 'approver',
  'delay-reason': 'caseworker',
  'appoint-coordinator': 'coordinating-unit',
  'appeal-review': 'caseworker',
  reassessment: 'caseworker',
  'appeal-approval': 'approver',
  'county-outcome': 'caseworker',
} as const satisfies Record<TaskKind, TaskRole | 'person'>;

/** True when a member of staff has the role the kind asks for, in the case's own municipality. */
export function mayAnswer(staff: SignedInStaff, kind: TaskKind, municipality: Municipality): boolean {
  return staff.municipality === municipality.number && staff.roles.includes(answeredBy[kind]);
}

/**
 * As what somebody may answer for the person (pbrl §§ 4-3, 4-4, domain.md § 4.4): alone from 16; parents below that, or
 * for 16–17 with a fullmakt; attorney and guardian within their mandate. `under-age`: the person, too young to consent,
 * whose view the caseworker asks for instead. Undefined: a stranger to the case.
 */
export function consentRole(
  file: CaseFile,
  nationalId: string,
  on: CalendarDate,
): 'person' | 'parent' | 'attorney' | 'guardian' | 'under-age' | undefined {
  const { person, submitter } = file.case;
  const giver = consentGiver(file.case, on);
  if (nationalId === person.nationalId) return giver === 'person' ? 'person' : 'under-age';
  if (!submitter || submitter.nationalId !== nationalId) return undefined;
  const mandated = Boolean(submitter.mandate?.trim());
  switch (submitter.role) {
    case 'parent':
      return giver === 'parents' || (mandated && ageOn(person.nationalId, on) < 18) ? 'parent' : undefined;
    case 'attorney':
    case 'guardian':
      return mandated ? submitter.role : undefined;
    default:
      return undefined;
  }
}

/** Four eyes: the same id, or in a link-only municipality the same name however it is spaced and cased. */
export function sameStaff(a: Staff, b: Staff): boolean {
  return a.id === b.id || plainName(a.name) === plainName(b.name);
}

function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');
}
