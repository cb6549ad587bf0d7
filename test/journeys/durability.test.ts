import { rm } from 'node:fs/promises';
import { setTimeout as moment } from 'node:timers/promises';
import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import { type Cast, createCast } from './driver/cast.ts';
import type { ReadMail } from './driver/post.ts';
import { application, appoint, assess } from './stories/acts.ts';
import { type AppProcess, freePorts, startApp } from './support/process.ts';
import { newDataDir, start } from './support/theatre.ts';

const day = 86_400_000;

describe('an app that is killed in the middle', () => {
  const dataDir = newDataDir();
  let port: number;
  let app: AppProcess;
  let first = '';
  let second = '';

  beforeAll(async () => {
    port = await freePorts();
    app = await startApp(dataDir, port);
  });
  afterAll(async () => {
    await app.kill();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('goes on with an application whose receipt page was all that came of it', async () => {
    const { caseId } = await submitted('first');
    first = caseId;
    await killAndStart();
    // Killed once more while its first letter is rendered.
    await untilEntered(first, 'RenderReceipt');
    await killAndStart();
    await app.move('PT0S');
    const file = await app.observer.load(first);
    expect(file.letters.map(({ kind, dispatchedAt }) => [kind, typeof dispatchedAt])).toEqual([['receipt', 'string']]);
    expect(file.tasks).toMatchObject([{ kind: 'assessment', state: 'open' }]);
    expect(file.waits).toMatchObject([{ name: 'clock', state: 'open' }]);
    await expectEachMailOnce();
  }, 120_000);

  it('does nothing anew when it was killed while everybody waited', async () => {
    second = (await submitted('second')).caseId;
    await app.move('PT0S');
    const mailsBefore = (await app.post.all()).length;
    const before = await app.observer.load(second);
    await killAndStart();
    await app.move('PT0S');
    expect(await app.observer.load(second)).toEqual(before);
    expect(await app.post.all()).toHaveLength(mailsBefore);
    expect((await app.observer.executions(second)).map(({ status }) => status)).toEqual(['RUNNING']);
  }, 120_000);

  it('keeps the clock, also of a move that was under way', async () => {
    const moved = await app.move('P27D');
    expect(Date.parse(moved)).toBeGreaterThanOrEqual(Date.parse(start) + 27 * day);
    await killAndStart();
    expect(await later(moved)).toBeLessThan(day / 24);
    const cut = app.move('P2D').catch(() => 'killed');
    await killAndStart();
    await cut;
    const now = await later(moved);
    expect(now).toBeGreaterThanOrEqual(0);
    expect(now).toBeLessThan(2 * day + day / 24);
  }, 120_000);

  it('still sends the delay notices in time, and once', async () => {
    await app.move('P6D');
    for (const caseId of [first, second]) {
      const { case: found, notices, letters } = await app.observer.load(caseId);
      expect(notices).toHaveLength(1);
      expect((notices[0]?.at ?? '') <= `${found.dueOn}T23:59`).toBe(true);
      expect(letters.map(({ kind }) => kind).toSorted()).toEqual(['delay-notice', 'receipt']);
    }
    await expectEachMailOnce();
  }, 120_000);

  it('goes on to the decision when the approval was the last it heard', async () => {
    const cast = castOf('first', first);
    await assess(cast, 'granted', 'granted');
    await castOf('first', first, 'restless').answer('approval', { choice: 'approve' });
    await killAndStart();
    await app.move('PT0S');
    const { decisions, letters } = await app.observer.load(first);
    expect(decisions).toHaveLength(1);
    expect(letters.filter(({ kind }) => kind === 'decision')).toMatchObject([{ channel: 'digital' }]);
    await assess(castOf('second', second), 'granted', 'granted');
    await castOf('second', second).answer('approval', { choice: 'approve' });
    await expectEachMailOnce();
  }, 120_000);

  it('brings every case to its end, with no mail sent twice and no wait lost', async () => {
    await castOf('first', first).openLetter('applicant-1', 'decision');
    for (const [name, caseId] of [['first', first] as const, ['second', second] as const]) {
      await appoint(castOf(name, caseId));
    }
    await app.move('P10D');
    await killAndStart();
    await app.move('P40D');
    for (const caseId of [first, second]) {
      const file = await app.observer.load(caseId);
      expect(file.case.state).toBe('closed');
      expect(file.holds).toEqual([]);
      expect((await app.observer.executions(caseId)).map(({ status }) => status)).toEqual(['SUCCEEDED']);
      const kinds = ['coordinator-appointed', 'decision', 'delay-notice', 'receipt'];
      expect(file.letters.map(({ kind }) => kind).toSorted()).toEqual(kinds);
    }
    await expectEachMailOnce();
  }, 120_000);

  /** The people of a case; `restless` ones do not wait for what they set going. */
  function castOf(journey: string, caseId?: string, mood: 'patient' | 'restless' = 'patient'): Cast {
    return createCast({
      pagesUrl: app.pagesUrl,
      post: app.post,
      actor: {
        settle: async () => void (mood === 'patient' && (await app.move('PT0S'))),
        until: async () => undefined,
      },
      municipality: mustFindMunicipality('4635'),
      journey,
      now: () => 0,
      observer: app.observer,
      ...(caseId === undefined ? {} : { caseId }),
    });
  }

  async function submitted(journey: string): Promise<{ caseId: string }> {
    const cast = castOf(journey, undefined, 'restless');
    await cast.apply('applicant-1', application(cast));
    return { caseId: cast.caseId };
  }

  async function killAndStart(): Promise<void> {
    await app.kill();
    app = await startApp(dataDir, port);
  }

  /** How much later than `before` it is now, in milliseconds. */
  async function later(before: string): Promise<number> {
    return Date.parse(await app.now()) - Date.parse(before);
  }

  async function untilEntered(caseId: string, state: string): Promise<void> {
    const client = new SFNClient({
      endpoint: app.awsUrl,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn: app.application }));
    const executionArn = executions.find(({ name }) => name === caseId)?.executionArn ?? '';
    for (let looks = 0; looks < 2_000; looks += 1) {
      const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
      if (events.some(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name === state)) return;
      await moment(5);
    }
    throw new Error(`${caseId} never came to ${state}`);
  }

  async function expectEachMailOnce(): Promise<void> {
    const sent = (await app.post.all())
      .map(fingerprint)
      .filter((mail) => [first, second].some((id) => mail.includes(id)));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted());
    for (const caseId of [first, second].filter(Boolean)) {
      const { messages } = await app.observer.load(caseId);
      expect(messages.filter(({ messageId }) => messageId.startsWith('claim-'))).toEqual([]);
    }
  }
});

/** A mail as its reader tells it from others: every task and letter has a link of its own. */
function fingerprint({ to, subject, text }: ReadMail): string {
  return `${to}\n${subject}\n${text}`;
}
