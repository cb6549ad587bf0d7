import { describe, expect, it, test } from 'vitest';
import type { Case } from '../../functions/core/case.ts';
import { consentGiver, consentInForce, consentNeed } from '../../functions/core/consent.ts';
import { consentGivers } from '../../functions/core/consent-givers.ts';
import {
  aCareOrder,
  aCase,
  aConsent,
  aPerson,
  aSubmitter,
  caseworker,
  syntheticNationalId,
} from '../support/builders.ts';

const today = '2026-11-24';
const finding = { reason: 'Skriftleg grunngitt.', by: caseworker, at: '2026-11-24T09:00:00.000Z' };
const incapable = { ...finding, concerns: 'plan', shownTo: ['person', 'next-of-kin'] } as const;
const otherParent = { name: 'Eli Testforelder' };

/** A case of somebody who turned `age` on the day of the application; a parent applied unless told. */
function caseAt(age: number, overrides: Partial<Case> = {}): Case {
  const person = aPerson({ nationalId: syntheticNationalId(`${2026 - age}-11-24`) });
  return aCase({ person, submitter: aSubmitter(), consents: [], ...overrides });
}

describe('whose consent is required', () => {
  test.each([
    ['of an adult', caseAt(40), ['person']],
    ['at 16', caseAt(16), ['person']],
    ['at 15, one parent known', caseAt(15), ['parent']],
    ['at 15, both parents', caseAt(15, { otherParent }), ['parent', 'other-parent']],
    ['at 12, the parents rightly not informed', caseAt(12, { otherParent, parentsNotInformed: finding }), ['person']],
    ['at 11, the parents not informed: nobody can', caseAt(11, { otherParent, parentsNotInformed: finding }), []],
    [
      'under a care order',
      caseAt(9, { otherParent, careOrder: aCareOrder('institution') }),
      ['child-welfare', 'carer'],
    ],
    ['at 16, under a care order', caseAt(16, { careOrder: aCareOrder('foster-parents') }), ['person']],
    ['at 17, competence lacking', caseAt(17, { otherParent, capacityFinding: incapable }), ['parent', 'other-parent']],
    ['of an adult, competence lacking: the caseworker decides', caseAt(40, { capacityFinding: incapable }), []],
  ])('%s', (_who, given, required) => {
    expect(consentGivers(given, today).required).toEqual(required);
  });

  it('may be overridden only where there are two', () => {
    expect(consentGivers(caseAt(15, { otherParent }), today).overridable).toBe(true);
    expect([caseAt(15), caseAt(40)].map((found) => consentGivers(found, today).overridable)).toEqual([false, false]);
  });
});

describe('both parents', () => {
  const mother = aConsent({ by: 'parent' });
  const father = aConsent({ by: 'other-parent' });
  const no = aConsent({ by: 'other-parent', given: false });

  test.each([
    ['nobody has answered', [], 'needed', 'none'],
    ['one has', [mother], 'needed', 'none'],
    ['the other one has', [father], 'needed', 'none'],
    ['both have', [mother, father], 'given', 'given'],
    ['one says no', [mother, no], 'not-needed', 'declined'],
    ['the guardian of the child speaks for both', [aConsent({ by: 'guardian' })], 'given', 'given'],
  ] as const)('%s', (_when, consents, need, inForce) => {
    const found = caseAt(8, { otherParent, consents });
    expect([consentNeed(found, today), consentInForce(found, 'plan')]).toEqual([need, inForce]);
  });

  it('gives way to the reasoned override of a caseworker, but not without anybody’s yes', () => {
    const found = caseAt(8, { otherParent, consentOverride: finding });
    expect(consentNeed({ ...found, consents: [mother] }, today)).toBe('given');
    expect(consentInForce({ ...found, consents: [mother] }, 'plan')).toBe('given');
    expect(consentNeed(found, today)).toBe('needed');
  });

  it('is not asked for a coordinator only', () => {
    const wishes = { plan: false, coordinator: true, childCoordinator: false };
    expect(consentNeed(caseAt(8, { otherParent, wishes }), today)).toBe('not-needed');
  });

  it('tells who is missing', () => {
    expect(consentGivers(caseAt(8, { otherParent, consents: [mother] }), today)).toMatchObject({
      given: ['parent'],
      missing: ['other-parent'],
      declined: [],
    });
  });
});

test('the child welfare service and the carers answer together, and the parents’ yes counts for nothing', () => {
  const found = caseAt(8, { careOrder: aCareOrder('foster-parents') });
  const service = aConsent({ by: 'child-welfare' });
  expect(consentNeed({ ...found, consents: [aConsent({ by: 'parent' })] }, today)).toBe('needed');
  expect(consentNeed({ ...found, consents: [service] }, today)).toBe('needed');
  expect(consentInForce({ ...found, consents: [service] }, 'plan')).toBe('none');
  expect(consentNeed({ ...found, consents: [service, aConsent({ by: 'carer' })] }, today)).toBe('given');
});

test('a child of 12 whose parents are rightly not informed consents alone; of 11 not', () => {
  const own = { parentsNotInformed: finding, consents: [aConsent()] };
  expect(consentNeed(caseAt(12, own), today)).toBe('given');
  expect(consentGiver(caseAt(12, own), today)).toBe('person');
  expect(consentGiver(caseAt(11, own), today)).toBe('parents');
});

test('an adult found to lack competence in this question is asked no consent; the caseworker decides', () => {
  const reported = caseAt(40, { origin: 'report-hospital', submitter: aSubmitter({ role: 'hospital' }) });
  expect(consentNeed(reported, today)).toBe('needed');
  expect(consentNeed({ ...reported, capacityFinding: incapable }, today)).toBe('not-needed');
});

describe('a guardian’s consent (vgml §§ 20, 31, 33)', () => {
  const byGuardian = aConsent({ by: 'guardian', at: '2026-11-25T09:00:00.000Z' });
  const guarded = (submitter: Parameters<typeof aSubmitter>[0], consents = [byGuardian]) =>
    caseAt(40, { submitter: aSubmitter({ role: 'guardian', mandate: 'mandat', ...submitter }), consents });

  it('counts within a mandate for personal matters, not within an economic one', () => {
    expect(consentNeed(guarded({ mandateCovers: ['personal'] }), today)).toBe('given');
    expect(consentGivers(guarded({ mandateCovers: ['economic'] }), today).missing).toEqual(['person']);
  });

  it('does not count against the person’s no, unless the person is deprived of legal capacity', () => {
    const own = [aConsent({ given: false }), byGuardian];
    expect(consentNeed(guarded({}, own), today)).toBe('not-needed');
    expect(consentNeed(guarded({ deprivedOfCapacity: true }, own), today)).toBe('given');
  });
});

describe('an attorney’s consent', () => {
  const by = (more: Parameters<typeof aSubmitter>[0], consents = [aConsent({ by: 'attorney' })]) =>
    consentNeed(
      caseAt(40, { submitter: aSubmitter({ role: 'attorney', mandate: 'fullmakt', ...more }), consents }),
      today,
    );

  it('counts under a written mandate, and under a fremtidsfullmakt that says so (vgml § 80)', () => {
    expect(by({})).toBe('given');
    expect(by({ mandateKind: 'future-power', mandateCovers: ['personal'] })).toBe('given');
    expect(by({ mandateKind: 'future-power', mandateCovers: ['economic'] })).toBe('not-needed');
    expect(by({ mandateKind: 'future-power' })).toBe('not-needed');
  });

  it('never counts against the person’s own no', () => {
    const own = [aConsent({ given: false }), aConsent({ by: 'attorney', at: '2026-11-25T09:00:00.000Z' })];
    expect(by({}, own)).toBe('not-needed');
    expect(by({ mandateKind: 'future-power', mandateCovers: ['personal'], deprivedOfCapacity: true }, own)).toBe(
      'not-needed',
    );
  });
});
