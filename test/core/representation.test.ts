import { describe, expect, it } from 'vitest';
import type { Submitter } from '../../functions/core/case.ts';
import { submitterActsAs } from '../../functions/core/representation.ts';
import { aCase, aPerson, aSubmitter, syntheticNationalId } from '../support/builders.ts';

const on = '2026-11-24';

/** As what the submitter acts for somebody born on a date. */
function actsAs(submitter: Partial<Submitter>, born = '1980-03-14') {
  const person = aPerson({ nationalId: syntheticNationalId(born) });
  return submitterActsAs(aCase({ person, submitter: aSubmitter(submitter) }), on);
}

describe('submitterActsAs (domain.md § 4.4)', () => {
  it('is nothing when the person applied alone', () => {
    expect(submitterActsAs(aCase(), on)).toBeUndefined();
  });

  it.each([
    ['the day before the 16th birthday', '2010-11-25', undefined, 'parent'],
    ['on the 16th birthday', '2010-11-24', undefined, undefined],
    ['on the 16th birthday, with a mandate', '2010-11-24', 'skriftlig fullmakt', 'parent'],
    ['the day before the 18th birthday, with a mandate', '2008-11-25', 'skriftlig fullmakt', 'parent'],
    ['on the 18th birthday, with a mandate', '2008-11-24', 'skriftlig fullmakt', undefined],
    ['at 17, with a mandate of blanks', '2009-01-01', '  ', undefined],
  ] as const)('parent %s', (_when, born, mandate, expected) => {
    expect(actsAs({ role: 'parent', ...(mandate && { mandate }) }, born)).toBe(expected);
  });

  it.each(['attorney', 'guardian'] as const)('%s within a mandate, never without', (role) => {
    expect(actsAs({ role, mandate: 'fullmakt 1. november 2026' })).toBe(role);
    expect(actsAs({ role, mandate: '  ' })).toBeUndefined();
    expect(actsAs({ role })).toBeUndefined();
  });

  it.each(['relative', 'health-worker', 'hospital'] as const)('%s never, whatever is shown', (role) => {
    expect(actsAs({ role, mandate: 'fullmakt' })).toBeUndefined();
    expect(actsAs({ role }, '2020-01-01')).toBeUndefined();
  });
});
