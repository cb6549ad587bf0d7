import { birthDateOf } from '../../../functions/core/national-id.ts';
import { applicants } from '../../../infra/local/openid/people.ts';
import { syntheticNationalId } from '../../support/national-ids.ts';

const journeys: string[] = [];

/**
 * The national id number of a story's own `parent`, `child-12` …: somebody as old as the test person of that id, and
 * nobody else's. A person has one plan in a municipality, and one draft, so stories that are played at the same time
 * share nobody. Undefined for staff, who are shared.
 */
export function numberOf(journey: string, person: string): string | undefined {
  const bornOn = birthDateOf(applicants.find(({ id }) => id === person)?.pid ?? '');
  if (!bornOn) return undefined;
  if (!journeys.includes(journey)) journeys.push(journey);
  return syntheticNationalId(bornOn, journeys.indexOf(journey) + 10);
}
