import { describe, expect, test } from 'vitest';
import { createConcludeAppeal } from '../../functions/appeal/conclude-appeal/handler.ts';
import { createForwardAppeal } from '../../functions/appeal/forward-appeal/handler.ts';
import { createRecordAppealDecision } from '../../functions/appeal/record-appeal-decision/handler.ts';
import { createRecordAppealReview } from '../../functions/appeal/record-appeal-review/handler.ts';
import { createRecordCountyOutcome } from '../../functions/appeal/record-county-outcome/handler.ts';
import { createRecordReassessment } from '../../functions/appeal/record-reassessment/handler.ts';
import { createRegisterAppeal } from '../../functions/appeal/register-appeal/handler.ts';
import type { Appeal, Reassessment } from '../../functions/core/appeal.ts';
import { isDismissed } from '../../functions/core/appeal-state.ts';
import type { Result } from '../../functions/core/result.ts';
import type { OfficePost } from '../../functions/platform/peers/svarut-forms.ts';
import { aCase, aDecision, aLetter, anAppeal, caseworker, granted } from '../support/builders.ts';
import { fakeMailer, fakeObjects } from '../support/fakes.ts';
import { answered, payload, stored } from '../support/stored.ts';

const reassessment: Reassessment = {
  round: 1,
  outcome: 'changed',
  outcomes: granted,
  facts: 'f',
  reasons: 'r',
  statement: 's',
  by: caseworker,
  at: '2026-12-10T09:00:00.000Z',
};
const appealed = (appeal: Partial<Appeal>) => ({
  case: aCase({ state: 'appealed', decisionNumber: 1, appealNumber: 1 }),
  decisions: [aDecision({ number: 1 })],
  appeals: [anAppeal({ number: 1, ...appeal })],
});
const step = (caseId: string, more: object = {}) => payload(caseId, { subject: 'appeal-1', answerId: 'a1', ...more });

test('a received appeal is taken in hand once', async () => {
  const { store, caseId } = await stored(appealed({ state: 'received' }));
  const register = createRegisterAppeal({ store });
  expect(await register(step(caseId))).toEqual({ outcome: 'registered' });
  expect(await register(step(caseId))).toEqual({ outcome: 'in-review' });
});

test('a lost appeal sent again within a week is in time, as a human found (fvl § 30)', async () => {
  const answer = { choice: 'admissible', reason: '', heardLostOn: '2026-12-08' };
  const answers = [answered('appeal-review', answer)];
  const { store, caseId } = await stored({ ...appealed({ state: 'in-review', inTime: false }), answers });
  expect(await createRecordAppealReview({ store, mailer: fakeMailer() })(step(caseId))).toEqual({
    outcome: 'admissible',
  });
  const [appeal] = (await store.load(caseId))?.appeals ?? [];
  expect(appeal).toMatchObject({ inTime: true, review: { admissible: true, heardLostOn: '2026-12-08' } });
});

test('a request for supervision is sent on as it came, and is no appeal (pbrl § 7-4)', async () => {
  const answers = [answered('appeal-review', { choice: 'supervision', reason: '' })];
  const receipt = aLetter({ kind: 'appeal-receipt', key: 'a1-1', subject: 'appeal-1', object: 'letters/r.pdf' });
  const { store, caseId } = await stored({
    ...appealed({ state: 'in-review' }),
    answers,
    letters: [aLetter(), receipt],
  });
  expect(await createRecordAppealReview({ store, mailer: fakeMailer() })(step(caseId))).toEqual({
    outcome: 'supervision',
  });
  const put: string[] = [];
  const objects = {
    putOnce: async (_: string, body: Uint8Array) => put.push(Buffer.from(body).toString('utf8')) > 0,
    get: async () => undefined,
  };
  const mailer = fakeMailer();
  const forward = createForwardAppeal({ store, objects, mailer, svarUt: undefined });
  for (const _ of [1, 2]) expect(await forward(step(caseId, { round: 1 }))).toEqual({ outcome: 'forwarded' });
  const file = await store.load(caseId);
  expect(file?.appeals[0]).toMatchObject({ state: 'in-review', review: { admissible: false, supervision: true } });
  expect(isDismissed(file?.appeals[0] ?? anAppeal())).toBe(false);
  expect(file?.events.filter(({ type }) => type === 'supervision-forwarded')).toHaveLength(1);
  const [sent = '{}'] = put;
  expect(JSON.parse(sent).documents.map((each: { object: string }) => each.object)).toEqual(['letters/r.pdf']);
});

test('a human finds the appeal inadmissible, with the reason kept', async () => {
  const answers = [answered('appeal-review', { choice: 'inadmissible', reason: 'For seint.' })];
  const { store, caseId } = await stored({ ...appealed({ state: 'in-review' }), answers });
  expect(await createRecordAppealReview({ store, mailer: fakeMailer() })(step(caseId))).toEqual({
    outcome: 'inadmissible',
  });
  expect((await store.load(caseId))?.appeals[0]?.review).toMatchObject({ admissible: false, reason: 'For seint.' });
});

test('the reassessment goes to the leader', async () => {
  const answers = [
    answered('reassessment', { choice: 'upheld', outcomes: granted, facts: 'f', reasons: 'r', statement: 's' }),
  ];
  const { store, caseId } = await stored({ ...appealed({ state: 'in-reassessment' }), answers });
  const outcome = await createRecordReassessment({ store })(step(caseId, { round: 3 }));
  expect(outcome).toEqual({ outcome: 'reassessed' });
  expect((await store.load(caseId))?.appeals[0]).toMatchObject({ state: 'in-approval', reassessment: { round: 3 } });
});

const approve = answered('appeal-approval', { choice: 'approve' }, 'gulen-approver');

test('a decision changed in full takes the case out of the appeal, also when the step is tried again', async () => {
  const { store, caseId } = await stored({ ...appealed({ state: 'in-approval', reassessment }), answers: [approve] });
  const record = createRecordAppealDecision({ store });
  expect(await record(step(caseId))).toEqual({ outcome: 'changed' });
  expect(await record(step(caseId))).toEqual({ outcome: 'changed' });
  const file = await store.load(caseId);
  expect(file?.case).toMatchObject({ state: 'decided', decisionNumber: 2 });
  expect(file?.decisions).toHaveLength(2);
  expect(file?.decisions.find((decision) => decision.number === 2)?.afterAppeal).toBe(1);
});

test('a decision changed in part leaves the rest of the appeal to Statsforvalteren', async () => {
  const part: Reassessment = { ...reassessment, outcome: 'partly-changed' };
  const { store, caseId } = await stored({
    ...appealed({ state: 'in-approval', reassessment: part }),
    answers: [approve],
  });
  expect(await createRecordAppealDecision({ store })(step(caseId))).toEqual({ outcome: 'partly-changed' });
  expect((await store.load(caseId))?.case).toMatchObject({ state: 'appealed', decisionNumber: 2 });
});

describe('an appeal over the service, while the application is assessed', () => {
  const undecided = { plan: 'not-applied', coordinator: 'not-applied', childCoordinator: 'not-applied' } as const;
  const overService = (appeal: Partial<Appeal>) => ({
    case: aCase({ state: 'in-assessment', appealNumber: 1 }),
    appeals: [anAppeal({ decisionNumber: 0, ...appeal })],
  });

  test.each([
    ['changed', 'remedied'],
    ['partly-changed', 'partly-remedied'],
    ['upheld', 'upheld'],
  ] as const)('%s makes no decision and leaves the casework alone: %s', async (outcome, told) => {
    const proposal = { ...reassessment, outcome, outcomes: undecided };
    const { store, caseId } = await stored({
      ...overService({ state: 'in-approval', reassessment: proposal }),
      answers: [approve],
    });
    const record = createRecordAppealDecision({ store });
    expect(await record(step(caseId))).toEqual({ outcome: told });
    expect(await record(step(caseId))).toEqual({ outcome: told });
    const file = await store.load(caseId);
    expect(file?.case).toMatchObject({ state: 'in-assessment', decisionNumber: 0 });
    expect(file?.decisions).toEqual([]);
  });

  test('what Statsforvalteren says of it is kept, and makes no decision', async () => {
    const answers = [county({ choice: 'changed' })];
    const { store, caseId } = await stored({ ...overService({ state: 'forwarded' }), answers });
    expect(await createRecordCountyOutcome({ store })(step(caseId))).toEqual({ outcome: 'followed-up' });
    const file = await store.load(caseId);
    expect(file?.appeals[0]).toMatchObject({ state: 'concluded', county: { outcome: 'changed' } });
    expect(file?.decisions).toEqual([]);
  });

  test('it ends without closing the case', async () => {
    const { store, caseId } = await stored(overService({ state: 'in-approval' }));
    expect(await createConcludeAppeal({ store, mailer: fakeMailer() })(step(caseId))).toEqual({ outcome: 'concluded' });
    expect((await store.load(caseId))?.case.state).toBe('in-assessment');
  });
});

test('the one who reassessed cannot approve', async () => {
  const own = answered('appeal-approval', { choice: 'approve' }, caseworker.id);
  const { store, caseId } = await stored({ ...appealed({ state: 'in-approval', reassessment }), answers: [own] });
  await expect(createRecordAppealDecision({ store })(step(caseId))).rejects.toThrow(
    expect.objectContaining({ name: 'WrongStateError' }),
  );
});

test('a withdrawn appeal is never overwritten', async () => {
  const { store, caseId } = await stored({ ...appealed({ state: 'withdrawn', reassessment }), answers: [approve] });
  expect(await createRecordAppealDecision({ store })(step(caseId))).toEqual({ outcome: 'withdrawn' });
});

test('the statement and the case documents are laid out for Statsforvalteren, and only references', async () => {
  const statement = aLetter({ kind: 'appeal-forwarded', key: 'a1-2', subject: 'appeal-1' });
  const decision = aLetter({ kind: 'decision', key: '1' });
  const { store, caseId } = await stored({ ...appealed({ state: 'in-approval' }), letters: [decision, statement] });
  const put: [string, string][] = [];
  const mails: string[] = [];
  const objects = {
    putOnce: async (key: string, body: Uint8Array) => put.push([key, Buffer.from(body).toString()]) > 0,
    get: async () => undefined,
  };
  const mailer = { send: async (mail: { to: string }) => void mails.push(mail.to) };
  await createForwardAppeal({ store, objects, mailer, svarUt: undefined })(step(caseId, { round: 2 }));
  const [key, body] = put[0] ?? ['', ''];
  expect(key).toBe(`outgoing/county-governor/4635/${caseId}/a1-2.json`);
  expect(JSON.parse(body).documents.map((d: { letterId: string }) => d.letterId)).toEqual([
    'appeal-forwarded-a1-2',
    'decision-1',
  ]);
  expect(body).not.toContain('Kari');
  expect(mails).toHaveLength(1);
  expect((await store.load(caseId))?.appeals[0]).toMatchObject({ state: 'forwarded' });
});

test('by SvarUt where there is an account, and the post room is left alone; else, and when refused, it is told', async () => {
  const forwardBy = async (answer: Result<string, 'no-account' | 'refused'>) => {
    const statement = aLetter({ kind: 'appeal-forwarded', key: 'a1-2', subject: 'appeal-1', object: 'letters/s.pdf' });
    const decision = aLetter({ kind: 'decision', key: '1', object: 'letters/d.pdf' });
    const { store, caseId } = await stored({ ...appealed({ state: 'in-approval' }), letters: [decision, statement] });
    const sent: OfficePost[] = [];
    const svarUt = {
      send: async (_municipality: string, post: OfficePost) => {
        sent.push(post);
        return answer;
      },
      print: async () => answer,
      fate: async () => 'under-way' as const,
    };
    const objects = fakeObjects({ 'letters/s.pdf': 'statement', 'letters/d.pdf': 'decision' });
    const mailer = fakeMailer();
    const forward = createForwardAppeal({ store, objects, mailer, svarUt });
    for (const _ of [1, 2]) await forward(step(caseId, { round: 2 }));
    const letters = (await store.load(caseId))?.letters ?? [];
    return { sent, mails: mailer.sent, shipment: letters.find(({ kind }) => kind === 'appeal-forwarded')?.shipment };
  };
  const taken = await forwardBy({ ok: true, value: 'shipment-1' });
  expect(taken).toMatchObject({ mails: [], shipment: { id: 'shipment-1', state: 'sent' } });
  expect(taken.sent).toHaveLength(1);
  expect(taken.sent[0]).toMatchObject({ organisationNumber: '974760665', name: 'Statsforvaltaren i Vestland' });
  expect(taken.sent[0]?.title).toBe('Oversending av klage, sak GULEN-2026-000012');
  expect(taken.sent[0]?.files.map(({ name, pdf }) => [name, Buffer.from(pdf).toString()])).toEqual([
    ['1-appeal-forwarded.pdf', 'statement'],
    ['2-decision.pdf', 'decision'],
  ]);
  for (const error of ['no-account', 'refused'] as const) {
    const left = await forwardBy({ ok: false, error });
    expect(left.shipment).toBeUndefined();
    expect(left.mails.map(({ template }) => template)).toEqual(['forwarded']);
  }
});

const county = (answer: object) =>
  answered('county-outcome', { note: '', decidedOn: '2027-02-01', ...answer }, 'gulen-caseworker');

test('sent back: the municipality has a new month', async () => {
  const { store, caseId } = await stored({
    ...appealed({ state: 'forwarded' }),
    answers: [county({ choice: 'sent-back' })],
  });
  const now = '2027-02-03T09:00:00.000Z';
  expect(await createRecordCountyOutcome({ store })(step(caseId, { now }))).toEqual({ outcome: 'sent-back' });
  expect((await store.load(caseId))?.appeals[0]).toMatchObject({ state: 'in-reassessment', expectedOn: '2027-03-03' });
});

test("Statsforvalteren's change comes into force and counts as known", async () => {
  const { store, caseId } = await stored({
    ...appealed({ state: 'forwarded' }),
    answers: [county({ choice: 'changed', outcomes: granted })],
  });
  expect(await createRecordCountyOutcome({ store })(step(caseId))).toEqual({ outcome: 'changed' });
  const file = await store.load(caseId);
  expect(file?.case).toMatchObject({ state: 'notified', decisionNumber: 2 });
  expect(file?.decisions.find((decision) => decision.number === 2)).toMatchObject({ madeBy: 'county-governor' });
});

describe('the two parts of an appeal, each decided in its time', () => {
  const refused = { plan: 'refused', coordinator: 'refused', childCoordinator: 'not-applied' } as const;
  const ownPart = { ...refused, coordinator: 'granted' } as const;
  const decisions = [
    aDecision({ number: 1, outcomes: refused }),
    aDecision({ number: 2, outcomes: ownPart, afterAppeal: 1 }),
  ];
  const forwarded = anAppeal({ number: 1, state: 'forwarded' });
  const changed = county({ choice: 'changed', outcomes: { ...refused, plan: 'granted' } });

  test.each([
    ['decided', 'notified'],
    ['notified', 'notified'],
    ['closed', 'notified'],
    ['appealed', 'notified'],
  ] as const)("Statsforvalteren's part joins a case that is %s", async (state, after) => {
    const found = aCase({ state, decisionNumber: 2, appealNumber: 1 });
    const { store, caseId } = await stored({ case: found, decisions, appeals: [forwarded], answers: [changed] });
    const record = createRecordCountyOutcome({ store });
    expect(await record(step(caseId))).toEqual({ outcome: 'changed' });
    expect(await record(step(caseId))).toEqual({ outcome: 'changed' });
    const file = await store.load(caseId);
    expect(file?.case).toMatchObject({ state: after, decisionNumber: 3 });
    expect(file?.decisions).toHaveLength(3);
    const both = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' };
    expect(file?.decisions.find(({ number }) => number === 3)).toMatchObject({
      madeBy: 'county-governor',
      outcomes: both,
    });
  });

  const second = anAppeal({ number: 2, decisionNumber: 2, state: 'in-approval', reassessment });
  const appealedTwice = aCase({ state: 'appealed', decisionNumber: 2, appealNumber: 2 });

  test('the case stays under appeal while the other one is open, and closes with the last', async () => {
    const { store, caseId } = await stored({
      case: appealedTwice,
      decisions,
      appeals: [forwarded, second],
      answers: [approve, { ...changed, answerId: 'a2' }],
    });
    expect(await createRecordAppealDecision({ store })(step(caseId, { subject: 'appeal-2' }))).toEqual({
      outcome: 'changed',
    });
    expect((await store.load(caseId))?.case).toMatchObject({ state: 'appealed', decisionNumber: 3 });
    expect(await createConcludeAppeal({ store, mailer: fakeMailer() })(step(caseId, { subject: 'appeal-2' }))).toEqual({
      outcome: 'concluded',
    });
    await createRecordCountyOutcome({ store })(step(caseId, { answerId: 'a2' }));
    expect((await store.load(caseId))?.case).toMatchObject({ state: 'notified', decisionNumber: 4 });
  });

  test("Statsforvalteren's word while the other appeal is in hand leaves the case under appeal", async () => {
    const answers = [changed];
    const { store, caseId } = await stored({ case: appealedTwice, decisions, appeals: [forwarded, second], answers });
    await createRecordCountyOutcome({ store })(step(caseId));
    expect((await store.load(caseId))?.case).toMatchObject({ state: 'appealed', decisionNumber: 3 });
    expect(await createConcludeAppeal({ store, mailer: fakeMailer() })(step(caseId))).toEqual({ outcome: 'concluded' });
    expect(await createConcludeAppeal({ store, mailer: fakeMailer() })(step(caseId, { subject: 'appeal-2' }))).toEqual({
      outcome: 'closed',
    });
  });

  test('a number the other part took in the same moment is not given twice', async () => {
    const found = aCase({ state: 'appealed', decisionNumber: 2, appealNumber: 1 });
    const { store, caseId } = await stored({ case: found, decisions, appeals: [forwarded], answers: [changed] });
    const taken = aDecision({ number: 3, outcomes: ownPart, afterAppeal: 9 });
    let first = true;
    const addOnce: typeof store.addOnce = async (id, type, record) => {
      if (first) await store.addOnce(id, 'decision', taken);
      first = false;
      return store.addOnce(id, type, record);
    };
    await createRecordCountyOutcome({ store: { ...store, addOnce } })(step(caseId));
    const file = await store.load(caseId);
    expect(file?.case.decisionNumber).toBe(4);
    expect(file?.decisions.map(({ number, afterAppeal }) => [number, afterAppeal])).toContainEqual([4, 1]);
  });
});

test('the case closes with its last open appeal', async () => {
  const { store, caseId } = await stored(appealed({ state: 'concluded' }));
  expect(await createConcludeAppeal({ store, mailer: fakeMailer() })(step(caseId))).toEqual({ outcome: 'closed' });
  expect((await store.load(caseId))?.case.state).toBe('closed');
});
