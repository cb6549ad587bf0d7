import { expect, test } from 'vitest';
import { createPlanDeadline } from '../../functions/deadline/plan-deadline/handler.ts';
import { createRecordDelay } from '../../functions/deadline/record-delay/handler.ts';
import { createStopClock } from '../../functions/deadline/stop-clock/handler.ts';
import { aCase, aNotice, anAppeal } from '../support/builders.ts';
import { answered, payload, stored } from '../support/stored.ts';

const inAssessment = aCase({ state: 'in-assessment' });

test('the notice is planned before the month ends, and asked for five working days earlier', async () => {
  const { store, caseId } = await stored({ case: inAssessment });
  expect(await createPlanDeadline({ store })(payload(caseId))).toEqual({
    outcome: 'run',
    round: 1,
    askAt: '2026-12-17T07:00:00.000Z',
    noticeAt: '2026-12-24T09:00:00.000Z',
  });
});

test.each(['notified', 'withdrawn', 'closed'] as const)('a case that is %s needs no notice', async (state) => {
  const { store, caseId } = await stored({ case: aCase({ state }) });
  expect(await createPlanDeadline({ store })(payload(caseId))).toMatchObject({ outcome: 'stopped' });
});

test('a decision whose letter has not left is no answer: the clock runs on', async () => {
  const { store, caseId } = await stored({ case: aCase({ state: 'decided' }) });
  expect(await createPlanDeadline({ store })(payload(caseId))).toMatchObject({ outcome: 'run' });
});

test('a given reason and date go into the notice, and the date is promised', async () => {
  const answers = [answered('delay-reason', { reason: 'Vi ventar på legen.', expectedOn: '2027-01-20' })];
  const { store, caseId } = await stored({ case: inAssessment, answers });
  await createRecordDelay({ store })(payload(caseId, { answerId: 'a1', round: 1 }));
  const file = await store.load(caseId);
  expect(file?.notices[0]).toMatchObject({
    reasonFrom: 'caseworker',
    reason: 'Vi ventar på legen.',
    dueOn: '2026-12-24',
  });
  expect(file?.case.expectedOn).toBe('2027-01-20');
});

test.each([
  ['awaiting-consent', 'consent'],
  ['in-assessment', 'assessment'],
  ['in-approval', 'approval'],
  ['decided', 'letter'],
] as const)('without an answer a case %s tells that it waits for %s', async (state, waitingFor) => {
  const { store, caseId } = await stored({ case: aCase({ state }) });
  const now = '2026-12-23T09:00:00.000Z';
  await createRecordDelay({ store })(payload(caseId, { answerId: '', round: 1, now }));
  const file = await store.load(caseId);
  expect(file?.notices[0]).toMatchObject({ reasonFrom: 'case-state', waitingFor, expectedOn: '2027-01-25' });
});

test('the history says which notice was the first, and why one that was asked for was not sent', async () => {
  const { store, caseId } = await stored({ case: inAssessment, notices: [aNotice({ round: 1 })] });
  await createRecordDelay({ store })(payload(caseId, { answerId: '', round: 2 }));
  const second = (await store.load(caseId))?.notices.find(({ round }) => round === 2);
  expect(second).toMatchObject({ kind: 'extended' });
  const done = await stored({ case: aCase({ state: 'notified' }) });
  for (const _ of [1, 2])
    expect(await createRecordDelay({ store: done.store })(payload(done.caseId, { answerId: '', round: 1 }))).toEqual({
      outcome: 'stopped',
    });
  const file = await done.store.load(done.caseId);
  expect(file?.notices).toEqual([]);
  const omitted = file?.events.filter(({ type }) => type === 'notice-omitted');
  expect(omitted).toMatchObject([{ detail: { subject: 'application', round: 1, because: 'answered' } }]);
});

test('a retried step promises the date of the notice that is recorded', async () => {
  const { store, caseId } = await stored({
    case: inAssessment,
    notices: [aNotice({ round: 1, expectedOn: '2027-02-01' })],
  });
  await createRecordDelay({ store })(payload(caseId, { answerId: '', round: 1 }));
  const file = await store.load(caseId);
  expect(file?.notices).toHaveLength(1);
  expect(file?.case.expectedOn).toBe('2027-02-01');
});

test('no notice when the answer came first', async () => {
  const { store, caseId } = await stored({ case: aCase({ state: 'notified' }) });
  const result = await createRecordDelay({ store })(payload(caseId, { answerId: '', round: 1 }));
  expect(result).toEqual({ outcome: 'stopped' });
  expect((await store.load(caseId))?.notices).toHaveLength(0);
});

test("an appeal's slip promises the appeal's own date", async () => {
  const { store, caseId } = await stored({
    case: aCase({ state: 'appealed' }),
    appeals: [anAppeal({ number: 1, state: 'in-reassessment' })],
    answers: [answered('delay-reason', { reason: 'r', expectedOn: '2027-03-01' })],
  });
  await createRecordDelay({ store })(payload(caseId, { subject: 'appeal-1', answerId: 'a1', round: 1 }));
  const file = await store.load(caseId);
  expect(file?.appeals[0]?.expectedOn).toBe('2027-03-01');
  expect(file?.case.expectedOn).toBe('2026-12-24');
});

const completion = (open: boolean) => {
  const calls: string[] = [];
  return {
    calls,
    completion: {
      completeWait: async () => {
        calls.push('wait');
        return open;
      },
      completeTasks: async () => {
        calls.push('tasks');
        return 0;
      },
    },
  };
};

test('stopping the clock with nothing open is fine: the lane sees the answer itself', async () => {
  const { store, caseId } = await stored({ case: aCase({ state: 'notified' }) });
  const fake = completion(false);
  const step = createStopClock({ store, completion: fake.completion });
  expect(await step(payload(caseId))).toEqual({ outcome: 'stopped' });
  expect(fake.calls).toEqual(['wait', 'tasks']);
});

test('to continue in a new execution the lane must be caught in a wait', async () => {
  const { store, caseId } = await stored({ case: inAssessment });
  const step = (open: boolean) => createStopClock({ store, completion: completion(open).completion });
  await expect(step(false)(payload(caseId, { reason: 'continue' }))).rejects.toThrow(
    expect.objectContaining({ name: 'DeliveryError' }),
  );
  expect(await step(true)(payload(caseId, { reason: 'continue' }))).toEqual({ outcome: 'stopped' });
});

test('an appeal is answered when its casework stops the clock', async () => {
  const { store, caseId } = await stored({
    case: aCase({ state: 'appealed' }),
    appeals: [anAppeal({ number: 1, state: 'in-approval' })],
  });
  const { completion: port } = completion(true);
  await createStopClock({ store, completion: port })(payload(caseId, { subject: 'appeal-1' }));
  expect((await store.load(caseId))?.appeals[0]?.state).toBe('concluded');
});
