import { describe, expect, it } from 'vitest';
import type { HoldRecord } from '../../functions/core/records.ts';
import { createHoldCase } from '../../functions/operations/hold-case/handler.ts';
import { aCase, aHold } from '../support/builders.ts';
import { fakeCount, fakeMailer, fileIn, storeWith } from '../support/fakes.ts';
import { payload } from '../support/stored.ts';

const { caseId } = aCase();
const now = '2026-12-02T09:05:00.000Z';
const step = payload(caseId, {
  now,
  taskToken: 'token',
  lane: 'casework',
  stateName: 'RenderDecision',
  error: 'LetterRenderingError',
  round: 1,
});

async function prepare(holds: HoldRecord[] = []) {
  const store = await storeWith({ holds });
  const mailer = fakeMailer();
  const count = fakeCount();
  return { store, mailer, count, hold: createHoldCase({ store, mailer, count, publicUrl: 'https://plan.example' }) };
}

describe('holding a lane', () => {
  it('records it, raises the alarm and tells operations where to look', async () => {
    const { store, mailer, count, hold } = await prepare();

    expect(await hold(step)).toEqual({ outcome: 'held' });

    expect((await fileIn(store)).holds).toEqual([aHold({ token: 'token' })]);
    expect(count.counted).toEqual([['CasesHeld', { municipality: '4635' }]]);
    expect(mailer.sent).toMatchObject([{ template: 'hold', link: `https://plan.example/operations/holds/${caseId}` }]);
  });

  it('is one hold and one mail when it is tried again, under the newest token', async () => {
    const { store, mailer, count, hold } = await prepare();
    const { send } = mailer;
    mailer.send = () => Promise.reject(new Error('no mail'));
    await expect(hold(step)).rejects.toThrow('no mail');
    mailer.send = send;

    await hold({ ...step, taskToken: 'token-2' });

    expect((await fileIn(store)).holds).toEqual([aHold({ token: 'token-2' })]);
    expect(mailer.sent).toHaveLength(1);
    expect(count.counted).toHaveLength(1);
  });

  it('takes the place of a hold nobody answered in its time', async () => {
    const { store, hold } = await prepare([aHold(), aHold({ lane: 'deadline' })]);

    await hold({ ...step, round: 2, now: '2026-12-09T09:05:00.000Z' });

    const states = (await fileIn(store)).holds.map(({ lane, round, state }) => `${lane} ${round} ${state}`);
    expect(states.toSorted()).toEqual(['casework 1 retried', 'casework 2 open', 'deadline 1 open']);
  });

  it('opens anew for an execution that counts its rounds from one again', async () => {
    const { store, mailer, count, hold } = await prepare([aHold({ state: 'retried' })]);
    const again = { ...step, now: '2027-11-02T09:05:00.000Z', error: 'DeliveryError' };

    await hold(again);

    expect((await fileIn(store)).holds).toEqual([aHold({ token: 'token', at: again.now, error: 'DeliveryError' })]);
    expect(mailer.sent).toHaveLength(1);
    expect(count.counted).toHaveLength(1);
  });
});
