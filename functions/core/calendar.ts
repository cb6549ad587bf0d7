import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, type Instant, zone } from './time.ts';

/** The date in Europe/Oslo at an instant: late evening in UTC may be the next day here. Throws RangeError when malformed. */
export function osloDate(instant: Instant): CalendarDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The instant at which clocks in Oslo show `time` (`HH:MM`) on `date`; a time skipped in March moves an hour ahead. */
export function atOslo(date: CalendarDate, time: string): Instant {
  const plainTime = Temporal.PlainTime.from(time);
  return asInstant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).toInstant());
}

/** The first instant after `date` in Oslo: a period that ends with `date` is over from here on. */
export function endOfDay(date: CalendarDate): Instant {
  return asInstant(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant());
}

/** `instant` moved by `n` seconds, which may be negative. */
export function addSeconds(instant: Instant, n: number): Instant {
  return asInstant(Temporal.Instant.from(instant).add({ seconds: n }));
}

/** `date` moved by `n` days, which may be negative. */
export function addDays(date: CalendarDate, n: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days: n }).toString();
}

/** The same weekday `n` weeks later; the first day is not counted (domstolloven § 148). */
export function addWeeks(date: CalendarDate, n: number): CalendarDate {
  return addDays(date, 7 * n);
}

/** The same day of the month `n` months later, or that month's last day when it has no such day (domstolloven § 148). */
export function addMonths(date: CalendarDate, n: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months: n }, { overflow: 'constrain' }).toString();
}

/** Negative, zero or positive as `a` is before, equal to or after `b`; fits `Array.sort`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return Temporal.PlainDate.compare(a, b);
}

/** Whole days from `today` until `date`; negative when it has passed. */
export function daysUntil(date: CalendarDate, today: CalendarDate): number {
  return Temporal.PlainDate.from(today).until(date, { largestUnit: 'day' }).days;
}

/** Monday 1 … Sunday 7. */
export function weekday(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

const fixedHolidays: readonly string[] = [
  '01-01',
  '05-01', // lov 26 April 1947 no. 1: equated
  '05-17', // the same
  '12-25',
  '12-26',
];

/** Days from Easter Sunday: skjærtorsdag, langfredag, 1. and 2. påskedag, Kristi himmelfartsdag, 1. and 2. pinsedag. */
const movableHolidays: readonly number[] = [-3, -2, 0, 1, 39, 49, 50];

/** The holidays of the years that were asked for, as they never change. */
const holidaysByYear = new Map<number, ReadonlySet<CalendarDate>>();

function holidaysOf(year: number): ReadonlySet<CalendarDate> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const movable = movableHolidays.map((days) => easter.add({ days }).toString());
  const holidays = new Set([...fixedHolidays.map((monthAndDay) => `${year}-${monthAndDay}`), ...movable]);
  holidaysByYear.set(year, holidays);
  return holidays;
}

/**
 * Sundays and the other days off by lov 24 February 1995 no. 12 § 2 and lov 26 April 1947 no. 1. The days before
 * Christmas, New Year and Easter are ordinary days (domstolloven § 149 names none of them).
 */
export function isHoliday(date: CalendarDate): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek === 7 || holidaysOf(day.year).has(date);
}

/** Neither Saturday, Sunday nor holiday: a deadline can end here (domstolloven § 149). */
export function isWorkingDay(date: CalendarDate): boolean {
  return isOpen(Temporal.PlainDate.from(date));
}

/** `date` itself when it is a working day, otherwise the next one: how a deadline rolls (domstolloven § 149). */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  return workingDaysAfter(date, 0);
}

/** `date` itself when it is a working day, otherwise the one before it: when something must be out by `date`. */
export function lastWorkingDayOnOrBefore(date: CalendarDate): CalendarDate {
  return workingDaysBefore(date, 0);
}

/** The `n`th working day before `date`, `date` not counted. `n` = 0 gives the last working day on or before it. */
export function workingDaysBefore(date: CalendarDate, n: number): CalendarDate {
  return countWorkingDays(date, n, -1);
}

/** The `n`th working day after `date`, `date` not counted. `n` = 0 gives the next working day on or after it. */
export function workingDaysAfter(date: CalendarDate, n: number): CalendarDate {
  return countWorkingDays(date, n, 1);
}

function countWorkingDays(date: CalendarDate, n: number, days: 1 | -1): CalendarDate {
  let day = Temporal.PlainDate.from(date);
  if (n === 0) {
    while (!isOpen(day)) day = day.add({ days });
  }
  for (let left = n; left > 0; ) {
    day = day.add({ days });
    if (isOpen(day)) left -= 1;
  }
  return day.toString();
}

function isOpen(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < 6 && !holidaysOf(day.year).has(day.toString());
}

/** Gregorian Easter by the century-corrected moon's age (Butcher's rule); holds for every Gregorian year. */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekShift = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekShift) / 451);
  const marchDay = epact + weekShift - 7 * late + 22;
  return new Temporal.PlainDate(year, 3, 1).add({ days: marchDay - 1 });
}

function asInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}
