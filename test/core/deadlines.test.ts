import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, atOslo, endOfDay, osloDate } from '../../functions/core/calendar.ts';
import {
  answerDueOn,
  appealDeadline,
  defaultExpectedOn,
  defaultPostalDays,
  isAppealInTime,
  latestLateAppealOn,
  noticePlan,
} from '../../functions/core/deadlines.ts';
import { appealWeeks, noticeDuty, type RuleSet, ruleSetOn, ruleSets } from '../../functions/core/rule-sets.ts';
import { anyDate, isOpen, oneMonthAfter, rolled, walk } from '../support/calendar-oracle.ts';

describe('answerDueOn (domain.md § 3.1)', () => {
  it('agrees with the walk on any day', () => {
    fc.assert(
      fc.property(anyDate, (received) => {
        expect(answerDueOn(received)).toBe(oneMonthAfter(received));
        expect(defaultExpectedOn(received)).toBe(rolled(oneMonthAfter(received)));
      }),
    );
  });
});

describe('noticePlan', () => {
  it('sends on the due date when it is a working day, also Christmas Eve', () => {
    expect(noticePlan('2026-12-24', { askWorkingDaysBefore: 5 })).toEqual({
      askAt: atOslo('2026-12-17', '08:00'),
      noticeAt: atOslo('2026-12-24', '10:00'),
    });
  });

  it('sends before a due date on a holiday, never after', () => {
    expect(noticePlan('2027-03-28', { askWorkingDaysBefore: 2 })).toEqual({
      askAt: atOslo('2027-03-22', '08:00'),
      noticeAt: atOslo('2027-03-24', '10:00'),
    });
  });

  it('takes the municipality’s clock times', () => {
    const rules = { askWorkingDaysBefore: 1, askTime: '07:30', noticeTime: '14:00' };
    expect(noticePlan('2026-11-24', rules)).toEqual({
      askAt: atOslo('2026-11-23', '07:30'),
      noticeAt: atOslo('2026-11-24', '14:00'),
    });
  });

  it('is out on a working day before the due date ends, and asks that many working days earlier', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 15 }), (expectedOn, askWorkingDaysBefore) => {
        const { askAt, noticeAt } = noticePlan(expectedOn, { askWorkingDaysBefore });
        const [askOn, noticeOn] = [osloDate(askAt), osloDate(noticeAt)];
        expect(noticeAt < endOfDay(expectedOn)).toBe(true);
        expect([isOpen(noticeOn), isOpen(askOn)]).toEqual([true, true]);
        let open = 0;
        for (let date = askOn; date < noticeOn; date = walk(date, 1)) open += isOpen(date) ? 1 : 0;
        expect(open).toBe(askWorkingDaysBefore);
        expect(rolled(walk(noticeOn, 1)) > expectedOn).toBe(true);
      }),
    );
  });
});

describe('appealDeadline (domain.md § 3.2)', () => {
  it('counts from the date in Oslo, not in UTC', () => {
    const justAfterMidnight = '2026-11-26T23:30:00.000Z';
    expect(appealDeadline({ legalBasis: 'health', channel: 'digital', from: justAfterMidnight }).lastDay).toBe(
      '2026-12-28',
    );
  });

  it('is three weeks under sosialtjenesteloven and Nav-loven (fvl § 29)', () => {
    const from = atOslo('2026-11-26', '12:00');
    expect(appealDeadline({ legalBasis: 'social-services', channel: 'digital', from }).lastDay).toBe('2026-12-17');
    expect(appealDeadline({ legalBasis: 'nav', channel: 'digital', from }).lastDay).toBe('2026-12-17');
  });

  it('starts after the working days a letter on paper needs', () => {
    const from = atOslo('2026-12-22', '12:00');
    const paper = { legalBasis: 'health', channel: 'paper', from } as const;
    expect(defaultPostalDays).toBe(5);
    expect(appealDeadline(paper).lastDay).toBe('2027-01-27'); // arrives Wednesday 30 December
    expect(appealDeadline({ ...paper, postalDays: 3 }).lastDay).toBe('2027-01-25'); // arrives Monday 28 December
  });

  it('agrees with the walk on any day, and ends on a working day', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('00:00', '12:00', '23:59'), (date, time) => {
        const from = atOslo(date, time);
        expect(appealDeadline({ legalBasis: 'health', channel: 'digital', from }).lastDay).toBe(rolled(walk(date, 28)));
        expect(appealDeadline({ legalBasis: 'nav', channel: 'digital', from }).lastDay).toBe(rolled(walk(date, 21)));
      }),
    );
  });

  it('never gives less time for paper than for a digital letter', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 3, max: 15 }), (date, postalDays) => {
        const from = atOslo(date, '12:00');
        const digital = appealDeadline({ legalBasis: 'health', channel: 'digital', from });
        const paper = appealDeadline({ legalBasis: 'health', channel: 'paper', from, postalDays });
        expect(paper.until >= digital.until).toBe(true);
      }),
    );
  });
});

describe('isAppealInTime (domain.md § 3.3)', () => {
  const deadline = { lastDay: '2026-12-24', until: endOfDay('2026-12-24') };

  it('counts an electronic appeal from its arrival, to the last millisecond of the last day', () => {
    expect(isAppealInTime({ deadline, arrivedAt: addSeconds(deadline.until, -1) })).toBe(true);
    expect(isAppealInTime({ deadline, arrivedAt: deadline.until })).toBe(false);
  });

  it('does not count when it was sent, as long as fvl 2025 is not in force', () => {
    const sentAt = atOslo('2026-12-24', '23:00');
    expect(isAppealInTime({ deadline, sentAt, arrivedAt: atOslo('2026-12-25', '00:10') })).toBe(false);
  });

  it('counts an appeal on paper from the day it was handed to the post', () => {
    const arrivedAt = atOslo('2026-12-29', '09:00');
    expect(isAppealInTime({ deadline, arrivedAt, postedOn: '2026-12-24' })).toBe(true);
    expect(isAppealInTime({ deadline, arrivedAt, postedOn: '2026-12-25' })).toBe(false);
  });

  it('counts paper without a postmark from its arrival', () => {
    expect(isAppealInTime({ deadline, arrivedAt: atOslo('2026-12-23', '09:00') })).toBe(true);
  });
});

describe('latestLateAppealOn', () => {
  it('is a year after the decision', () => {
    expect(latestLateAppealOn('2027-02-28T12:00:00.000Z')).toBe('2028-02-28');
    expect(latestLateAppealOn('2028-02-29T12:00:00.000Z')).toBe('2029-02-28');
  });
});

describe('rule sets', () => {
  it('keeps fvl 1967 in force until the King in Council says otherwise', () => {
    expect(ruleSetOn('2026-11-21').act).toBe('fvl-1967');
    expect(ruleSetOn('2099-01-01').act).toBe('fvl-1967');
  });

  it('knows pbrl § 7-5 beside the general act, from the day it came', () => {
    expect(appealWeeks('health', '2026-11-21')).toBe(4);
    expect(appealWeeks('health', '2011-12-31')).toBe(3);
    expect(appealWeeks('social-services', '2026-11-21')).toBe(3);
  });

  it('turns fvl 2025 on from its date', () => {
    const sets: readonly RuleSet[] = ruleSets.map((set) =>
      set.act === 'fvl-2025' ? { ...set, from: '2028-01-01' } : set,
    );
    expect(ruleSetOn('2027-12-31', sets).act).toBe('fvl-1967');
    expect(ruleSetOn('2028-01-01', sets)).toMatchObject({
      act: 'fvl-2025',
      electronicAppealCountsFrom: 'sending',
      electronicDecisionArrives: 'notified',
      staffNamed: 'statutory',
    });
  });

  it('asks for every first notice today, and for the further ones by law once fvl 2025 § 17 is on', () => {
    const sets = ruleSets.map((set): RuleSet => (set.act === 'fvl-2025' ? { ...set, from: '2028-01-01' } : set));
    const duty = (round: number, on: string, receiptToldTime: boolean) =>
      noticeDuty({ round, on, receiptToldTime }, sets);
    expect([duty(1, '2027-12-31', true), duty(2, '2027-12-31', true)]).toEqual(['statutory', 'good-practice']);
    expect([duty(1, '2028-01-01', true), duty(1, '2028-01-01', false)]).toEqual(['may-be-omitted', 'statutory']);
    expect(duty(2, '2028-01-01', true)).toBe('statutory');
    expect(noticeDuty({ round: 1, on: '2099-01-01', receiptToldTime: true })).toBe('statutory');
  });
});
