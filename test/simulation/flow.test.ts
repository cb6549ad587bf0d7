import { expect, test } from 'vitest';
import { failed, ok } from '../infra/local/states/support.ts';
import { Machine } from './machine.ts';

const assessed = { DetermineConsent: 'given', RecordAssessment: 'assessed', RecordDecision: 'approved' };
const answered = { outcome: 'answered', answerId: 'a' };

async function decided(machine: Machine): Promise<void> {
  await machine.answer('assessment', answered);
  await machine.answer('approval', answered);
}

test('a decided case waits for opening, coordinator and appeal, and closes after the deadline', async () => {
  const machine = new Machine(assessed);
  await machine.start('application');
  await decided(machine);
  expect(machine.open.map(({ about }) => about).toSorted()).toEqual(['appeal', 'appoint-coordinator', 'opening']);
  await machine.answer('opening', { outcome: 'opened' });
  await machine.answer('appoint-coordinator', answered);
  machine.endAppealDeadline();
  await machine.days(29);
  expect(machine.calls('CloseCase')).toBe(1);
  expect(await machine.executions()).toEqual([['c', 'SUCCEEDED']]);
});

test('an unopened letter is notified again after a week and printed after two', async () => {
  const machine = new Machine(assessed);
  await machine.start('application');
  await decided(machine);
  await machine.days(6.9);
  expect(machine.calls('NotifyAgain')).toBe(0);
  await machine.days(0.2);
  expect([machine.calls('NotifyAgain'), machine.calls('SendOnPaper')]).toEqual([1, 0]);
  await machine.days(7);
  expect([machine.calls('NotifyAgain'), machine.calls('SendOnPaper')]).toEqual([1, 1]);
});

test('a case nobody answers goes on in a new execution before its year is over, with a notice every month', async () => {
  const machine = new Machine({ ...assessed, RecordDelay: 'notice' });
  await machine.start('application');
  await machine.days(400);
  expect(await machine.executions()).toEqual([
    ['c', 'SUCCEEDED'],
    ['c-part-2-Assess', 'RUNNING'],
  ]);
  expect(machine.calls('RegisterCase')).toBe(1);
  expect(machine.calls('RecordDelay')).toBeGreaterThanOrEqual(13);
  const rounds = machine.bench.calls
    .filter((call) => call.name === 'OpenTask' && JSON.stringify(call.payload).includes('"assessment"'))
    .map((call) => (call.payload as { round: number }).round);
  expect(new Set(rounds).size).toBe(rounds.length);
  await decided(machine);
  expect(machine.calls('RecordDecision')).toBe(1);
});

test('a coordinator nobody appoints is asked for until somebody does, over the year as well', async () => {
  const machine = new Machine(assessed);
  await machine.start('application');
  await decided(machine);
  machine.endAppealDeadline();
  await machine.days(400);
  expect(await machine.executions()).toEqual([
    ['c', 'SUCCEEDED'],
    ['c-part-2-AfterDecision', 'RUNNING'],
  ]);
  expect(machine.calls('CloseCase')).toBe(0);
  await machine.answer('appoint-coordinator', answered);
  expect((await machine.executions()).at(-1)).toEqual(['c-part-2-AfterDecision', 'SUCCEEDED']);
});

test('silence on a consent is asked for twice more, then a caseworker takes over', async () => {
  const machine = new Machine({
    ...assessed,
    DetermineConsent: 'needed',
    RecordConsent: 'unanswered',
    RecordDelay: 'notice',
  });
  await machine.start('application');
  await machine.days(41);
  expect(machine.open.filter(({ about }) => about === 'assessment')).toHaveLength(0);
  await machine.days(2);
  expect(machine.calls('RecordConsent')).toBe(1);
  expect(machine.open.some(({ about }) => about === 'assessment')).toBe(true);
});

test('a withdrawal ends both lanes', async () => {
  const machine = new Machine(assessed);
  await machine.start('application');
  await machine.answer('assessment', { outcome: 'withdrawn' });
  expect(machine.calls('RecordAssessment')).toBe(0);
  expect(await machine.executions()).toEqual([['c', 'SUCCEEDED']]);
});

test('a failing step holds its lane only; after retry it goes on, after stop a redrive asks again', async () => {
  const machine = new Machine({ ...assessed, RecordDelay: 'notice' });
  const broken = () => failed('LetterRenderingError');
  machine.bench.functions.RenderLetter = broken;
  const executionArn = await machine.start('application');
  await machine.days(1);
  expect(machine.open.find(({ about }) => about === 'hold')?.payload).toMatchObject({
    lane: 'casework',
    stateName: 'RenderReceipt',
    error: 'LetterRenderingError',
  });
  expect(machine.open.some(({ about }) => about === 'clock')).toBe(true);
  await machine.stop();
  expect(await machine.executions()).toEqual([['c', 'FAILED']]);
  await machine.bench.api('RedriveExecution', { executionArn });
  await machine.bench.engine.idle();
  machine.bench.functions.RenderLetter = () => ok();
  await machine.answer('hold', { action: 'retry' });
  expect(machine.open.some(({ about }) => about === 'assessment')).toBe(true);
  expect(await machine.executions()).toEqual([['c', 'RUNNING']]);
});

test('an appeal that is changed starts the three lanes for the new decision', async () => {
  const machine = new Machine({
    RecordAppealReview: 'admissible',
    RecordReassessment: 'reassessed',
    RecordAppealDecision: 'changed',
  });
  await machine.start('appeal', { appealNumber: 1 });
  for (const kind of ['appeal-review', 'reassessment', 'appeal-approval']) await machine.answer(kind, answered);
  expect(await machine.executions('appeal')).toEqual([['c', 'SUCCEEDED']]);
  expect(await machine.executions()).toEqual([['c-after-appeal-1-1', 'RUNNING']]);
});

test('Statsforvalteren’s change of the rest of an appeal starts the lanes once more, beside the first part’s', async () => {
  const machine = new Machine({
    RecordAppealReview: 'admissible',
    RecordReassessment: 'reassessed',
    RecordAppealDecision: 'partly-changed',
    RecordCountyOutcome: 'changed',
  });
  await machine.start('appeal', { appealNumber: 1 });
  for (const kind of ['appeal-review', 'reassessment', 'appeal-approval', 'county-outcome'])
    await machine.answer(kind, answered);
  expect((await machine.executions()).map(([name]) => name)).toEqual(['c-after-appeal-1-1', 'c-after-appeal-1-2']);
});

test('an appeal sent back by Statsforvalteren is reassessed anew, with a month of its own', async () => {
  const machine = new Machine({
    RecordAppealReview: 'admissible',
    RecordReassessment: 'reassessed',
    RecordAppealDecision: 'upheld',
    RecordCountyOutcome: 'sent-back',
  });
  await machine.start('appeal', { appealNumber: 1 });
  for (const kind of ['appeal-review', 'reassessment', 'appeal-approval']) await machine.answer(kind, answered);
  await machine.days(300);
  expect((await machine.executions('appeal')).at(-1)?.[1]).toBe('RUNNING');
  await machine.answer('county-outcome', answered);
  expect(machine.open.map(({ about }) => about).toSorted()).toEqual(expect.arrayContaining(['clock', 'reassessment']));
  machine.outcomes.RecordCountyOutcome = 'upheld';
  for (const kind of ['reassessment', 'appeal-approval', 'county-outcome']) await machine.answer(kind, answered);
  expect((await machine.executions('appeal')).at(-1)?.[1]).toBe('SUCCEEDED');
  expect(machine.calls('ConcludeAppeal')).toBe(1);
});

test('an appeal over the service that succeeds is answered by a letter and starts nothing anew', async () => {
  const machine = new Machine({ RecordAppealReview: 'admissible', RecordAppealDecision: 'remedied' });
  await machine.start('appeal', { appealNumber: 1 });
  for (const question of ['appeal-review', 'reassessment', 'appeal-approval']) await machine.answer(question, answered);
  expect([machine.calls('ForwardAppeal'), machine.calls('ConcludeAppeal')]).toEqual([0, 1]);
  expect([await machine.executions('application'), await machine.executions('appeal')]).toEqual([
    [],
    [['c', 'SUCCEEDED']],
  ]);
});

test('the rest of an appeal over the service goes to Statsforvalteren, whose word starts nothing anew', async () => {
  const outcomes = { RecordAppealDecision: 'partly-remedied', RecordCountyOutcome: 'followed-up' };
  const machine = new Machine({ RecordAppealReview: 'admissible', ...outcomes });
  await machine.start('appeal', { appealNumber: 1 });
  for (const question of ['appeal-review', 'reassessment', 'appeal-approval']) await machine.answer(question, answered);
  expect(machine.calls('ForwardAppeal')).toBe(1);
  await machine.answer('county-outcome', answered);
  expect(machine.calls('ConcludeAppeal')).toBe(1);
  expect(await machine.executions('application')).toEqual([]);
});
