import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMailer } from '../../functions/messages/mailer.ts';
import { createCaseStore } from '../../functions/platform/dynamo/case-store.ts';
import { createAnswers } from '../../functions/tasks/answers.ts';
import { createCompletion } from '../../functions/tasks/completion.ts';
import { createRegisterWait } from '../../functions/tasks/register-wait/handler.ts';
import { aCase, anEvent, aTask, caseworker } from '../support/builders.ts';
import { type DynaliteDatabase, startDynalite } from '../support/dynalite-table.ts';
import { fakeCallbacks, fakeSes, fileIn } from '../support/fakes.ts';
import { payload } from '../support/stored.ts';

/** The same races as with the memory store, over a table that really answers out of turn. */
let database: DynaliteDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

const { caseId } = aCase();
const now = '2026-11-25T09:00:00.000Z';

async function prepare(overrides = {}) {
  const store = createCaseStore({ ...(await database.createTable()), personKey: async () => 'key' });
  await store.create({ case: aCase(overrides), submissionKey: 'key', event: anEvent() });
  return { store, callbacks: fakeCallbacks() };
}

it('lets one thing happen to a task that is answered by twenty and withdrawn by five', async () => {
  const { store, callbacks } = await prepare();
  await store.addOnce(caseId, 'task', aTask());
  const answers = createAnswers({ store, callbacks });
  const completion = createCompletion({ store, callbacks });
  const file = await fileIn(store);

  const withdraw = () => completion.completeTasks({ file, subject: 'application', outcome: 'withdrawn', now });
  const [answered, withdrawn] = await Promise.all([
    Promise.all(
      Array.from({ length: 20 }, (_, n) => answers.submit({ file, task: aTask(), answer: { n }, by: caseworker, now })),
    ),
    Promise.all(Array.from({ length: 5 }, withdraw)),
  ]);

  const accepted = answered.filter(({ result }) => result === 'accepted').length;
  const told = withdrawn.filter((count) => count > 0).length;
  expect(accepted + told).toBe(1);
  expect(callbacks.delivered).toHaveLength(1);
  expect((await fileIn(store)).tasks[0]?.state).toBe(accepted ? 'answered' : 'withdrawn');
});

it.each(Array.from({ length: 10 }, (_, n) => n))('never loses a wait that races what it waits for (%i)', async () => {
  const { store, callbacks } = await prepare({ state: 'decided' });
  const register = createRegisterWait({ store, callbacks });
  const { completeWait } = createCompletion({ store, callbacks });
  const answer = async () => {
    await store.transition({ caseId, transition: 'notify', event: anEvent({ at: now, type: 'notified' }) });
    const file = await fileIn(store);
    await completeWait({ file, name: 'clock', subject: 'application', output: { outcome: 'stopped' }, now });
  };

  await Promise.all([register(payload(caseId, { now, taskToken: 'token', waitName: 'clock', round: 1 })), answer()]);

  expect(callbacks.delivered).toEqual([{ token: 'token', output: { outcome: 'stopped' } }]);
});

it('sends one mail for fifty that want to send it', async () => {
  const { store } = await prepare();
  const ses = fakeSes();
  const mailer = createMailer({ store, ses, from: 'plan@gulen.example', configurationSet: 'mail' });
  const mail = {
    caseId,
    key: 'task-assessment-1',
    template: 'task',
    to: 'x@gulen.example',
    language: 'nn',
    municipality: '4635',
    link: 'https://plan.example/t/x/y',
    caseNumber: 'GULEN-2026-000012',
    now,
  } as const;

  await Promise.all(Array.from({ length: 50 }, () => mailer.send(mail)));

  expect(ses.sent).toHaveLength(1);
  expect((await fileIn(store)).messages).toMatchObject([{ messageId: 'ses-1' }]);
});
