import { expect, it } from 'vitest';
import { formatDate, formatDateWithWeekday, formatInstant } from '../../functions/core/format.ts';
import { walk } from '../support/calendar-oracle.ts';

it('writes dates without a leading zero and with the month in words', () => {
  expect(formatDate('2026-11-21', 'nb')).toBe('21. november 2026');
  expect(formatDate('2027-05-01', 'nn')).toBe('1. mai 2027');
});

it.each([
  ['nb', ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']],
  ['nn', ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag']],
] as const)('names the weekdays in %s', (language, names) => {
  const monday = '2026-11-16';
  const written = names.map((_, index) => formatDateWithWeekday(walk(monday, index), language));
  expect(written).toEqual(names.map((name, index) => `${name} ${16 + index}. november 2026`));
});

it('writes instants by the clock in Oslo', () => {
  expect(formatInstant('2026-11-21T09:05:00.000Z', 'nb')).toBe('21. november 2026 kl. 10.05');
  expect(formatInstant('2026-06-30T22:00:00.000Z', 'nn')).toBe('1. juli 2026 kl. 00.00');
});
