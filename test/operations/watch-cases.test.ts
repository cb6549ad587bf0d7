import { describe, expect, it } from 'vitest';
import { appealDeadlineOf } from '../../functions/core/appeal-time.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { municipalities } from '../../functions/municipalities/index.ts';
import { findingsOf } from '../../functions/operations/findings.ts';
import { createWatchCases } from '../../functions/operations/watch-cases/handler.ts';
import type { Executions } from '../../functions/platform/executions.ts';
import { aCase, aCaseFile, aDecision, aHold, aLetter, aNotice, anAppeal, aTask } from '../support/builders.ts';
import {
  fakeCount,
  fakeMailer,
  fakeObjects,
  fakePaperEditions,
  fakeRegister,
  fileIn,
  storeWith,
} from '../support/fakes.ts';

const now = '2026-12-28T06:00:00.000Z';
const event = { now };

async function prepare(parts: Partial<CaseFile>) {
  const store = await storeWith(parts);
  const mailer = fakeMailer();
  const count = fakeCount();
  const objects = fakeObjects({ [aLetter().object]: 'pdf' });
  const started: string[] = [];
  const executions: Executions = {
    startApplication: async ({ caseId }) => void started.push(caseId),
    startAppeal: async ({ caseId, appealNumber }) => void started.push(`${caseId}-appeal-${appealNumber}`),
  };
  const watch = createWatchCases({
    store,
    mailer,
    objects,
    svarUt: undefined,
    paperEdition: fakePaperEditions(objects),
    contacts: fakeRegister(),
    executions,
    count,
    publicUrl: 'https://plan.example',
  });
  const countOf = (name: string, municipality = '4635') =>
    count.counted.filter(([counted, dimensions]) => counted === name && dimensions?.municipality === municipality);
  return { store, mailer, objects, count, executions, started, watch, countOf };
}

describe('looking at one case', () => {
  const calm = { case: aCase({ expectedOn: '2026-12-28' }) };

  it('finds nothing in a case that is on its way, on the very day it is promised', () => {
    expect(findingsOf(aCaseFile({ ...calm, tasks: [aTask({ expiresAt: '2027-01-01T09:00:00.000Z' })] }), now)).toEqual({
      noticesLate: [],
      tasksOverdue: [],
      holdsOpen: [],
      notStarted: [],
    });
  });

  it('finds a promised date that passed without a newer notice, also of an appeal', () => {
    const passed = aCase({ expectedOn: '2026-12-27' });
    expect(findingsOf(aCaseFile({ case: passed }), now).noticesLate).toEqual(['application']);
    // A notice that promised a new date, while its letter is still held.
    const promised = aCaseFile({
      case: { ...passed, expectedOn: '2027-12-31' },
      notices: [aNotice({ dueOn: passed.expectedOn })],
    });
    expect(findingsOf(promised, now).noticesLate).toEqual(['application']);
    const left = aLetter({ kind: 'delay-notice', key: '1' });
    expect(findingsOf({ ...promised, letters: [left] }, now).noticesLate).toEqual([]);
    expect(findingsOf(aCaseFile({ case: { ...passed, state: 'notified' } }), now).noticesLate).toEqual([]);

    const appealed = aCaseFile({
      case: { ...passed, state: 'appealed' },
      appeals: [anAppeal({ expectedOn: '2026-12-27' }), anAppeal({ number: 2, expectedOn: '2026-12-28' })],
    });
    expect(findingsOf(appealed, now).noticesLate).toEqual(['appeal-1']);
  });

  it('finds a question asked again, and one past its end', () => {
    const later = '2027-01-01T09:00:00.000Z';
    const again = aTask({ key: '2', expiresAt: later });
    const tasks = [aTask({ state: 'expired' }), again];
    expect(findingsOf(aCaseFile({ ...calm, tasks }), now).tasksOverdue).toEqual([again]);
    expect(findingsOf(aCaseFile({ ...calm, tasks: [aTask({ expiresAt: now })] }), now).tasksOverdue).toHaveLength(1);
    expect(findingsOf(aCaseFile({ ...calm, tasks: [aTask({ state: 'answered' })] }), now).tasksOverdue).toEqual([]);
  });

  it('finds open holds, and a case whose execution never started', () => {
    const holds = [aHold(), aHold({ round: 2, state: 'retried' })];
    expect(findingsOf(aCaseFile({ ...calm, holds }), now).holdsOpen).toEqual([aHold()]);

    const fresh = { ...calm.case, state: 'received', receivedAt: '2026-12-28T05:30:00.000Z' } as const;
    expect(findingsOf(aCaseFile({ case: fresh }), now).notStarted).toEqual([]);
    const lost = { ...fresh, receivedAt: '2026-12-28T04:30:00.000Z' };
    expect(findingsOf(aCaseFile({ case: lost }), now).notStarted).toEqual(['application']);
    expect(findingsOf(aCaseFile({ ...calm, appeals: [anAppeal()] }), now).notStarted).toEqual(['appeal-1']);
  });
});

describe('the daily look', () => {
  const late = { case: aCase({ expectedOn: '2026-12-24' }), tasks: [aTask()], holds: [aHold()] };

  it('counts per municipality, zeros too, and beats', async () => {
    const { watch, count, countOf } = await prepare(late);

    await watch(event);

    expect(countOf('NoticesLate')).toEqual([['NoticesLate', { municipality: '4635' }, 1]]);
    expect(countOf('TasksOverdue')).toEqual([['TasksOverdue', { municipality: '4635' }, 1]]);
    expect(countOf('HoldsOpen')).toEqual([['HoldsOpen', { municipality: '4635' }, 1]]);
    expect(countOf('HoldsOpen', '3407')).toEqual([['HoldsOpen', { municipality: '3407' }, 0]]);
    expect(count.counted.filter(([name]) => name === 'HoldsOpen')).toHaveLength(municipalities.length);
    expect(count.counted.at(-1)).toEqual(['Heartbeat']);
  });

  it('sends one digest a day, to the municipality that has something to look at', async () => {
    const { watch, mailer } = await prepare(late);

    await watch(event);
    await watch({ time: '2026-12-28T07:00:00Z' });
    await watch({ now: '2026-12-29T06:00:00.000Z' });

    expect(mailer.sent.map(({ caseId, key, counts }) => ({ caseId, key, counts }))).toEqual(
      ['2026-12-28', '2026-12-29'].map((day) => ({
        caseId: 'digest-4635',
        key: `digest-${day}`,
        counts: { noticesLate: 1, tasksOverdue: 1, holdsOpen: 1, notStarted: 0 },
      })),
    );
  });

  describe('with a case and an appeal that nothing carries', () => {
    const lost = {
      case: aCase({ state: 'received', receivedAt: '2026-12-27T09:00:00.000Z', expectedOn: '2027-01-25' }),
      appeals: [anAppeal({ decisionNumber: 0, expectedOn: '2027-01-25' })],
    };
    const { caseId } = lost.case;

    it('starts both, and tells operations', async () => {
      const { watch, mailer, started } = await prepare(lost);

      await watch(event);

      expect(started).toEqual([caseId, `${caseId}-appeal-1`]);
      expect(mailer.sent.map(({ counts }) => counts?.notStarted)).toEqual([2]);
    });

    it('goes on when one cannot be started, and then asks to be tried again', async () => {
      const { watch, mailer, executions, started, count } = await prepare(lost);
      executions.startApplication = () => Promise.reject(new Error('no machine'));

      await expect(watch(event)).rejects.toThrow('no machine');

      expect(started).toEqual([`${caseId}-appeal-1`]);
      expect(mailer.sent).toHaveLength(1);
      expect(count.counted.map(([name]) => name)).not.toContain('Heartbeat');
    });
  });

  it('is silent when all is well', async () => {
    const { watch, mailer } = await prepare({ case: aCase({ expectedOn: '2027-01-25' }) });

    await watch(event);

    expect(mailer.sent).toEqual([]);
  });

  it('sees every open case, however many', async () => {
    const { store, watch, countOf } = await prepare({});
    const told = { at: now, type: 'received', actor: { kind: 'system', id: 'x' } } as const;
    for (let n = 0; n < 60; n += 1)
      await store.create({
        case: aCase({ caseId: `case-${n}`, expectedOn: '2026-12-01', state: n % 2 ? 'in-assessment' : 'in-approval' }),
        submissionKey: `key-${n}`,
        event: told,
      });

    await watch(event);

    expect(countOf('NoticesLate')[0]?.[2]).toBe(61);
  });

  it('looks at the others when one fails, and beats only when all were seen', async () => {
    const { watch, mailer, count, countOf } = await prepare(late);
    mailer.send = () => Promise.reject(new Error('no mail'));

    await expect(watch(event)).rejects.toThrow('no mail');

    expect(count.counted.filter(([name]) => name === 'NoticesLate')).toHaveLength(municipalities.length);
    expect(countOf('Heartbeat')).toEqual([]);
    expect(count.counted.map(([name]) => name)).not.toContain('Heartbeat');
  });
});

describe('a letter nobody opens', () => {
  const dispatchedAt = '2026-12-02T09:06:00.000Z';
  const open = { case: aCase({ expectedOn: '2027-01-25', state: 'in-assessment' }) };
  const delay = aLetter({ kind: 'delay-notice', dispatchedAt });
  const message = {
    key: 'letter-decision-1-person',
    template: 'letter',
    recipient: 'kari.testperson@example.no',
    messageId: 'ses-1',
    at: dispatchedAt,
    delivery: 'bounced-permanent',
  } as const;
  const at = (day: string) => ({ now: `2026-12-${day}T05:30:00.000Z` });

  it('is told of again after a week, and goes on paper a week later, each once', async () => {
    const { watch, store, mailer, objects } = await prepare({ ...open, letters: [delay] });
    const seen: string[] = [];
    for (const day of ['08', '09', '10', '15', '16', '17']) {
      await watch(at(day));
      seen.push(`${day}: ${mailer.sent.map(({ key }) => key).join(' ')}`);
    }

    const told = 'letter-reminder-delay-notice-1-person';
    expect(seen).toEqual([
      '08: ',
      `09: ${told}`,
      `10: ${told}`,
      `15: ${told}`,
      `16: ${told} print-delay-notice-1`,
      `17: ${told} print-delay-notice-1`,
    ]);
    const file = await fileIn(store);
    expect(file.letters).toMatchObject([{ paperAt: at('16').now, contact: 'unopened' }]);
    // Nothing in it goes by the channel: it is printed as it was.
    expect([...objects.objects.keys()].filter((key) => key.includes('-paper-'))).toEqual([]);
    const types = file.events.map(({ type }) => type).filter((type) => type.startsWith('letter-'));
    expect(types).toEqual(['letter-notified-again', 'letter-sent-on-paper']);
  });

  it.each([
    ['is opened', open, aLetter({ kind: 'delay-notice', dispatchedAt, openedAt: dispatchedAt })],
    ['is a receipt', open, aLetter({ kind: 'receipt', dispatchedAt })],
    ['is on paper already', open, aLetter({ kind: 'delay-notice', dispatchedAt, channel: 'paper' })],
    ['is overtaken by the answer', { case: aCase({ state: 'notified' }) }, delay],
    ['asks for a consent that was given', open, aLetter({ kind: 'consent-request', dispatchedAt })],
    [
      'is the decision, which its own lane watches',
      { case: aCase({ state: 'notified', decisionNumber: 1 }), decisions: [aDecision()] },
      aLetter({ dispatchedAt }),
    ],
  ])('is left alone when it %s', async (_what, parts, letter) => {
    const { watch, mailer } = await prepare({ ...parts, letters: [letter] });

    await watch(at('30'));

    expect(mailer.sent.filter(({ template }) => template !== 'digest')).toEqual([]);
  });

  it('goes on paper at the next look when its mail bounced for good, the decision too; the deadline counts from then', async () => {
    const notified = { case: aCase({ state: 'notified', decisionNumber: 1 }), decisions: [aDecision()] };
    const { watch, store, mailer } = await prepare({ ...notified, letters: [aLetter()], messages: [message] });

    await watch(at('03'));
    await watch(at('04'));

    expect(mailer.sent.map(({ key }) => key)).toEqual(['print-decision-1']);
    const file = await fileIn(store);
    expect(file.letters).toMatchObject([{ paperAt: at('03').now, contact: 'bounced' }]);
    // Five working days in the post from 3 December, four weeks, and 7 January is a Thursday.
    expect(appealDeadlineOf(file, 5)?.lastDay).toBe('2027-01-07');
  });

  it('is watched for four weeks after the case has ended, as the dismissal of an appeal is', async () => {
    const dismissed = aLetter({ kind: 'appeal-decided', key: 'a1-1', subject: 'appeal-1', dispatchedAt });
    const ended = { case: aCase({ state: 'closed', closedAt: dispatchedAt, expectedOn: '2026-11-01' }) };
    const { watch, mailer, countOf } = await prepare({ ...ended, letters: [dismissed], holds: [aHold()] });

    await watch(at('09'));
    await watch(at('16'));

    expect(mailer.sent.map(({ key }) => key)).toEqual([
      'letter-reminder-appeal-decided-a1-1-person',
      'print-appeal-decided-a1-1',
    ]);
    expect(countOf('HoldsOpen')[0]?.[2]).toBe(0);
    const late = await prepare({ ...ended, letters: [dismissed] });
    await late.watch({ now: '2027-01-05T05:30:00.000Z' });
    expect(late.mailer.sent).toEqual([]);
  });

  it('is not kept from the others by one that fails', async () => {
    const lost = aLetter({
      kind: 'delay-notice',
      key: '2',
      dispatchedAt,
      secondNotificationAt: dispatchedAt,
      object: 'x',
    });
    const { watch, store, count } = await prepare({ ...open, letters: [lost] });
    await store.create({
      case: aCase({ caseId: 'other', state: 'in-assessment', expectedOn: '2027-01-25' }),
      submissionKey: 'other',
      event: { at: dispatchedAt, type: 'received', actor: { kind: 'system', id: 'x' } },
    });
    await store.addOnce('other', 'letter', delay);

    await expect(watch(at('16'))).rejects.toMatchObject({ name: 'NotFoundError' });

    expect((await fileIn(store, 'other')).letters).toMatchObject([{ secondNotificationAt: at('16').now }]);
    expect(count.counted.map(([name]) => name)).not.toContain('Heartbeat');
  });
});
