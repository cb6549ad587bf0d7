import fc from 'fast-check';

/**
 * The calendar the slow way, by walking day by day with a table of Easter Sundays: what the rules are checked against.
 * Shares no code with functions/core.
 */
export const easterSundays: Readonly<Record<number, string>> = {
  2024: '2024-03-31',
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
  2030: '2030-04-21',
  2031: '2031-04-13',
  2032: '2032-03-28',
  2033: '2033-04-17',
  2034: '2034-04-09',
  2035: '2035-03-25',
};

const day = 24 * 60 * 60 * 1000;

export function walk(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** The days off of a year besides Sundays, in order. */
export function daysOff(year: number): readonly string[] {
  const easter = easterSundays[year];
  if (easter === undefined) throw new RangeError(`No Easter for ${year}`);
  const movable = [-3, -2, 0, 1, 39, 49, 50].map((offset) => walk(easter, offset));
  const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'].map((monthAndDay) => `${year}-${monthAndDay}`);
  return [...new Set([...movable, ...fixed])].sort();
}

const allDaysOff = new Set(Object.keys(easterSundays).flatMap((year) => daysOff(Number(year))));

export function isOpen(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !allDaysOff.has(date);
}

/** One month by domstolloven § 148: walk on to the same day number in the next month, or stop at that month's end. */
export function oneMonthAfter(date: string): string {
  let end = walk(date, 1);
  while (end.slice(0, 7) === date.slice(0, 7)) end = walk(end, 1);
  const month = end.slice(0, 7);
  while (end.slice(8) < date.slice(8) && walk(end, 1).startsWith(month)) end = walk(end, 1);
  return end;
}

/** Walks on from `date`, itself included, to a day that is open. */
export function rolled(date: string): string {
  let end = date;
  while (!isOpen(end)) end = walk(end, 1);
  return end;
}

/** The same day number in the month that comes `n` later; walks back from it where that month is shorter. */
export function monthsAfter(date: string, n: number): string {
  let [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  for (let left = n; left > 0; left -= 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  let dayNumber = Number(date.slice(8));
  // The month's first day moved on must still be in the month.
  while (!walk(`${prefix}-01`, dayNumber - 1).startsWith(prefix)) dayNumber -= 1;
  return walk(`${prefix}-01`, dayNumber - 1);
}

/** Walks back from `date`, itself included, to a day that is open. */
export function rolledBack(date: string): string {
  let end = date;
  while (!isOpen(end)) end = walk(end, -1);
  return end;
}

/** Walks on (`step` 1) or back (-1) until `n` open days have been met, `date` itself not counted. */
export function openDaysFrom(date: string, n: number, step: 1 | -1): string {
  let end = date;
  for (let left = n; left > 0; ) {
    end = walk(end, step);
    if (isOpen(end)) left -= 1;
  }
  return end;
}

/** The last Sunday of a month of 31 days. */
function lastSunday(month: string): string {
  let end = `${month}-31`;
  while (new Date(end).getUTCDay() !== 0) end = walk(end, -1);
  return end;
}

/** Hours Oslo is ahead of UTC from 03:00 on: two from the last Sunday of March to the last Sunday of October. */
function hoursAhead(date: string): number {
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)];
  if (month === '03') return date >= lastSunday(`${year}-03`) ? 2 : 1;
  if (month === '10') return date < lastSunday(`${year}-10`) ? 2 : 1;
  return month > '03' && month < '10' ? 2 : 1;
}

/** The instant clocks in Oslo show a full hour after 03:00 on a date. */
export function instantAt(date: string, hour: number): string {
  return new Date(Date.parse(date) + (hour - hoursAhead(date)) * 3_600_000).toISOString();
}

/** Every date of ten years. */
export const tenYears: readonly string[] = Array.from({ length: 3652 }, (_, index) => walk('2025-01-01', index));

/** Dates the table covers, with room for a month or two before and after. */
export const anyDate = fc
  .integer({ min: 0, max: Math.round((Date.parse('2035-09-30') - Date.parse('2024-03-01')) / day) })
  .map((days) => walk('2024-03-01', days));
