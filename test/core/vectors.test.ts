import { describe, expect, test } from 'vitest';
import { addWeeks, atOslo, endOfDay, nextWorkingDay, weekday } from '../../functions/core/calendar.ts';
import { answerDueOn, appealDeadline, defaultExpectedOn, noticePlan } from '../../functions/core/deadlines.ts';

/** The date tables of the domain reference, row by row and column by column, with the weekdays they name. */

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const named = (date: string) => `${weekdays[weekday(date)]} ${date}`;

describe('one month to answer (domain.md § 3.1)', () => {
  test.each([
    ['Fri 2026-01-30', 'Sat 2026-02-28', 'Mon 2026-03-02', 'Fri 2026-02-27'],
    ['Sat 2026-01-31', 'Sat 2026-02-28', 'Mon 2026-03-02', 'Fri 2026-02-27'],
    ['Tue 2026-03-31', 'Thu 2026-04-30', 'Thu 2026-04-30', 'Thu 2026-04-30'],
    ['Wed 2026-04-01', 'Fri 2026-05-01', 'Mon 2026-05-04', 'Thu 2026-04-30'],
    ['Fri 2026-04-17', 'Sun 2026-05-17', 'Mon 2026-05-18', 'Fri 2026-05-15'],
    ['Tue 2026-11-24', 'Thu 2026-12-24', 'Thu 2026-12-24', 'Thu 2026-12-24'],
    ['Wed 2026-11-25', 'Fri 2026-12-25', 'Mon 2026-12-28', 'Thu 2026-12-24'],
    ['Thu 2026-12-31', 'Sun 2027-01-31', 'Mon 2027-02-01', 'Fri 2027-01-29'],
    ['Fri 2027-02-26', 'Fri 2027-03-26', 'Tue 2027-03-30', 'Wed 2027-03-24'],
    ['Sat 2027-04-17', 'Mon 2027-05-17', 'Tue 2027-05-18', 'Fri 2027-05-14'],
    ['Mon 2028-01-31', 'Tue 2028-02-29', 'Tue 2028-02-29', 'Tue 2028-02-29'],
  ])('received %s: ends %s, if rolled %s, notice out %s', (received, ends, ifRolled, noticeOn) => {
    const on = received.slice(4);
    expect(named(on)).toBe(received);
    expect(named(answerDueOn(on))).toBe(ends);
    expect(named(nextWorkingDay(answerDueOn(on)))).toBe(ifRolled);
    expect(named(defaultExpectedOn(on))).toBe(ifRolled);
    const { noticeAt } = noticePlan(answerDueOn(on), { askWorkingDaysBefore: 5 });
    expect(noticeAt).toBe(atOslo(noticeOn.slice(4), '10:00'));
  });
});

describe('four weeks to appeal (domain.md § 3.2)', () => {
  test.each([
    ['Thu 2026-11-26', 'Thu 2026-12-24', 'Thu 2026-12-24'],
    ['Fri 2026-11-27', 'Fri 2026-12-25', 'Mon 2026-12-28'],
    ['Thu 2026-12-03', 'Thu 2026-12-31', 'Thu 2026-12-31'],
    ['Fri 2026-12-04', 'Fri 2027-01-01', 'Mon 2027-01-04'],
    ['Thu 2027-02-25', 'Thu 2027-03-25', 'Tue 2027-03-30'],
    ['Mon 2027-03-01', 'Mon 2027-03-29', 'Tue 2027-03-30'],
    ['Sat 2027-04-03', 'Sat 2027-05-01', 'Mon 2027-05-03'],
    ['Thu 2027-04-08', 'Thu 2027-05-06', 'Fri 2027-05-07'],
    ['Mon 2027-04-19', 'Mon 2027-05-17', 'Tue 2027-05-18'],
  ])('start %s: four weeks end %s, last day %s', (start, fourWeeks, lastDay) => {
    const on = start.slice(4);
    expect(named(on)).toBe(start);
    expect(named(addWeeks(on, 4))).toBe(fourWeeks);
    const deadline = appealDeadline({ legalBasis: 'health', channel: 'digital', from: atOslo(on, '12:00') });
    expect(named(deadline.lastDay)).toBe(lastDay);
    expect(deadline.until).toBe(endOfDay(lastDay.slice(4)));
  });
});
