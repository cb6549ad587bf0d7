import { Temporal } from 'temporal-polyfill';
import { birthDateOf } from './national-id.ts';
import type { CalendarDate } from './time.ts';

/** From this birthday a person consents alone (pbrl § 4-3 b; domain.md § 4.2 on Gjøvik's «over 15 år»). */
export const consentAge = 16;

/**
 * From this birthday a child who understands the matter may be a party, and its view has great weight (pbrl §§ 4-4, 6-5).
 */
export const partyAge = 12;

/** From this birthday a child is informed and heard before anything is decided (pbrl §§ 3-1, 4-4). */
export const hearingAge = 7;

/** From this birthday a person is of age, and nobody acts as a parent any more (domain.md § 4.4). */
export const adultAge = 18;

/**
 * Whole years on a date. Somebody born 29 February has the birthday on 28 February in other years, as a period in years
 * ends on the month's last day (domstolloven § 148 by analogy). Throws RangeError for a number without a birth date.
 */
export function ageOn(nationalId: string, date: CalendarDate): number {
  const birthDate = birthDateOf(nationalId);
  if (birthDate === undefined) throw new RangeError('The national id number carries no date of birth');
  const born = Temporal.PlainDate.from(birthDate);
  const day = Temporal.PlainDate.from(date);
  const years = day.year - born.year;
  return Temporal.PlainDate.compare(born.add({ years }), day) <= 0 ? years : years - 1;
}
