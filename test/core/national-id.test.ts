import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateOf, parseNationalId } from '../../functions/core/national-id.ts';
import { walk } from '../support/calendar-oracle.ts';
import { nationalIdOf, syntheticNationalId } from '../support/national-ids.ts';

const birthDates = fc.integer({ min: 0, max: 45_000 }).map((days) => walk('1905-01-01', days));

describe('parseNationalId', () => {
  it('accepts synthetic numbers outside production, and reads the date of birth', () => {
    fc.assert(
      fc.property(birthDates, fc.boolean(), fc.constantFrom('local', 'test'), (birthDate, dNumber, environment) => {
        const value = nationalIdOf(birthDate, { dNumber });
        expect(parseNationalId(value, environment)).toEqual({ ok: true, value: { value, synthetic: true, birthDate } });
      }),
    );
  });

  it('accepts spaces as people type them', () => {
    const value = syntheticNationalId('1980-03-14');
    const typed = ` ${value.slice(0, 6)} ${value.slice(6)}\n`;
    expect(parseNationalId(typed, 'local')).toMatchObject({ ok: true, value: { value } });
  });

  it('refuses synthetic numbers in production', () => {
    const value = syntheticNationalId('1980-03-14');
    expect(parseNationalId(value, 'production')).toEqual({ ok: false, error: 'synthetic-in-production' });
  });

  it('refuses numbers of the real series outside production, before they can be stored', () => {
    const value = nationalIdOf('1905-01-01', { monthOffset: 0 });
    expect(parseNationalId(value, 'local')).toEqual({ ok: false, error: 'real-outside-production' });
    expect(parseNationalId(value, 'test')).toEqual({ ok: false, error: 'real-outside-production' });
    expect(parseNationalId(value, 'production')).toMatchObject({ ok: true, value: { synthetic: false } });
  });

  it.each(['local', 'test', 'production'] as const)('refuses auxiliary numbers in %s', (environment) => {
    const value = nationalIdOf('1980-03-14', { monthOffset: 40 });
    expect(parseNationalId(value, environment)).toEqual({ ok: false, error: 'type' });
  });

  it.each(['', '1234567890', '123456789012', '1480800000a', '14/80/80 00000', '31828000000', '00818000000'])(
    'refuses %j as no number at all',
    (text) => {
      expect(parseNationalId(text, 'local')).toEqual({ ok: false, error: 'format' });
    },
  );

  it('refuses a mistyped digit', () => {
    fc.assert(
      fc.property(birthDates, fc.integer({ min: 1, max: 9 }), (birthDate, by) => {
        const value = syntheticNationalId(birthDate);
        const mistyped = `${value.slice(0, 10)}${(Number(value[10]) + by) % 10}`;
        expect(parseNationalId(mistyped, 'local')).toEqual({ ok: false, error: 'checksum' });
      }),
    );
  });
});

describe('birthDateOf', () => {
  it.each([
    ['14038049900', '1980-03-14'],
    ['14030050000', '2000-03-14'],
    ['14033999900', '2039-03-14'],
    ['14035450000', '1854-03-14'],
    ['14038090000', '1980-03-14'],
    ['29020050000', '2000-02-29'],
  ])('reads %s as %s', (value, birthDate) => {
    expect(birthDateOf(value)).toBe(birthDate);
  });

  it.each(['29020000000', '14034050000', '14035380000', '14035350000', 'x'])('finds no date in %s', (value) => {
    expect(birthDateOf(value)).toBeUndefined(); // 1900 was no leap year; no series for the other years
  });
});
