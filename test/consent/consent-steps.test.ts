import { expect, test } from 'vitest';
import { createDetermineConsent } from '../../functions/consent/determine-consent/handler.ts';
import { createRecordConsent } from '../../functions/consent/record-consent/handler.ts';
import { aCase, aSubmitter } from '../support/builders.ts';
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
