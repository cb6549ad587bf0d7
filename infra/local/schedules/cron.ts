import { Temporal } from 'temporal-polyfill';

type Matcher = (value: number) => boolean;
type DayMatcher = (day: Temporal.PlainDate) => boolean;

/** The six fields of an AWS cron expression, each as a question. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly day: DayMatcher;
  readonly month: Matcher;
  readonly year: Matcher;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** A 29th of February that must be a certain weekday comes within 40 years. */
const LONGEST_SEARCH_DAYS = 366 * 40;

/** Reads `minutes hours day-of-month month day-of-week year` (EventBridge Scheduler, cron-based schedules). */
export function parseCron(body: string): CronFields {
  const fields = body.trim().toUpperCase().split(/\s+/);
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  if (fields.length !== 6 || !minutes || !hours || !dayOfMonth || !month || !dayOfWeek || !year) {
    throw new Error(`A cron expression has six fields: ${body}`);
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error(`Exactly one of day-of-month and day-of-week must be "?": ${body}`);
  }
  return {
    minutes: numbers(matcher(minutes, 0, 59), 0, 59),
    hours: numbers(matcher(hours, 0, 23), 0, 23),
    day: dayOfMonth === '?' ? dayOfWeekMatcher(dayOfWeek) : dayOfMonthMatcher(dayOfMonth),
    month: matcher(named(month, MONTHS, 1), 1, 12),
    year: matcher(year, 1970, 2199),
  };
}

/** The first time after `after` that the fields allow, read in the time zone; none within forty years is `undefined`. */
export function nextCron(fields: CronFields, after: number, timeZone: string): number | undefined {
  const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  let date = start.toPlainDate();
  for (let tried = 0; tried < LONGEST_SEARCH_DAYS; tried += 1) {
    if (fields.year(date.year) && fields.month(date.month) && fields.day(date)) {
      const found = firstTimeOn(fields, date, { after, timeZone });
      if (found !== undefined) return found;
    }
    date = date.add({ days: 1 });
  }
  return undefined;
}

function firstTimeOn(
  { hours, minutes }: CronFields,
  date: Temporal.PlainDate,
  { after, timeZone }: { after: number; timeZone: string },
): number | undefined {
  for (const hour of hours) {
    for (const minute of minutes) {
      const plainTime = { hour, minute };
      const at = date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
      if (at > after) return at;
    }
  }
  return undefined;
}

function numbers(matches: Matcher, from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(matches);
}

function matcher(field: string, from: number, to: number): Matcher {
  const parts = field.split(',').map((part) => partMatcher(part, from, to));
  return (value) => parts.some((part) => part(value));
}

function partMatcher(part: string, from: number, to: number): Matcher {
  const [, range = '', step] = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(part) ?? [];
  if (range === '') throw new Error(`Not a cron field: ${part}`);
  const [first, last] = range === '*' ? [from, to] : range.split('-').map(Number);
  const start = first ?? from;
  const end = last ?? (step === undefined ? start : to);
  if (start < from || end > to) throw new Error(`Outside ${from}-${to} in a cron expression: ${part}`);
  return (value) => value >= start && value <= end && (value - start) % Number(step ?? 1) === 0;
}

function dayOfMonthMatcher(field: string): DayMatcher {
  if (field === 'L') return (day) => day.day === day.daysInMonth;
  const [, nearest] = /^(\d+)W$/.exec(field) ?? [];
  if (nearest !== undefined) return (day) => day.day === nearestWeekday(day, Number(nearest));
  const matches = matcher(field, 1, 31);
  return (day) => matches(day.day);
}

/** The weekday nearest to a day of the month, without leaving the month. */
function nearestWeekday(month: Temporal.PlainDate, wanted: number): number {
  const day = month.with({ day: wanted }).day;
  const weekday = month.with({ day }).dayOfWeek;
  if (weekday === 6) return day > 1 ? day - 1 : day + 2;
  if (weekday === 7) return day < month.daysInMonth ? day + 1 : day - 2;
  return day;
}

function dayOfWeekMatcher(field: string): DayMatcher {
  const text = named(field, WEEKDAYS, 1);
  const [, last] = /^(\d)L$/.exec(text) ?? [];
  if (last !== undefined) return (day) => awsWeekday(day) === Number(last) && day.day + 7 > day.daysInMonth;
  const [, weekday, nth] = /^(\d)#(\d)$/.exec(text) ?? [];
  if (nth !== undefined) {
    return (day) => awsWeekday(day) === Number(weekday) && Math.ceil(day.day / 7) === Number(nth);
  }
  const matches = matcher(text, 1, 7);
  return (day) => matches(awsWeekday(day));
}

/** AWS counts from Sunday = 1; ISO counts from Monday = 1 to Sunday = 7. */
function awsWeekday(day: Temporal.PlainDate): number {
  return (day.dayOfWeek % 7) + 1;
}

function named(field: string, names: readonly string[], first: number): string {
  return names.reduce((text, name, index) => text.replaceAll(name, String(index + first)), field);
}
