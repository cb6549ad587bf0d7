import { describe, expect, it } from 'vitest';
import { createAnswers } from '../../functions/tasks/answers.ts';
import { createCompletion } from '../../functions/tasks/completion.ts';
import { aCase, aTask, aWait, caseworker } from '../support/builders.ts';
import { fakeCallbacks, fileIn, storeWith } from '../support/fakes.ts';

const now = '2026-11-25T09:00:00.000Z';
const application = { subject: 'application', outcome: 'withdrawn', now } as const;

async function prepare(parts: Parameters<typeof storeWith>[0]) {
  const store = await storeWith(parts);
  const callbacks = fakeCallbacks();
  return { store, callbacks, completion: createCompletion({ store, callbacks }), file: await fileIn(store) };
}

describe('taking questions back', () => {
  it('closes the open questions of the subject and tells their lanes', async () => {
    const tasks = [
      aTask(),
      aTask({ kind: 'delay-reason', token: 'delay' }),
      aTask({ key: 'a1-1', kind: 'reassessment', subject: 'appeal-1', token: 'appeal' }),
      aTask({ key: '0', state: 'expired', token: 'old' }),
    ];
    const { store, callbacks, completion, file } = await prepare({ tasks });

    expect(await completion.completeTasks({ ...application, file })).toBe(2);

    const output = { outcome: 'withdrawn' };
    expect(callbacks.delivered.toSorted((a, b) => a.token.localeCompare(b.token))).toEqual([
      { token: 'delay', output },
      { token: 'task-token-1', output },
    ]);
    const states = (await fileIn(store)).tasks.map(({ kind, key, state }) => `${kind}-${key} ${state}`);
    expect(states).toContain('assessment-1 withdrawn');
    expect(states).toContain('delay-reason-1 withdrawn');
    expect(states).toContain('reassessment-a1-1 open');
    expect(states).toContain('assessment-0 expired');
  });

  it('keeps to the kinds asked for', async () => {
    const tasks = [aTask(), aTask({ kind: 'delay-reason', token: 'delay' })];
    const { callbacks, completion, file } = await prepare({ tasks });

    const told = await completion.completeTasks({ ...application, outcome: 'stopped', kinds: ['delay-reason'], file });

    expect(told).toBe(1);
    expect(callbacks.delivered).toEqual([{ token: 'delay', output: { outcome: 'stopped' } }]);
  });

  it('tells the lane one thing only when an answer comes at the same moment', async () => {
    const { store, callbacks, completion, file } = await prepare({ tasks: [aTask()] });
    const answers = createAnswers({ store, callbacks });

    const [told, answered] = await Promise.all([
      completion.completeTasks({ ...application, file }),
      answers.submit({ file, task: aTask(), answer: {}, by: caseworker, now }),
    ]);

    expect(callbacks.delivered).toHaveLength(1);
    expect(told === 1 ? 'withdrawn' : 'accepted').toBe(answered.result);
  });

  it('sends a lost callback again', async () => {
    const { store, callbacks, completion, file } = await prepare({ tasks: [aTask()] });
    const { succeed } = callbacks;
    callbacks.succeed = () => Promise.reject(new Error('connection lost'));
    await expect(completion.completeTasks({ ...application, file })).rejects.toThrow();
    callbacks.succeed = succeed;

    expect(await completion.completeTasks({ ...application, file: await fileIn(store) })).toBe(1);
    expect(await completion.completeTasks({ ...application, file: await fileIn(store) })).toBe(0);
    expect(callbacks.delivered).toHaveLength(1);
  });
});

describe('ending a wait', () => {
  const clock = { name: 'clock', subject: 'application', output: { outcome: 'stopped' }, now } as const;

  it('tells the lane, once, and marks the wait', async () => {
    const { store, callbacks, completion, file } = await prepare({ waits: [aWait()] });

    expect(await completion.completeWait({ ...clock, file })).toBe(true);
    expect(await completion.completeWait({ ...clock, file })).toBe(false);
    expect(callbacks.delivered).toEqual([{ token: 'wait-token-1', output: { outcome: 'stopped' } }]);
    expect((await fileIn(store)).waits).toMatchObject([{ state: 'completed' }]);
  });

  it('leaves a wait alone that was registered anew meanwhile', async () => {
    const { store, completion, file } = await prepare({ waits: [aWait()] });
    await store.change(aCase().caseId, 'wait', 'clock-application', { token: 'newer' });

    await completion.completeWait({ ...clock, file });

    expect((await fileIn(store)).waits).toMatchObject([{ state: 'open', token: 'newer' }]);
  });

  it('has nothing to tell before the wait is registered', async () => {
    const { completion, file } = await prepare({});

    expect(await completion.completeWait({ ...clock, file })).toBe(false);
  });
});
