import { describe, expect, it } from 'vitest';
import type { TaskRecord } from '../../functions/core/records.ts';
import { createAnswers } from '../../functions/tasks/answers.ts';
import { approver, aTask, caseworker } from '../support/builders.ts';
import { fakeCallbacks, fileIn, storeWith } from '../support/fakes.ts';

const now = '2026-11-25T09:00:00.000Z';
const answer = { choice: 'something' };

async function prepare(task: Partial<TaskRecord> = {}) {
  const store = await storeWith({ tasks: [aTask(task)] });
  const callbacks = fakeCallbacks();
  const answers = createAnswers({ store, callbacks });
  const file = await fileIn(store);
  const submit = (given: Partial<Parameters<typeof answers.submit>[0]> = {}) =>
    answers.submit({ file, task: aTask(task), answer, by: caseworker, now, ...given });
  return { store, callbacks, submit };
}

describe('submitting an answer', () => {
  it('stores it, closes the task and tells the lane its id', async () => {
    const { store, callbacks, submit } = await prepare();

    expect(await submit()).toEqual({ result: 'accepted' });

    const file = await fileIn(store);
    const [stored] = file.answers;
    expect(stored).toMatchObject({ taskKind: 'assessment', taskKey: '1', by: caseworker, at: now, answer });
    expect(file.tasks).toMatchObject([{ state: 'answered', answerId: stored?.answerId, answeredBy: caseworker }]);
    const output = { outcome: 'answered', answerId: stored?.answerId };
    expect(callbacks.delivered).toEqual([{ token: 'task-token-1', output }]);
    expect(file.events.at(-1)).toMatchObject({ type: 'task-answered', actor: { kind: 'staff', id: caseworker.id } });
  });

  it('accepts exactly one of fifty at once, and tells the others whose', async () => {
    const { store, callbacks, submit } = await prepare();

    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) => submit({ answer: { n }, by: { id: `staff-${n}`, name: `Staff ${n}` } })),
    );

    const winner = results.findIndex(({ result }) => result === 'accepted');
    const others = results.filter((_, n) => n !== winner);
    expect(others).toEqual(
      others.map(() => ({
        result: 'already-answered',
        by: { id: `staff-${winner}`, name: `Staff ${winner}` },
        at: now,
      })),
    );
    expect(callbacks.delivered).toHaveLength(1);
    const file = await fileIn(store);
    expect(file.answers.find(({ answerId }) => answerId === file.tasks[0]?.answerId)?.answer).toEqual({ n: winner });
  });

  it('takes a double click for one answer', async () => {
    const { store, callbacks, submit } = await prepare();

    const results = await Promise.all([submit(), submit()]);

    expect(results.map(({ result }) => result).toSorted()).toEqual(['accepted', 'already-answered']);
    expect((await fileIn(store)).answers).toHaveLength(1);
    expect(callbacks.delivered).toHaveLength(1);
  });

  it('sends a lost callback again at the next post, with the answer that won', async () => {
    const { store, callbacks, submit } = await prepare();
    const { succeed } = callbacks;
    callbacks.succeed = () => Promise.reject(new Error('connection lost'));
    await expect(submit()).rejects.toThrow('connection lost');
    callbacks.succeed = succeed;

    const task = (await fileIn(store)).tasks[0] ?? expect.fail('no task');
    const second = await submit({ task, answer: { choice: 'another' }, by: approver });

    expect(second).toEqual({ result: 'already-answered', by: caseworker, at: now });
    expect(callbacks.delivered).toEqual([
      { token: 'task-token-1', output: { outcome: 'answered', answerId: task.answerId } },
    ]);
  });

  it('answers the newest token when an operator had the question asked again', async () => {
    const { store, callbacks, submit } = await prepare();
    await store.change((await fileIn(store)).case.caseId, 'task', 'assessment-1', { token: 'task-token-2' });

    expect(await submit()).toEqual({ result: 'accepted' });
    expect(callbacks.delivered).toMatchObject([{ token: 'task-token-2' }]);
  });

  it.each([
    [{ state: 'expired' }, 'expired'],
    [{ state: 'withdrawn' }, 'withdrawn'],
    [{ expiresAt: now }, 'expired'],
  ] as const)('refuses an answer to %o', async (task, result) => {
    const { store, callbacks, submit } = await prepare(task);

    expect(await submit()).toEqual({ result });
    expect((await fileIn(store)).answers).toEqual([]);
    expect(callbacks.delivered).toEqual([]);
  });

  it('does not look accepted when the clock was faster by a moment', async () => {
    const { store, callbacks, submit } = await prepare({ expiresAt: '2026-11-25T09:00:05.000Z' });
    callbacks.ended.add('task-token-1');

    expect(await submit()).toEqual({ result: 'expired' });
    expect((await fileIn(store)).tasks).toMatchObject([{ state: 'expired' }]);
  });

  it('is accepted when only the reply to the callback was lost', async () => {
    const { callbacks, submit } = await prepare();
    callbacks.ended.add('task-token-1');

    expect(await submit()).toEqual({ result: 'accepted' });
  });
});
