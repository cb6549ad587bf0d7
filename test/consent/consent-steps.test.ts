import { describe, expect, test } from 'vitest';
import { createDetermineConsent } from '../../functions/consent/determine-consent/handler.ts';
import { createRecordConsent } from '../../functions/consent/record-consent/handler.ts';
import { consentInForce } from '../../functions/core/consent.ts';
import { aCase, aConsent, aPerson, aSubmitter, syntheticNationalId } from '../support/builders.ts';
import { answered, payload, stored } from '../support/stored.ts';

const reported = aCase({ origin: 'report-relative', consents: [], submitter: aSubmitter({ role: 'relative' }) });
const asked = { ...reported, state: 'awaiting-consent' as const };

test('an own application with consent goes straight to assessment', async () => {
  const { store, caseId } = await stored();
  expect(await createDetermineConsent({ store })(payload(caseId))).toEqual({ outcome: 'given' });
  expect((await store.load(caseId))?.case.state).toBe('in-assessment');
});

test('a report of need asks the person first', async () => {
  const { store, caseId } = await stored({ case: reported });
  expect(await createDetermineConsent({ store })(payload(caseId))).toEqual({ outcome: 'needed' });
  expect((await store.load(caseId))?.case.state).toBe('awaiting-consent');
});

test('declining the plan leaves the wish for a coordinator', async () => {
  const answers = [answered('consent', { plan: false, coordinator: true, sharing: true }, 'person')];
  const { store, caseId } = await stored({ case: asked, answers });
  const outcome = await createRecordConsent({ store })(payload(caseId, { answerId: 'a1' }));
  expect(outcome).toEqual({ outcome: 'coordinator-only' });
  const found = (await store.load(caseId))?.case;
  expect(found).toMatchObject({ state: 'in-assessment', wishes: { plan: false, coordinator: true } });
  expect(found?.consents.map(({ kind, given }) => [kind, given])).toEqual([
    ['plan', false],
    ['sharing', true],
  ]);
});

test('declining both ends the case', async () => {
  const answers = [answered('consent', { plan: false, coordinator: false, sharing: false }, 'parent')];
  const { store, caseId } = await stored({ case: asked, answers });
  const outcome = await createRecordConsent({ store })(payload(caseId, { answerId: 'a1' }));
  expect(outcome).toEqual({ outcome: 'withdrawn' });
  expect((await store.load(caseId))?.case).toMatchObject({ state: 'withdrawn', withdrawnAt: payload('').now });
});

test('silence goes to a caseworker, not to a refusal', async () => {
  const { store, caseId } = await stored({ case: asked });
  const outcome = await createRecordConsent({ store })(payload(caseId, { answerId: '' }));
  expect(outcome).toEqual({ outcome: 'unanswered' });
  expect((await store.load(caseId))?.case.state).toBe('in-assessment');
});

describe('the consent of both parents (pbrl § 4-4)', () => {
  const child = aCase({
    person: aPerson({ nationalId: syntheticNationalId('2016-05-05') }),
    submitter: aSubmitter(),
    otherParent: { name: 'Eli Testforelder', email: 'eli.testforelder@example.no' },
    consents: [],
  });
  const waiting = { ...child, state: 'awaiting-consent' as const };
  const yes = { plan: true, coordinator: true, sharing: true };
  const no = { plan: false, coordinator: false, sharing: false };
  const answers = (first: object, second: object) => [
    answered('consent', first, 'parent'),
    { ...answered('consent', second, 'other-parent'), answerId: 'a2', at: '2026-12-02T09:00:00.000Z' },
  ];

  test('is asked for when one has given it on the form', async () => {
    const applied = { ...child, consents: [aConsent({ by: 'parent' })] };
    const { store, caseId } = await stored({ case: applied });
    expect(await createDetermineConsent({ store })(payload(caseId))).toEqual({ outcome: 'needed' });
  });

  test('takes two answers, and each counts once however often the step is tried', async () => {
    const { store, caseId } = await stored({ case: waiting, answers: answers(yes, yes) });
    const record = createRecordConsent({ store });
    expect(await record(payload(caseId, { answerId: 'a1' }))).toEqual({ outcome: 'more-needed' });
    expect(await record(payload(caseId, { answerId: 'a1' }))).toEqual({ outcome: 'more-needed' });
    expect((await store.load(caseId))?.case).toMatchObject({ state: 'awaiting-consent', consents: { length: 2 } });
    expect(await record(payload(caseId, { answerId: 'a2' }))).toEqual({ outcome: 'plan' });
    const found = (await store.load(caseId))?.case;
    expect(found).toMatchObject({ state: 'in-assessment', consents: { length: 4 } });
    expect(found && consentInForce(found, 'plan')).toBe('given');
  });

  test('is left to the caseworker when one says no to everything: the wish stands, the plan has no consent', async () => {
    const { store, caseId } = await stored({ case: waiting, answers: answers(yes, no) });
    const record = createRecordConsent({ store });
    await record(payload(caseId, { answerId: 'a1' }));
    await record(payload(caseId, { answerId: 'a2' }));
    const found = (await store.load(caseId))?.case;
    expect(found).toMatchObject({ state: 'in-assessment', wishes: { plan: true, coordinator: true } });
    expect(found && consentInForce(found, 'plan')).toBe('declined');
  });

  test('ends the case only when both decline everything', async () => {
    const first = [aConsent({ by: 'parent', given: false })];
    const { store, caseId } = await stored({ case: { ...waiting, consents: first }, answers: answers(yes, no) });
    expect(await createRecordConsent({ store })(payload(caseId, { answerId: 'a2' }))).toEqual({ outcome: 'withdrawn' });
  });
});
