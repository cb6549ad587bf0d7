import { consentGiver } from '../../core/consent.ts';
import type { Staff } from '../../core/parties.ts';
import type { CaseFile, TaskKind } from '../../core/records.ts';
import { mayReceiveLetters, type Representative, submitterActsAs } from '../../core/representation.ts';
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
 * As what somebody may answer for the person: alone from 16; below that, and for whoever cannot answer alone, the one who
 * acts for them, and for a child the other parent as well (pbrl §§ 4-3, 4-4). `under-age`: the person, too young to
 * consent, whose view the caseworker asks for instead. Undefined: a stranger to the case.
 */
export function consentRole(
  file: CaseFile,
  nationalId: string,
  on: CalendarDate,
): 'person' | Representative | 'other-parent' | 'under-age' | undefined {
  const { person, submitter, otherParent } = file.case;
  if (nationalId === person.nationalId) return consentGiver(file.case, on) === 'person' ? 'person' : 'under-age';
  if (otherParent?.nationalId === nationalId && mayReceiveLetters(file.case, 'other-parent', on)) return 'other-parent';
  return submitter?.nationalId === nationalId ? submitterActsAs(file.case, on) : undefined;
}

/** Four eyes: the same id, or in a link-only municipality the same name however it is spaced and cased. */
export function sameStaff(a: Staff, b: Staff): boolean {
  return a.id === b.id || plainName(a.name) === plainName(b.name);
}

function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');
}
