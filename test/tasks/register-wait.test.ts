import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../functions/core/records.ts';
import { createCompletion } from '../../functions/tasks/completion.ts';
import { createRegisterWait } from '../../functions/tasks/register-wait/handler.ts';
import { aCase, aDecision, aLetter, anAppeal, aWait } from '../support/builders.ts';
import { fakeCallbacks, fileIn, storeWith } from '../support/fakes.ts';
import { payload } from '../support/stored.ts';

const { caseId } = aCase();
const decided = { case: aCase({ state: 'notified', decisionNumber: 1 }), decisions: [aDecision()] };

async function prepare(parts: Partial<CaseFile> = {}) {
  const store = await storeWith(parts);
  const callbacks = fakeCallbacks();
  const registerWait = createRegisterWait({ store, callbacks });
  const register = (waitName: string, more: object = {}) =>
    registerWait(payload(caseId, { taskToken: 'token', waitName, round: 1, ...more }));
  return { store, callbacks, register };
}

describe('registering a wait', () => {
  it.each([
    ['clock', {}],
    ['opening', { ...decided, letters: [aLetter()] }],
    ['appeal', decided],
    ['appeal', { ...decided, appeals: [anAppeal({ state: 'withdrawn' })] }],
    ['appeal', { ...decided, appeals: [anAppeal({ receivedAt: '2026-12-01T09:00:00.000Z' })] }],
  ] as const)('lets the lane wait for %s while it has not happened: %o', async (name, parts) => {
    const { store, callbacks, register } = await prepare(parts);

    expect(await register(name)).toEqual({ outcome: 'waiting' });
    expect((await fileIn(store)).waits).toMatchObject([{ name, state: 'open', token: 'token' }]);
    expect(callbacks.delivered).toEqual([]);
  });

  it.each([
    ['clock', { case: aCase({ state: 'withdrawn' }) }, { outcome: 'stopped' }],
    ['clock', decided, { outcome: 'stopped' }],
    ['opening', { ...decided, letters: [aLetter({ openedAt: '2026-12-03T09:00:00.000Z' })] }, { outcome: 'opened' }],
    ['opening', { ...decided, letters: [aLetter({ paperAt: '2026-12-03T09:00:00.000Z' })] }, { outcome: 'opened' }],
    ['opening', { ...decided, letters: [aLetter({ channel: 'paper' })] }, { outcome: 'opened' }],
    ['appeal', { ...decided, appeals: [anAppeal()] }, { outcome: 'appealed', appealNumber: 1 }],
  ] as const)('ends the wait for %s at once when it has happened: %o', async (name, parts, output) => {
    const { store, callbacks, register } = await prepare(parts);

    expect(await register(name)).toEqual(output);
    expect((await fileIn(store)).waits).toMatchObject([{ name, state: 'completed' }]);
    expect(callbacks.delivered).toEqual([{ token: 'token', output }]);
  });

  it('watches the clock of an appeal by the appeal', async () => {
    const { register } = await prepare({ ...decided, appeals: [anAppeal({ state: 'forwarded' })] });

    expect(await register('clock', { subject: 'appeal-1' })).toEqual({ outcome: 'stopped' });
  });

  it('takes the place of the round before', async () => {
    const { store, register } = await prepare({ waits: [aWait({ state: 'completed' })] });

    await register('clock', { round: 2 });

    expect((await fileIn(store)).waits).toMatchObject([{ token: 'token', state: 'open' }]);
  });

  it('is told once, whichever of the answer and the wait comes first', async () => {
    const { store, callbacks, register } = await prepare({ case: aCase({ state: 'decided' }) });
    const { completeWait } = createCompletion({ store, callbacks });
    const event = { at: '2026-12-10T09:00:00.000Z', type: 'notified', actor: { kind: 'system', id: 'x' } } as const;
    const answer = async () => {
      await store.transition({ caseId, transition: 'notify', event });
      const file = await fileIn(store);
      await completeWait({
        file,
        name: 'clock',
        subject: 'application',
        output: { outcome: 'stopped' },
        now: event.at,
      });
    };

    await Promise.all([register('clock'), answer()]);

    expect(callbacks.delivered).toEqual([{ token: 'token', output: { outcome: 'stopped' } }]);
  });
});
