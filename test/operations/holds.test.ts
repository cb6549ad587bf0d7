import { describe, expect, it } from 'vitest';
import { createHolds } from '../../functions/operations/holds.ts';
import { aHold } from '../support/builders.ts';
import { fakeCallbacks, fileIn, storeWith } from '../support/fakes.ts';

const by = { id: 'gulen-operations', name: 'Drift Testperson' };
const now = '2026-12-02T10:00:00.000Z';

/** Fails the hold, so that a redrive comes back to it. */
const stopped = {
  token: 'hold-token-1',
  output: { error: 'StoppedByOperations', cause: `${aHold().stateName}: ${aHold().error}` },
};

async function prepare() {
  const store = await storeWith({ holds: [aHold()] });
  const callbacks = fakeCallbacks();
  const holds = createHolds({ store, callbacks });
  const file = await fileIn(store);
  const answer = (action: 'retry' | 'stop') => holds.answerHold({ file, hold: aHold(), action, by, now });
  return { store, callbacks, answer };
}

describe('answering a hold', () => {
  it.each([
    ['retry', 'retried', { token: 'hold-token-1', output: { action: 'retry' } }],
    ['stop', 'stopped', stopped],
  ] as const)('hands %s to the lane', async (action, state, told) => {
    const { store, callbacks, answer } = await prepare();

    expect(await answer(action)).toEqual({ result: 'accepted' });

    expect(callbacks.delivered).toEqual([told]);
    const file = await fileIn(store);
    expect(file.holds).toMatchObject([{ state }]);
    expect(file.events.at(-1)).toMatchObject({ type: `hold-${state}`, actor: { kind: 'staff', id: by.id } });
  });

  it('accepts one of two choices', async () => {
    const { callbacks, answer } = await prepare();

    const results = await Promise.all([answer('retry'), answer('stop')]);

    expect(results.map(({ result }) => result).toSorted()).toEqual(['accepted', 'already-answered']);
    expect(callbacks.delivered).toHaveLength(1);
  });

  it('sends a lost callback again with the choice that was made', async () => {
    const { callbacks, answer } = await prepare();
    const { fail } = callbacks;
    callbacks.fail = () => Promise.reject(new Error('connection lost'));
    await expect(answer('stop')).rejects.toThrow();
    callbacks.fail = fail;

    expect(await answer('retry')).toEqual({ result: 'already-answered' });
    expect(callbacks.delivered).toEqual([stopped]);
  });

  it('tells that the lane no longer waits under this hold', async () => {
    const { callbacks, answer } = await prepare();
    callbacks.ended.add('hold-token-1');

    expect(await answer('retry')).toEqual({ result: 'gone' });
  });
});
