import { describe, expect, it } from 'vitest';
import type { Case } from '../../functions/core/case.ts';
import { consentGiver, consentInForce, consentNeed } from '../../functions/core/consent.ts';
import type { SubmitterRole } from '../../functions/core/parties.ts';
import { aCase, aConsent, aPerson, aSubmitter, syntheticNationalId } from '../support/builders.ts';

const today = '2026-11-24';
const wishesPlan = { plan: true, coordinator: true, childCoordinator: false };
const wishesCoordinator = { plan: false, coordinator: true, childCoordinator: false };

/** A person who turned `age` on the day of the application. */
function personOf(age: number) {
  return aPerson({ nationalId: syntheticNationalId(`${2026 - age}-11-24`) });
}

describe('consentInForce', () => {
  it('takes the newest of the kind, whatever the order they are stored in', () => {
    const given = aConsent({ at: '2026-11-24T09:00:00.000Z' });
    const withdrawn = aConsent({ given: false, at: '2026-11-25T09:00:00.000Z' });
    expect(consentInForce(aCase({ consents: [given, withdrawn] }), 'plan')).toBe('declined');
    expect(consentInForce(aCase({ consents: [withdrawn, given] }), 'plan')).toBe('declined');
    expect(consentInForce(aCase({ consents: [given] }), 'plan')).toBe('given');
  });

  it('takes the later one of two at the same instant', () => {
    expect(consentInForce(aCase({ consents: [aConsent(), aConsent({ given: false })] }), 'plan')).toBe('declined');
  });

  it('keeps the kinds apart', () => {
    expect(consentInForce(aCase({ consents: [aConsent({ kind: 'sharing' })] }), 'plan')).toBe('none');
  });
});

describe('consentNeed of the person’s own application', () => {
  it('is given when the plan consent is recorded', () => {
    expect(consentNeed(aCase({ consents: [aConsent()] }), today)).toBe('given');
  });

  it('is not needed for a coordinator only', () => {
    expect(consentNeed(aCase({ wishes: wishesCoordinator, consents: [] }), today)).toBe('not-needed');
  });

  it('is not needed when the person wants to decide later: a decision may come first', () => {
    expect(consentNeed(aCase({ consents: [] }), today)).toBe('not-needed');
  });

  it('is needed, whatever is wished for, when the sender has not shown who they are', () => {
    for (const wishes of [wishesPlan, wishesCoordinator])
      expect(consentNeed(aCase({ wishes, consents: [], senderProven: false }), today)).toBe('needed');
    expect(consentNeed(aCase({ consents: [aConsent()], senderProven: false }), today)).toBe('given');
  });

  it.each([
    [15, 'needed', 'parents'],
    [16, 'given', 'person'],
    [17, 'given', 'person'],
  ] as const)('at %i, with own plan consent: %s, by %s', (age, need, giver) => {
    const applied = aCase({ person: personOf(age), consents: [aConsent()] });
    expect(consentNeed(applied, today)).toBe(need);
    expect(consentGiver(applied, today)).toBe(giver);
  });

  it('is not needed for a coordinator only at 15', () => {
    const applied = aCase({ person: personOf(15), wishes: wishesCoordinator, consents: [] });
    expect(consentNeed(applied, today)).toBe('not-needed');
  });
});

describe('consentNeed of an application by another', () => {
  const applied = (role: SubmitterRole, overrides: Partial<Case> = {}, mandate?: string) =>
    aCase({
      submitter: aSubmitter({ role, ...(mandate === undefined ? {} : { mandate }) }),
      wishes: wishesPlan,
      consents: [],
      ...overrides,
    });

  it('is given by a parent for a child under 16', () => {
    const consents = [aConsent({ by: 'parent' })];
    expect(consentNeed(applied('parent', { person: personOf(15), consents }), today)).toBe('given');
    expect(consentNeed(applied('parent', { person: personOf(3) }), today)).toBe('not-needed');
  });

  it('cannot be given by a parent from the 16th birthday, but with a fullmakt until 18', () => {
    const consents = [aConsent({ by: 'parent' })];
    expect(consentNeed(applied('parent', { person: personOf(16), consents }), today)).toBe('needed');
    expect(consentNeed(applied('parent', { person: personOf(17), consents }, 'skriftlig fullmakt'), today)).toBe(
      'given',
    );
    expect(consentNeed(applied('parent', { person: personOf(18), consents }, 'skriftlig fullmakt'), today)).toBe(
      'needed',
    );
  });

  it('has to be asked for again when the child turns 16 while the case is pending', () => {
    const child = applied('parent', { person: personOf(16), consents: [aConsent({ by: 'parent' })] });
    expect(consentNeed(child, '2026-11-23')).toBe('given');
    expect(consentNeed(child, '2026-11-24')).toBe('needed');
  });

  it.each(['attorney', 'guardian'] as const)('needs a described mandate of the %s', (role) => {
    expect(consentNeed(applied(role, {}, 'fullmakt 1. november 2026'), today)).toBe('not-needed');
    expect(consentNeed(applied(role, {}, '  '), today)).toBe('needed');
    expect(consentNeed(applied(role), today)).toBe('needed');
  });

  it('is needed when a relative sent it, even for a coordinator only', () => {
    expect(consentNeed(applied('relative'), today)).toBe('needed');
    expect(consentNeed(applied('relative', { wishes: wishesCoordinator }), today)).toBe('needed');
  });
});

describe('consentNeed of a report of need', () => {
  const reported = (overrides: Partial<Case> = {}) =>
    aCase({ origin: 'report-hospital', submitter: aSubmitter({ role: 'hospital' }), consents: [], ...overrides });

  it.each(['report-relative', 'report-health-worker', 'report-hospital'] as const)('is needed for %s', (origin) => {
    expect(consentNeed(reported({ origin }), today)).toBe('needed');
    expect(consentNeed(reported({ origin, wishes: wishesCoordinator }), today)).toBe('needed');
  });

  it('is needed whatever the sender’s role, or when the sender is not named', () => {
    const { submitter: _unnamed, ...anonymous } = reported();
    expect(consentNeed(anonymous, today)).toBe('needed');
    const attorney = aSubmitter({ role: 'attorney', mandate: 'fullmakt' });
    expect(consentNeed(reported({ submitter: attorney }), today)).toBe('needed');
  });

  it('is given once the person has said yes, and not asked again after a no', () => {
    const yes = aConsent({ how: 'consent-page' });
    expect(consentNeed(reported({ consents: [yes] }), today)).toBe('given');
    expect(consentNeed(reported({ consents: [{ ...yes, given: false }] }), today)).toBe('not-needed');
  });
});
