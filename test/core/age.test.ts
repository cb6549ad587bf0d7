import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../../functions/core/age.ts';
import { syntheticNationalId } from '../support/builders.ts';
import { walk } from '../support/calendar-oracle.ts';

const today = '2026-11-24';

describe('ageOn', () => {
  it.each([
    ['2010-11-24', '2026-11-23', 15],
    ['2010-11-24', '2026-11-24', 16],
    ['2010-11-24', '2026-11-25', 16],
    ['2010-12-31', '2026-12-31', 16],
    ['2010-12-31', '2026-12-30', 15],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['1999-12-31', '2000-01-01', 0],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(ageOn(syntheticNationalId(born), on)).toBe(age);
  });

  it('changes on the birthday and on no other day', () => {
    const births = fc.integer({ min: 0, max: 18_000 }).map((days) => walk('1960-01-01', days));
    fc.assert(
      fc.property(births, fc.integer({ min: 1, max: 30 }), (born, years) => {
        fc.pre(!born.endsWith('02-29'));
        const id = syntheticNationalId(born);
        const birthday = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`;
        expect(ageOn(id, walk(birthday, -1))).toBe(years - 1);
        expect(ageOn(id, birthday)).toBe(years);
      }),
    );
  });

  it('throws for a number without a date of birth, without repeating it', () => {
    expect(() => ageOn('99999999999', today)).toThrow(RangeError);
    expect(() => ageOn('99999999999', today)).not.toThrow(/9999/);
  });
});
