import { describe, expect, it } from 'vitest';
import { consentInForce, consentNeed } from '../../functions/core/consent.ts';
import { consentGivers } from '../../functions/core/consent-givers.ts';
import { mayReceiveLetters, submitterActsAs } from '../../functions/core/representation.ts';
import { addressingOf, postalRecipient } from '../../functions/messages/recipients.ts';
import { aCase, aCaseFile, aConsent, aPerson, aSubmitter, syntheticNationalId } from '../support/builders.ts';

const on = '2026-11-24';
const finding = { reason: 'r', by: { id: 'a', name: 'A' }, at: '2026-11-24T09:00:00.000Z' };
const child = aCase({
  person: aPerson({ nationalId: syntheticNationalId('2013-05-05') }),
  submitter: aSubmitter(),
  consents: [aConsent({ by: 'parent' })],
});
const otherParent = { name: 'Eli', email: 'eli@innbygger.example', nationalId: syntheticNationalId('1985-01-01') };
const roles = (found: typeof child, kind: 'decision' | 'consent-request' = 'decision') =>
  addressingOf(aCaseFile({ case: found }), kind, on).readers.map(({ role }) => role);

describe('the other one with parental responsibility', () => {
  it('alone gets the question once only that answer is missing, at an own address, and every letter', () => {
    const both = { ...child, otherParent };
    expect(consentNeed(both, on)).toBe('needed');
    expect(roles(both, 'consent-request')).toEqual(['other-parent']);
    expect(postalRecipient(aCaseFile({ case: both }), 'consent-request', on)?.address).toBeUndefined();
    expect(roles(both)).toContain('other-parent');
    expect(roles({ ...both, parentsNotInformed: finding })).toEqual(['person']);
  });

  it('who cannot be reached is required and not asked: a caseworker goes on with one, or without a plan', () => {
    const unreachable = { ...child, otherParentUnreachable: 'Eg veit ikkje kvar far er.' };
    expect(consentGivers(unreachable, on)).toMatchObject({ given: ['parent'], missing: ['other-parent'] });
    expect(consentNeed(unreachable, on)).toBe('not-needed');
    expect(consentInForce(unreachable, 'plan')).toBe('none');
    expect(consentInForce({ ...unreachable, consentOverride: finding }, 'plan')).toBe('given');
    const against = [...child.consents, aConsent({ by: 'other-parent', given: false, at: '2026-11-24T10:00:00.000Z' })];
    const one = { ...child, otherParent, consents: against };
    expect(consentInForce(one, 'plan')).toBe('declined');
    expect(consentInForce({ ...one, consentOverride: finding }, 'plan')).toBe('given');
  });
});

it('while a child asks that the parents are not told, and nobody has decided, nothing goes to them', () => {
  const { submitter: _, ...alone } = child;
  const asking = { ...alone, consents: [], asksNotInformed: 'Eg er redd.', otherParent };
  expect(consentNeed(asking, on)).toBe('not-needed');
  expect(mayReceiveLetters(asking, 'other-parent', on)).toBe(false);
  expect(submitterActsAs({ ...child, asksNotInformed: 'Eg er redd.' }, on)).toBeUndefined();
  expect(mayReceiveLetters({ ...asking, parentsInformed: finding }, 'other-parent', on)).toBe(true);
  expect(consentNeed({ ...asking, parentsInformed: finding }, on)).toBe('needed');
});

it('the person’s own no stands against the later yes of an attorney, but for a finding of lacking competence', () => {
  const consents = [
    aConsent({ by: 'person', given: false, at: '2026-11-20T09:00:00.000Z' }),
    aConsent({ by: 'attorney', given: true, at: '2026-11-23T09:00:00.000Z' }),
  ];
  const found = aCase({ submitter: aSubmitter({ role: 'attorney', mandate: 'Fullmakt' }), consents });
  expect(consentInForce(found, 'plan')).toBe('declined');
  expect(consentNeed(found, on)).toBe('not-needed');
  const lacking = { ...found, capacityFinding: { ...finding, concerns: 'plan', shownTo: [] } } as const;
  expect(consentInForce(lacking, 'plan')).toBe('given');
});
