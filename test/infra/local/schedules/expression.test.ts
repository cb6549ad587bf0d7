import { describe, expect, it } from 'vitest';
import { parseScheduleExpression } from '../../../../infra/local/schedules/expression.ts';

const at = (time: string) => Date.parse(time);

describe('a schedule expression', () => {
  it.each([
    ['cron(0 7 * * ? *)', 'UTC', '2026-03-02T07:00:00Z', '2026-03-03T07:00:00Z'],
    ['cron(0 7 * * ? *)', 'Europe/Oslo', '2026-03-02T05:00:00Z', '2026-03-02T06:00:00Z'],
    ['cron(0 7 * * ? *)', 'Europe/Oslo', '2026-06-02T05:00:00Z', '2026-06-03T05:00:00Z'],
    ['cron(0/15 8-16 ? * MON-FRI *)', 'UTC', '2026-03-06T16:45:00Z', '2026-03-09T08:00:00Z'],
    ['cron(0 6 L * ? *)', 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T06:00:00Z'],
    ['cron(0 6 1W * ? *)', 'UTC', '2026-07-31T12:00:00Z', '2026-08-03T06:00:00Z'],
    ['cron(0 6 ? * 2#1 *)', 'UTC', '2026-03-03T00:00:00Z', '2026-04-06T06:00:00Z'],
    ['cron(0 6 ? * FRIL *)', 'UTC', '2026-03-03T00:00:00Z', '2026-03-27T06:00:00Z'],
    ['cron(30 2 29 FEB ? *)', 'UTC', '2026-03-03T00:00:00Z', '2028-02-29T02:30:00Z'],
    ['at(2026-04-01T09:00:00)', 'Europe/Oslo', '2026-03-03T00:00:00Z', '2026-04-01T07:00:00Z'],
  ])('%s in %s after %s is %s', (text, timeZone, after, next) => {
    const found = parseScheduleExpression(text, timeZone).next(at(after), 0);
    expect(new Date(found ?? 0).toISOString()).toBe(new Date(next).toISOString());
  });

  it('counts a rate from its anchor', () => {
    const { next } = parseScheduleExpression('rate(2 hours)', 'UTC');
    expect(next(1_000, 1_000)).toBe(7_201_000);
    expect(next(7_201_000, 1_000)).toBe(14_401_000);
  });

  it('ends where nothing comes any more', () => {
    const past = parseScheduleExpression('at(2026-04-01T09:00:00)', 'UTC');
    expect(past.next(at('2026-04-01T09:00:00Z'), 0)).toBeUndefined();
    expect(parseScheduleExpression('cron(0 0 1 1 ? 2020)', 'UTC').next(at('2026-01-01T00:00:00Z'), 0)).toBeUndefined();
  });

  it.each(['rate(0 days)', 'rate(1 week)', 'every day', 'cron(0 7 * * * *)', 'cron(0 25 * * ? *)', 'cron(0 7 * *)'])(
    'refuses %s',
    (text) => {
      expect(() => parseScheduleExpression(text, 'UTC')).toThrow(/Not a|Exactly one|Outside|six fields/);
    },
  );
});
