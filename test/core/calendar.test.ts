import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addSeconds,
  addWeeks,
  atOslo,
  compareDates,
  endOfDay,
  isHoliday,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  nextWorkingDay,
  osloDate,
  weekday,
  workingDaysAfter,
  workingDaysBefore,
} from '../../functions/core/calendar.ts';
import { anyDate, daysOff, easterSundays, isOpen, oneMonthAfter, rolled, walk } from '../support/calendar-oracle.ts';

describe('dates and instants in Oslo', () => {
  it.each([
    ['2026-11-21T22:59:59.999Z', '2026-11-21'],
    ['2026-11-21T23:00:00.000Z', '2026-11-22'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01'],
  ])('%s is on %s', (instant, date) => {
    expect(osloDate(instant)).toBe(date);
  });

  it('gives clock times in winter and summer, and an hour on where the clock skips', () => {
    expect(atOslo('2026-11-21', '10:00')).toBe('2026-11-21T09:00:00.000Z');
    expect(atOslo('2026-06-21', '10:00')).toBe('2026-06-21T08:00:00.000Z');
    expect(atOslo('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('ends a day at midnight in Oslo, also on the days of 23 and 25 hours', () => {
    expect(endOfDay('2026-12-24')).toBe('2026-12-24T23:00:00.000Z');
    expect(endOfDay('2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
    expect(endOfDay('2026-10-25')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('moves an instant by seconds', () => {
    expect(addSeconds('2026-12-31T23:59:59.500Z', 1)).toBe('2027-01-01T00:00:00.500Z');
    expect(addSeconds('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:59.000Z');
  });

  it('finds its way back from any clock time of any date', () => {
    const times = fc.constantFrom('00:00', '08:00', '10:00', '23:59');
    fc.assert(
      fc.property(anyDate, times, (date, time) => {
        expect(osloDate(atOslo(date, time))).toBe(date);
      }),
    );
  });
});

describe('days, weeks and months', () => {
  it('moves days as a walk does', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, n) => {
        expect(addDays(date, n)).toBe(walk(date, n));
      }),
    );
  });

  it('ends weeks on the same weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (date, n) => {
        expect(weekday(addWeeks(date, n))).toBe(weekday(date));
        expect(addWeeks(date, n)).toBe(walk(date, 7 * n));
      }),
    );
  });

  it('counts one month as a walk to the same day number, or the end of the month', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(addMonths(date, 1)).toBe(oneMonthAfter(date));
      }),
      { numRuns: 2000 },
    );
  });

  it('orders dates', () => {
    expect(['2027-01-01', '2026-12-31', '2026-02-28'].sort(compareDates)).toEqual([
      '2026-02-28',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0);
  });

  it.each(['2026-02-29', '2026-13-01', 'soon', ''])('refuses %j as a date', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });
});

describe('holidays', () => {
  it.each(Object.keys(easterSundays).map(Number))('of %i are those of the law and the Sundays', (year) => {
    const expected = new Set(daysOff(year));
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = walk(date, 1)) {
      expect([date, isHoliday(date)]).toEqual([date, expected.has(date) || new Date(date).getUTCDay() === 0]);
    }
  });

  it.each([
    ['2026-12-24', 'julaften'],
    ['2026-12-31', 'nyttårsaften'],
    ['2027-03-24', 'onsdag før skjærtorsdag'],
  ])('%s (%s) is a working day', (date) => {
    expect(isWorkingDay(date)).toBe(true);
  });

  it('has no working day on the Saturday before Easter Sunday, which is no holiday', () => {
    expect([isHoliday('2027-03-27'), isWorkingDay('2027-03-27')]).toEqual([false, false]);
  });

  it('knows Easter far from the table too, and in the years the moon alone would put it a week late', () => {
    const far = ['1961-04-02', '2000-04-23', '2038-04-25', '2285-03-22'];
    const early = ['1954-04-18', '1981-04-19', '2049-04-18', '2076-04-19'];
    expect([...far, ...early].filter((easter) => !isHoliday(addDays(easter, 1)))).toEqual([]);
  });
});

describe('working days', () => {
  it('rolls forward and back as a walk does', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(isWorkingDay(date)).toBe(isOpen(date));
        expect(nextWorkingDay(date)).toBe(rolled(date));
        const last = lastWorkingDayOnOrBefore(date);
        expect(isOpen(last) && last <= date).toBe(true);
        expect(daysBetween(last, date).slice(1).some(isOpen)).toBe(false);
      }),
    );
  });

  it('counts working days back and forth', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 15 }), (date, n) => {
        const before = workingDaysBefore(date, n);
        expect(isOpen(before)).toBe(true);
        expect(daysBetween(before, walk(date, -1)).filter(isOpen)).toHaveLength(n);
        const after = workingDaysAfter(date, n);
        expect(isOpen(after)).toBe(true);
        expect(daysBetween(walk(date, 1), after).filter(isOpen)).toHaveLength(n);
      }),
    );
  });

  it('stays on a working day when asked for none', () => {
    expect([workingDaysBefore('2026-12-24', 0), workingDaysBefore('2026-12-26', 0)]).toEqual([
      '2026-12-24',
      '2026-12-24',
    ]);
    expect([workingDaysAfter('2026-12-24', 0), workingDaysAfter('2026-12-25', 0)]).toEqual([
      '2026-12-24',
      '2026-12-28',
    ]);
  });
});

/** All dates from `first` to `last`, both included. */
function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let date = first; date <= last; date = walk(date, 1)) days.push(date);
  return days;
}
