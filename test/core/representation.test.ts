import { describe, expect, it } from 'vitest';
import type { Case } from '../../functions/core/case.ts';
import type { Submitter } from '../../functions/core/parties.ts';
import { childParticipation, mayReceiveLetters, submitterActsAs } from '../../functions/core/representation.ts';
import { aCareOrder, aCase, aPerson, aSubmitter, caseworker, syntheticNationalId } from '../support/builders.ts';

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
    expect(actsAs({ role, mandate: 'fullmakt 1. november 2026', mandateUnseen: true })).toBeUndefined();
    expect(actsAs({ role })).toBeUndefined();
  });

  it.each(['relative', 'health-worker', 'hospital'] as const)('%s never, whatever is shown', (role) => {
    expect(actsAs({ role, mandate: 'fullmakt' })).toBeUndefined();
    expect(actsAs({ role }, '2020-01-01')).toBeUndefined();
  });
});

describe('a mandate', () => {
  const attorney = (more: Partial<Submitter>) => actsAs({ role: 'attorney', mandate: 'fullmakt', ...more });

  it('lasts to the end of its last day', () => {
    expect([attorney({ mandateUntil: '2026-11-24' }), attorney({ mandateUntil: '2026-11-23' })]).toEqual([
      'attorney',
      undefined,
    ]);
  });

  it('ends when it is withdrawn, a lawyer’s too', () => {
    const mandateWithdrawnAt = '2026-11-24T08:00:00.000Z';
    expect(attorney({ mandateWithdrawnAt })).toBeUndefined();
    expect(attorney({ mandateWithdrawnAt: '2026-11-25T08:00:00.000Z' })).toBe('attorney');
    expect([
      actsAs({ role: 'attorney', lawyer: true }),
      actsAs({ role: 'attorney', lawyer: true, mandateWithdrawnAt }),
    ]).toEqual(['attorney', undefined]);
  });
});

const finding = { reason: 'Skriftleg grunngitt.', by: caseworker, at: '2026-11-24T09:00:00.000Z' };
const born = (date: string) => aPerson({ nationalId: syntheticNationalId(date) });

describe('mayReceiveLetters', () => {
  const child = aCase({
    person: born('2013-01-01'),
    submitter: aSubmitter(),
    otherParent: { name: 'Eli Testforelder' },
  });
  const all = [
    'person',
    'parent',
    'other-parent',
    'guardian',
    'attorney',
    'child-welfare',
    'carer',
    'reporter',
  ] as const;
  const readers = (found: Case) => all.filter((reader) => mayReceiveLetters(found, reader, on));

  it.each([
    ['a child of 13 and both parents', child, ['person', 'parent', 'other-parent']],
    ['the parents of a child of 11', { ...child, person: born('2015-01-01') }, ['parent', 'other-parent']],
    ['at 16 nobody else', { ...child, person: born('2010-01-01') }, ['person']],
    ['not parents who are not to be informed', { ...child, parentsNotInformed: finding }, ['person']],
    [
      'under a care order the service and the carers',
      { ...child, careOrder: aCareOrder('foster-parents') },
      ['person', 'child-welfare', 'carer'],
    ],
    [
      'the attorney as well as the person',
      aCase({ submitter: aSubmitter({ role: 'attorney', mandate: 'fullmakt' }) }),
      ['person', 'attorney'],
    ],
    ['never a relative', aCase({ submitter: aSubmitter({ role: 'relative' }) }), ['person']],
  ] as const)('%s', (_who, found, expected) => {
    expect(readers(found)).toEqual(expected);
  });

  it('closes the case itself to parents who are not to be informed', () => {
    expect(submitterActsAs(child, on)).toBe('parent');
    expect(submitterActsAs({ ...child, parentsNotInformed: finding }, on)).toBeUndefined();
    expect(submitterActsAs({ ...child, careOrder: aCareOrder('institution') }, on)).toBeUndefined();
  });
});

describe('childParticipation', () => {
  it.each([
    ['2010-11-24', 'decides'],
    ['2010-11-25', 'great-weight-and-party'],
    ['2014-11-24', 'great-weight-and-party'],
    ['2014-11-25', 'must-be-heard'],
    ['2019-11-24', 'must-be-heard'],
    ['2019-11-25', 'heard-if-able'],
  ] as const)('of a child born %s: %s', (date, expected) => {
    expect(childParticipation(aCase({ person: born(date) }), on)).toBe(expected);
  });

  it('has no age of consent for a child that is not born', () => {
    const wishes = {
      plan: false,
      coordinator: false,
      childCoordinator: true,
      childCoordinatorFor: 'expected-child',
    } as const;
    expect(childParticipation(aCase({ wishes }), on)).toBe('not-born');
  });
});
