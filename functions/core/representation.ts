import { adultAge, ageOn, consentAge } from './age.ts';
import type { Case } from './case.ts';
import type { CalendarDate } from './time.ts';

/** As what somebody other than the person is a party in the person's place. */
export type Representative = 'parent' | 'guardian' | 'attorney';

/**
 * As what the one who sent the case acts for the person on a date; undefined when they do not, or when the person sent
 * it alone. A parent until the child is 16 and, with a written mandate, until 18 (pbrl §§ 3-4, 4-3, 4-4); attorney and
 * guardian within the mandate they have shown (fvl § 12). Relatives, health workers and hospitals
 * may report a need but never act (domain.md § 4.4).
 */
export function submitterActsAs(
  { person, submitter }: Pick<Case, 'person' | 'submitter'>,
  on: CalendarDate,
): Representative | undefined {
  if (!submitter) return undefined;
  const mandated = Boolean(submitter.mandate?.trim());
  switch (submitter.role) {
    case 'parent':
      return ageOn(person.nationalId, on) < (mandated ? adultAge : consentAge) ? 'parent' : undefined;
    case 'attorney':
    case 'guardian':
      return mandated ? submitter.role : undefined;
    case 'relative':
    case 'health-worker':
    case 'hospital':
      return undefined;
  }
}
