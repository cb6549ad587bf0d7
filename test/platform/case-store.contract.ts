import { beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/core/case.ts';
import { caseStates, type TransitionName, transitions } from '../../functions/core/case-state.ts';
import type { CaseEvent, TaskRecord } from '../../functions/core/records.ts';
import type { CaseStore } from '../../functions/platform/case-store.ts';
import { aCase, aPerson, aSubmitter } from '../support/builders.ts';

const at = '2026-11-24T09:00:00.000Z';
const later = '2026-11-25T09:00:00.000Z';

function event(type: string, time = at): CaseEvent {
  return { at: time, type, actor: { kind: 'system', id: 'workflow' }, detail: { round: 1, kind: 'test' } };
}

const task: TaskRecord = {
  kind: 'assessment',
  key: '1',
  subject: 'application',
  recipient: 'caseworker',
  secretHash: 'hash',
  token: 'token-1',
  state: 'open',
  openedAt: at,
  expiresAt: later,
  caseVersion: 2,
};

/** What every case store must do, whatever it keeps its cases in. */
export function describeCaseStore(name: string, prepare: () => Promise<CaseStore>): void {
  let store: CaseStore;
  const create = (overrides: Partial<Case> = {}, submissionKey = overrides.caseId ?? 'submission-1') =>
    store.create({
      case: aCase({ state: 'received', version: 1, ...overrides }),
      submissionKey,
      event: event('received'),
    });
  const load = async (caseId = aCase().caseId) => {
    const file = await store.load(caseId);
    expect(file).toBeDefined();
    return file ?? expect.fail('no file');
  };

  beforeEach(async () => {
    store = await prepare();
  });

  describe(`${name}: creating`, () => {
    it('stores a case with its event', async () => {
      const result = await create();

      expect(result).toEqual({ created: true, case: aCase({ state: 'received', version: 1 }) });
      const file = await load();
      expect(file.case).toEqual(result.case);
      expect(file.events).toEqual([event('received')]);
    });

    it('gives the first case back when the same submission comes again under another id', async () => {
      const first = await create({ caseId: 'first' }, 'same');

      const second = await create({ caseId: 'second' }, 'same');

      expect(second).toEqual({ created: false, case: first.case });
      expect(await store.load('second')).toBeUndefined();
    });

    it('makes one case of fifty identical submissions at once', async () => {
      const results = await Promise.all(Array.from({ length: 50 }, (_, n) => create({ caseId: `case-${n}` }, 'same')));

      expect(results.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(results.map((result) => result.case.caseId)).size).toBe(1);
      const listed = await store.listOpen({ municipality: '4635', limit: 100 });
      expect(listed.caseIds).toHaveLength(1);
    });

    it('binds a submission to its sender and municipality', async () => {
      await create({ caseId: 'a' }, 'same');

      const other = aPerson({ nationalId: '17912099997' });
      expect(await create({ caseId: 'b', person: other }, 'same')).toMatchObject({ created: true });
      expect(await create({ caseId: 'c', municipality: '3407' }, 'same')).toMatchObject({ created: true });
    });

    it('knows no case that was never stored', async () => {
      expect(await store.load('unknown')).toBeUndefined();
    });
  });

  describe(`${name}: moving`, () => {
    it('moves a case, raises its version, applies the changes and tells the event', async () => {
      await create();

      const result = await store.transition({
        caseId: aCase().caseId,
        transition: 'register',
        changes: { caseNumber: 'GULEN-2026-000099' },
        event: event('registered', later),
      });

      const expected = aCase({ state: 'registered', version: 2, caseNumber: 'GULEN-2026-000099' });
      expect(result).toEqual({ ok: true, value: expected });
      const file = await load();
      expect(file.case).toEqual(expected);
      expect(file.events.map(({ type }) => type)).toEqual(['received', 'registered']);
    });

    it('takes a finding back, as if it had never been made', async () => {
      const consentOverride = { reason: 'Enough', by: { id: 'a', name: 'A' }, at: later };
      await create({ consentOverride });

      const moved = { caseId: aCase().caseId, transition: 'register', event: event('registered', later) } as const;
      const result = await store.transition({ ...moved, remove: ['consentOverride', 'capacityFinding'] });

      expect(result).toEqual({ ok: true, value: aCase({ state: 'registered', version: 2 }) });
    });

    it('changes nothing when the step is retried', async () => {
      await create();
      const move = { caseId: aCase().caseId, transition: 'register', event: event('registered', later) } as const;
      await store.transition(move);

      const again = await store.transition({ ...move, changes: { caseNumber: 'other' } });

      expect(again).toMatchObject({ ok: true, value: { state: 'registered', version: 2 } });
      const file = await load();
      expect(file.case.caseNumber).toBe(aCase().caseNumber);
      expect(file.events).toHaveLength(2);
    });

    it.each(Object.keys(transitions) as TransitionName[])(
      'lets %s start only where the diagram says',
      async (transition) => {
        const { from, to } = transitions[transition];
        for (const state of caseStates) {
          await create({ caseId: state, state });

          const result = await store.transition({ caseId: state, transition, event: event(transition) });

          const allowed = state === to || (from as readonly string[]).includes(state);
          if (allowed) expect(result).toMatchObject({ ok: true, value: { state: to } });
          else expect(result).toEqual({ ok: false, error: { kind: 'wrong-state', state } });
        }
      },
    );

    it('lets one of two opposing moves win', async () => {
      await create({ state: 'in-approval' });
      const { caseId } = aCase();

      const [decided, withdrawn] = await Promise.all([
        store.transition({ caseId, transition: 'decide', event: event('decided') }),
        store.transition({ caseId, transition: 'withdraw', event: event('withdrawn') }),
      ]);

      expect([decided.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      const file = await load();
      expect(file.case.state).toBe(decided.ok ? 'decided' : 'withdrawn');
      expect(file.events.map(({ type }) => type)).toEqual(['received', decided.ok ? 'decided' : 'withdrawn']);
    });

    it('moves once when fifty ask for the same move at once', async () => {
      await create();
      const { caseId } = aCase();

      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          store.transition({ caseId, transition: 'register', event: event(`registered-${n}`, later) }),
        ),
      );

      expect(results.every((result) => result.ok)).toBe(true);
      const file = await load();
      expect(file.case.version).toBe(2);
      expect(file.events).toHaveLength(2);
    });

    it('refuses to move a case that is not there', async () => {
      const move = store.transition({ caseId: 'unknown', transition: 'register', event: event('registered') });

      await expect(move).rejects.toThrow('unknown');
    });
  });

  describe(`${name}: changing`, () => {
    it('changes data without moving', async () => {
      await create();

      const result = await store.update({
        caseId: aCase().caseId,
        changes: { expectedOn: '2027-01-25' },
        event: event('delayed', later),
        expectVersion: 1,
      });

      expect(result).toMatchObject({ ok: true, value: { version: 2, expectedOn: '2027-01-25', state: 'received' } });
      expect((await load()).events.map(({ type }) => type)).toEqual(['received', 'delayed']);
    });

    it('refuses a change of an older version', async () => {
      await create();
      const change = { caseId: aCase().caseId, changes: { caseNumber: 'x' }, event: event('x'), expectVersion: 1 };
      await store.update(change);

      expect(await store.update(change)).toEqual({ ok: false, error: { kind: 'version-conflict' } });
    });

    it('lets one of fifty changes of the same version through', async () => {
      await create();

      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          store.update({
            caseId: aCase().caseId,
            changes: { caseNumber: `n-${n}` },
            event: event(`n-${n}`),
            expectVersion: 1,
          }),
        ),
      );

      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await load()).events).toHaveLength(2);
    });

    it('loses none of twenty changes at once, nor their events', async () => {
      await create();

      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          store.update({ caseId: aCase().caseId, changes: { interpreter: `l-${n}` }, event: event(`change-${n}`) }),
        ),
      );

      const file = await load();
      expect(file.case.version).toBe(21);
      expect(file.events).toHaveLength(21);
    });
  });

  describe(`${name}: records`, () => {
    it('keeps the first of fifty records under one key', async () => {
      await create();
      const { caseId } = aCase();

      const added = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.addOnce(caseId, 'task', { ...task, token: `token-${n}` })),
      );

      expect(added.filter(Boolean)).toHaveLength(1);
      expect((await load()).tasks).toEqual([{ ...task, token: `token-${added.indexOf(true)}` }]);
    });

    it('changes a record only while it is as expected', async () => {
      await create();
      const { caseId } = aCase();
      await store.addOnce(caseId, 'task', task);

      const answer = (answerId: string) =>
        store.change(
          caseId,
          'task',
          'assessment-1',
          { state: 'answered', answerId, answeredBy: { id: 'x', name: 'y' } },
          { state: 'open', token: 'token-1' },
        );
      const won = await Promise.all(Array.from({ length: 50 }, (_, n) => answer(`answer-${n}`)));

      expect(won.filter(Boolean)).toHaveLength(1);
      const answerId = `answer-${won.indexOf(true)}`;
      const expected = { ...task, state: 'answered', answerId, answeredBy: { id: 'x', name: 'y' } };
      expect((await load()).tasks).toEqual([expected]);
    });

    it('does not make a record by changing it', async () => {
      await create();

      expect(await store.change(aCase().caseId, 'task', 'assessment-1', { state: 'expired' })).toBe(false);
      expect((await load()).tasks).toEqual([]);
    });

    it('tells the same event once, and lists in the order things happened', async () => {
      await create();
      const { caseId } = aCase();

      for (const told of [event('b', later), event('a', '2026-11-24T12:00:00.000Z'), event('b', later)])
        await store.appendEvent(caseId, told);

      expect((await load()).events.map(({ type }) => type)).toEqual(['received', 'a', 'b']);
    });

    it('reads a case that needs several pages, with rounds in order of number', async () => {
      await create();
      const { caseId } = aCase();
      const text = 'å'.repeat(20_000);
      const rounds = Array.from({ length: 30 }, (_, n) => n + 1);
      await Promise.all(
        rounds.map((round) =>
          store.addOnce(caseId, 'answer', {
            answerId: `answer-${round}`,
            taskKind: 'assessment',
            taskKey: String(round),
            by: { id: 'x', name: 'y' },
            at,
            answer: { facts: text, reasons: text },
          }),
        ),
      );

      const file = await load();

      expect(file.answers.map(({ answerId }) => answerId)).toEqual(rounds.map((round) => `answer-${round}`));
    });
  });

  describe(`${name}: numbers and lists`, () => {
    it('never gives a number twice, and counts per municipality and year', async () => {
      const numbers = await Promise.all(Array.from({ length: 50 }, () => store.nextNumber('4635', 2026)));

      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
      expect(await store.nextNumber('4635', 2027)).toBe(1);
      expect(await store.nextNumber('3407', 2026)).toBe(1);
    });

    it('lists open cases by state and promised date, page by page, and nothing of another municipality', async () => {
      const days = ['09', '03', '07', '01', '05'];
      for (const day of days) await create({ caseId: `case-${day}`, expectedOn: `2026-12-${day}` });
      await create({ caseId: 'elsewhere', municipality: '3407' });
      await store.transition({ caseId: 'case-05', transition: 'register', event: event('registered') });

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.listOpen({ municipality: '4635', limit: 2, ...(cursor !== undefined && { cursor }) });
        expect(page.caseIds.length).toBeLessThanOrEqual(2);
        seen.push(...page.caseIds);
        cursor = page.cursor;
      } while (cursor !== undefined);

      expect(seen).toEqual(['case-01', 'case-03', 'case-07', 'case-09', 'case-05']);
    });

    it('follows a promised date that is moved', async () => {
      await create({ caseId: 'a', expectedOn: '2026-12-01' });
      await create({ caseId: 'b', expectedOn: '2026-12-02' });

      await store.update({ caseId: 'a', changes: { expectedOn: '2026-12-03' }, event: event('delayed') });

      expect((await store.listOpen({ municipality: '4635', limit: 10 })).caseIds).toEqual(['b', 'a']);
    });

    it('leaves closed cases out', async () => {
      await create({ caseId: 'a' });
      await store.transition({ caseId: 'a', transition: 'withdraw', event: event('withdrawn') });
      expect((await store.listOpen({ municipality: '4635', limit: 10 })).caseIds).toEqual(['a']);

      await store.transition({ caseId: 'a', transition: 'close', event: event('closed') });

      expect((await store.listOpen({ municipality: '4635', limit: 10 })).caseIds).toEqual([]);
    });

    it('lists those that closed since a day, a page at a time', async () => {
      for (const [caseId, day] of [
        ['a', '03'],
        ['b', '01'],
        ['c', '02'],
        ['d', '04'],
      ] as const) {
        await create({ caseId });
        await store.transition({ caseId, transition: 'withdraw', event: event('withdrawn') });
        const changes = { closedAt: `2026-12-${day}T09:00:00.000Z` };
        await store.transition({ caseId, transition: 'close', changes, event: event('closed') });
      }
      const since = { municipality: '4635', since: '2026-12-02', limit: 2 };

      const first = await store.listClosed(since);
      expect(first.caseIds).toEqual(['c', 'a']);
      const second = await store.listClosed({ ...since, ...(first.cursor !== undefined && { cursor: first.cursor }) });
      expect(second.caseIds).toEqual(['d']);
      expect((await store.listClosed({ ...since, municipality: '3407' })).caseIds).toEqual([]);
    });

    it('finds the cases of a person and of whoever sent them in, newest first, in one municipality', async () => {
      const parent = aSubmitter();
      await create({ caseId: 'own', receivedAt: '2026-11-01T09:00:00.000Z' });
      await create({ caseId: 'by-parent', submitter: parent, receivedAt: '2026-11-03T09:00:00.000Z' });
      await create({ caseId: 'by-self', submitter: { ...parent, nationalId: aPerson().nationalId } });
      await create({ caseId: 'elsewhere', municipality: '3407' });

      const mine = await store.listByPerson('4635', aPerson().nationalId);
      const theirs = await store.listByPerson('4635', parent.nationalId ?? '');

      expect(mine.map(({ caseId }) => caseId)).toEqual(['by-self', 'by-parent', 'own']);
      expect(theirs.map(({ caseId }) => caseId)).toEqual(['by-parent']);
      expect(await store.listByPerson('4635', '01010012345')).toEqual([]);
    });

    it('finds every case of a person that has many', async () => {
      const ids = Array.from({ length: 130 }, (_, n) => `case-${String(n).padStart(3, '0')}`);
      await Promise.all(ids.map((caseId) => create({ caseId })));

      expect(await store.listByPerson('4635', aPerson().nationalId)).toHaveLength(130);
    });
  });
}
