import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../functions/core/records.ts';
import { createContacts } from '../../functions/messages/contacts.ts';
import { createLinks } from '../../functions/tasks/links.ts';
import { createOpenTask } from '../../functions/tasks/open-task/handler.ts';
import { aCase, anAnswer, anAppeal, aPerson, aSubmitter, aTask } from '../support/builders.ts';
import { fakeCallbacks, fakeMailer, fileIn, storeWith } from '../support/fakes.ts';
import { payload } from '../support/stored.ts';

const links = createLinks({ key: 'key', publicUrl: 'https://plan.example' });
const { caseId } = aCase();
const now = '2026-11-25T09:00:00.000Z';
const step = payload(caseId, {
  now,
  taskToken: 'token',
  kind: 'assessment',
  recipient: 'caseworker',
  round: 1,
  expiresInSeconds: 604_800,
});

async function prepare(parts: Partial<CaseFile> = {}) {
  const store = await storeWith(parts);
  const callbacks = fakeCallbacks();
  const mailer = fakeMailer();
  const open = createOpenTask({ store, callbacks, mailer, contacts: createContacts(), links: async () => links });
  return { store, callbacks, mailer, open };
}

describe('opening a task', () => {
  it('writes the record and sends the caseworkers a link', async () => {
    const { store, mailer, open, callbacks } = await prepare();

    expect(await open(step)).toEqual({ outcome: 'asked' });

    const file = await fileIn(store);
    expect(file.tasks).toEqual([
      {
        kind: 'assessment',
        key: '1',
        subject: 'application',
        recipient: 'caseworker',
        secretHash: links.secretHash({ caseId, kind: 'assessment', key: '1', recipient: 'caseworker' }),
        token: 'token',
        state: 'open',
        openedAt: now,
        expiresAt: '2026-12-02T09:00:00.000Z',
        caseVersion: 2,
      },
    ]);
    expect(mailer.sent).toMatchObject([
      {
        caseId,
        key: 'task-assessment-1',
        template: 'task',
        language: 'nn',
        link: links.link({ caseId, kind: 'assessment', key: '1', recipient: 'caseworker' }),
      },
    ]);
    expect(callbacks.delivered).toEqual([]);
  });

  it('has the record before the mail goes, so that no answer comes too early', async () => {
    const { store, open, mailer } = await prepare();
    const seen: number[] = [];
    mailer.send = async () => {
      seen.push((await fileIn(store)).tasks.length);
    };

    await open(step);

    expect(seen).toEqual([1]);
  });

  it('asks once when it is tried again, under the newest token', async () => {
    const { store, mailer, open } = await prepare();
    await open(step);

    await open({ ...step, taskToken: 'token-2' });

    expect((await fileIn(store)).tasks).toMatchObject([{ token: 'token-2', state: 'open' }]);
    expect(mailer.sent).toHaveLength(1);
  });

  it('gives an answer that stands to the lane that asks again', async () => {
    const answered = aTask({ state: 'answered', answerId: 'answer-1' });
    const { callbacks, mailer, open } = await prepare({ tasks: [answered], answers: [anAnswer()] });

    expect(await open(step)).toEqual({ outcome: 'answered' });
    expect(callbacks.delivered).toEqual([{ token: 'token', output: { outcome: 'answered', answerId: 'answer-1' } }]);
    expect(mailer.sent).toEqual([]);
  });

  it('replaces the rounds before it', async () => {
    const tasks = [aTask(), aTask({ kind: 'approval', recipient: 'approver' })];
    const { store, open } = await prepare({ tasks });

    await open({ ...step, round: 2 });

    const states = (await fileIn(store)).tasks.map(({ kind, key, state }) => `${kind}-${key} ${state}`);
    expect(states.toSorted()).toEqual(['approval-1 open', 'assessment-1 expired', 'assessment-2 open']);
  });

  it('opens a question again that was taken back only because the execution went on elsewhere', async () => {
    const stopped = aTask({ kind: 'delay-reason', state: 'withdrawn', token: 'token of the old execution' });
    const { store, callbacks, open } = await prepare({ tasks: [stopped] });

    expect(await open({ ...step, kind: 'delay-reason' })).toEqual({ outcome: 'asked' });
    expect((await fileIn(store)).tasks).toMatchObject([{ state: 'open', token: 'token' }]);
    expect(callbacks.delivered).toEqual([]);
  });

  it.each([
    ['the application', {}, { case: aCase({ state: 'withdrawn', withdrawnAt: now }) }],
    [
      'the appeal',
      { subject: 'appeal-1', kind: 'appeal-review' },
      { case: aCase({ state: 'appealed' }), appeals: [anAppeal({ state: 'withdrawn' })] },
    ],
  ] as const)('asks nobody about %s once it is withdrawn', async (_, given, parts) => {
    const { store, callbacks, mailer, open } = await prepare(parts);

    expect(await open({ ...step, ...given })).toEqual({ outcome: 'withdrawn' });

    expect(callbacks.delivered).toEqual([{ token: 'token', output: { outcome: 'withdrawn' } }]);
    expect(mailer.sent).toEqual([]);
    expect((await fileIn(store)).tasks).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('asks for no reason of a delay when the answer is given', async () => {
    const { callbacks, mailer, open } = await prepare({ case: aCase({ state: 'notified' }) });

    expect(await open({ ...step, kind: 'delay-reason' })).toEqual({ outcome: 'stopped' });
    expect(callbacks.delivered).toEqual([{ token: 'token', output: { outcome: 'stopped' } }]);
    expect(mailer.sent).toEqual([]);
  });

  it('refuses a payload that does not fit, without repeating what was in it', async () => {
    const { open } = await prepare();

    const refused = open({ ...step, kind: 'Kari Testperson' });

    await expect(refused).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.not.stringContaining('Kari'),
    });
  });
});

describe('asking for consent', () => {
  const consent = { ...step, kind: 'consent', recipient: 'person' };

  it('mails the person, in the language of the case', async () => {
    const { mailer, open } = await prepare({ case: aCase({ language: 'nb' }) });

    await open(consent);

    expect(mailer.sent).toMatchObject([{ key: 'task-consent-1-person', template: 'consent', language: 'nb' }]);
    expect(mailer.sent[0]?.to).toBe(aPerson().email);
  });

  it('mails nobody who wants paper', async () => {
    const { store, mailer, open } = await prepare({ case: aCase({ contact: 'paper' }) });

    expect(await open(consent)).toEqual({ outcome: 'asked' });
    expect(mailer.sent).toEqual([]);
    expect((await fileIn(store)).tasks).toHaveLength(1);
  });

  it('does not mail a relative who reported a need', async () => {
    const submitter = aSubmitter({ role: 'relative' });
    const { mailer, open } = await prepare({ case: aCase({ origin: 'report-relative', submitter }) });

    await open(consent);

    expect(mailer.sent.map(({ to }) => to)).toEqual([aPerson().email]);
  });
});
