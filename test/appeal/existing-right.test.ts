import { expect, test } from 'vitest';
import { createConcludeAppeal } from '../../functions/appeal/conclude-appeal/handler.ts';
import { createRecordAppealDecision } from '../../functions/appeal/record-appeal-decision/handler.ts';
import { createRecordAppealReview } from '../../functions/appeal/record-appeal-review/handler.ts';
import { createRecordCountyOutcome } from '../../functions/appeal/record-county-outcome/handler.ts';
import { createRecordReassessment } from '../../functions/appeal/record-reassessment/handler.ts';
import { countyOutcomePage } from '../../functions/appeal/task-page-county.ts';
import { reassessmentPage } from '../../functions/appeal/task-page-reassessment.ts';
import { appealReviewPage } from '../../functions/appeal/task-page-review.ts';
import { longestText } from '../../functions/core/answers.ts';
import type { Appeal } from '../../functions/core/appeal.ts';
import type { DecidedChange, RightChangeOutcome } from '../../functions/core/decision.ts';
import { changeDecided, laterChange, outcomesOfChange } from '../../functions/core/existing-right.ts';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import type { TaskContext } from '../../functions/tasks/pages/task-page.ts';
import {
  aCase,
  aCaseFile,
  aConcernedRight,
  aCoordinator,
  aDecision,
  anAppeal,
  anEvent,
  approver,
  aTask,
  caseworker,
  granted,
} from '../support/builders.ts';
import { fakeMailer } from '../support/fakes.ts';
import { answered, payload, stored } from '../support/stored.ts';

/** Reassessed before the right is to end, on 1 February 2027. */
const now = '2026-12-10T09:00:00.000Z';
const concerns = aConcernedRight();
const from = concerns.from;
const decided = (outcome: RightChangeOutcome, day = from) =>
  aDecision({ outcomes: outcomesOfChange('plan', outcome), change: { outcome, from: day } });
const file = (outcome: RightChangeOutcome) =>
  aCaseFile({
    case: aCase({ state: 'appealed', concerns, decisionNumber: 1, appealNumber: 1 }),
    decisions: [decided(outcome)],
    appeals: [anAppeal({ decisionNumber: 1 })],
  });
const at = (outcome: RightChangeOutcome, on = now): TaskContext => ({
  ...{ file: file(outcome), task: aTask({ kind: 'reassessment', subject: 'appeal-1' }), language: 'nn', now: on },
  ...{ municipality: mustFindMunicipality('4635'), path: '/t/x' },
});
const said = { facts: 'f', reasons: 'r', statement: 's' };
const faults = (context: TaskContext, values: Record<string, string>) => {
  const parsed = reassessmentPage.parse({ ...said, ...values }, context);
  return parsed.ok ? [] : parsed.error.map(({ field, code }) => `${field}.${code}`);
};

test('an appeal over an existing right is reassessed by what becomes of that right', () => {
  const names = reassessmentPage.fields(at('ended')).map(({ name }) => name);
  expect(names).toEqual(['choice', 'rightChange', 'changeFrom', 'facts', 'reasons', 'statement']);
  expect(reassessmentPage.initial(at('ended'))).toMatchObject({ rightChange: 'ended', changeFrom: from });
  // A change that is taken back decides something else, though the outcome is «granted» before and after.
  const back = { choice: 'changed', rightChange: 'continued', changeFrom: '' };
  expect(faults(at('changed'), back)).toEqual([]);
  expect(reassessmentPage.parse({ ...said, ...back }, at('changed'))).toMatchObject({
    value: { outcomes: outcomesOfChange('plan', 'continued'), change: { outcome: 'continued', from } },
  });
  expect(faults(at('changed'), { choice: 'changed', rightChange: 'changed', changeFrom: from })).toEqual([
    'choice.same-outcomes',
  ]);
  expect(faults(at('ended'), { choice: 'upheld', rightChange: 'ended', changeFrom: '2027-03-01' })).toEqual([
    'choice.other-outcomes',
  ]);
  expect(faults(at('ended'), { choice: 'upheld', rightChange: '', changeFrom: '' })).toEqual([
    'rightChange.required',
    'changeFrom.required',
  ]);
});

test('a new day is neither past nor before the one decided; the day decided may have passed', () => {
  const partly = (changeFrom: string) => ({ choice: 'partly-changed', rightChange: 'ended', changeFrom });
  const march = '2027-03-10T09:00:00.000Z';
  expect(faults(at('ended'), partly('2027-03-01'))).toEqual([]);
  expect(faults(at('ended'), partly('2027-01-01'))).toEqual(['changeFrom.earlier']);
  expect(faults(at('ended', march), partly('2027-03-01'))).toEqual(['changeFrom.past']);
  expect(faults(at('ended', march), { choice: 'upheld', rightChange: 'ended', changeFrom: from })).toEqual([]);
});

const step = (caseId: string, more: object = {}) => payload(caseId, { subject: 'appeal-1', answerId: 'a1', ...more });

/** The decision in force after the leader approved this reassessment. */
async function afterApproval(change: DecidedChange, later: readonly ReturnType<typeof aDecision>[] = []) {
  const answer = { choice: 'changed', outcomes: outcomesOfChange('plan', change.outcome), change, ...said };
  const all = file('ended');
  const approved = { ...answered('appeal-approval', { choice: 'approve' }), answerId: 'a2', by: approver };
  const { store, caseId } = await stored({
    ...all,
    case: { ...all.case, decisionNumber: 1 + later.length },
    decisions: [...all.decisions, ...later],
    appeals: [anAppeal({ decisionNumber: 1, state: 'in-reassessment' })],
    answers: [{ ...answered('reassessment', answer), by: caseworker }, approved],
  });
  await createRecordReassessment({ store })(step(caseId, { round: 1 }));
  await createRecordAppealDecision({ store })(step(caseId, { answerId: 'a2' }));
  const now = await store.load(caseId);
  return now?.decisions.find(({ number }) => number === now.case.decisionNumber);
}

test('the new decision says what becomes of the right, unless somebody else has decided it meanwhile', async () => {
  const goesOn = { outcome: 'continued', from } as const;
  expect(await afterApproval(goesOn)).toMatchObject({ number: 2, afterAppeal: 1, change: goesOn });
  const office = aDecision({ ...decided('ended', '2027-06-01'), number: 2, madeBy: 'county-governor', afterAppeal: 2 });
  expect(await afterApproval(goesOn, [office])).toMatchObject({
    outcomes: { plan: 'refused' },
    change: { outcome: 'ended', from: '2027-06-01' },
  });
});

test('what Statsforvalteren changed is written down as it was decided, and told in the first case', async () => {
  const context = { ...at('ended'), task: aTask({ kind: 'county-outcome', subject: 'appeal-1' }) };
  const names = countyOutcomePage.fields(context).map(({ name }) => name);
  expect(names).toEqual(['choice', 'decidedOn', 'rightChange', 'changeFrom', 'note']);
  const typed = { choice: 'changed', decidedOn: '2026-12-10', note: '' };
  const unsaid = countyOutcomePage.parse(typed, context);
  expect(unsaid.ok ? [] : unsaid.error.map(({ field }) => field)).toEqual(['rightChange', 'changeFrom']);
  // Of a decision that stands nothing more is asked.
  expect(countyOutcomePage.parse({ ...typed, choice: 'upheld' }, context).ok).toBe(true);
  const answer = countyOutcomePage.parse({ ...typed, rightChange: 'changed', changeFrom: '1.9.2027' }, context);
  if (!answer.ok) throw new Error('no answer');
  const { store, caseId } = await stored({
    ...file('ended'),
    appeals: [anAppeal({ decisionNumber: 1, state: 'forwarded' })],
    answers: [answered('county-outcome', answer.value)],
  });
  await createRecordCountyOutcome({ store })(step(caseId));
  const after = await store.load(caseId);
  expect(after && laterChange(after)).toMatchObject({ outcome: 'changed', from: '2027-09-01' });
});

test('a decision from before this was kept says by its outcome what became of the right', () => {
  expect(changeDecided(concerns, { outcomes: granted })).toEqual({ outcome: 'continued', from });
  expect(changeDecided(concerns, { outcomes: { ...granted, plan: 'refused' } })).toEqual({ outcome: 'ended', from });
});

const review = (more: Partial<Appeal> = {}): TaskContext => ({
  ...at('ended'),
  file: { ...file('ended'), appeals: [anAppeal({ decisionNumber: 1, ...more })] },
  task: aTask({ kind: 'appeal-review', subject: 'appeal-1' }),
});
const reviewed = (values: Record<string, string>, more: Partial<Appeal> = {}) => {
  const parsed = appealReviewPage.parse({ choice: 'admissible', reason: '', ...values }, review(more));
  return parsed.ok ? parsed.value : parsed.error.map(({ field, code }) => `${field}.${code}`);
};

test('whoever looks at an appeal over the end of a right says whether it waits; a no has reasons (fvl § 42)', () => {
  const names = (context: TaskContext) => appealReviewPage.fields(context).map(({ name }) => name);
  expect(names(review())).toEqual(['choice', 'reason', 'deferral', 'deferralReason']);
  expect(names(review({ decisionNumber: 0 }))).toEqual(['choice', 'reason']);
  expect(names({ ...review(), file: { ...review().file, decisions: [decided('continued')] } })).toHaveLength(2);
  expect(reviewed({})).toEqual(['deferral.required']);
  expect(reviewed({ deferral: 'refused', deferralReason: ' ' })).toEqual(['deferralReason.required']);
  expect(reviewed({ deferral: 'not-asked' })).toEqual({ choice: 'admissible', reason: '' });
  expect(reviewed({ deferral: 'not-asked' }, { deferralWanted: true })).toEqual(['deferral.asked']);
  expect(reviewed({ deferral: 'granted', deferralReason: '' })).toMatchObject({ deferral: 'granted' });
  expect(reviewed({ deferral: 'refused', deferralReason: 'x'.repeat(longestText + 1) })).toEqual([
    'deferralReason.too-long',
  ]);
  // An appeal that is not taken up has nothing to wait for.
  expect(reviewed({ choice: 'inadmissible', reason: 'r' })).toMatchObject({ choice: 'inadmissible' });
  expect(appealReviewPage.about(review({ deferralWanted: true }))).toMatch(/Klagaren ber om at det ventar.*mogleg/);
});

test('a right whose end waits goes on until the appeal is decided, and the coordinator hears of both', async () => {
  const answer = { choice: 'admissible', reason: '', deferral: 'granted', deferralReason: '' };
  const all = file('ended');
  const { store, caseId } = await stored({
    ...all,
    appeals: [anAppeal({ decisionNumber: 1, state: 'in-review', deferralWanted: true })],
    answers: [answered('appeal-review', answer)],
  });
  const first = aCase({ caseId: concerns.caseId, coordinator: aCoordinator() });
  await store.create({ case: first, submissionKey: 'first', event: anEvent() });
  const mailer = fakeMailer();
  const record = createRecordAppealReview({ store, mailer });
  expect(await record(step(caseId))).toEqual({ outcome: 'deferral' });
  const waiting = await store.load(caseId);
  expect(waiting && laterChange(waiting)).toMatchObject({ outcome: 'ended', deferred: true });
  await createConcludeAppeal({ store, mailer })(step(caseId, { now: '2027-04-06T09:00:00.000Z' }));
  const over = await store.load(caseId);
  // It should have ended on 1 February, and did when the wait was over.
  expect(over && laterChange(over)).toMatchObject({ outcome: 'ended', from: '2027-04-06', deferred: false });
  expect(mailer.sent.map(({ key, to }) => [key, to])).toEqual([
    ['deferral-1', aCoordinator().email],
    ['deferral-over-1', aCoordinator().email],
  ]);
});

test('a no to waiting is kept with its reasons, and nobody is told that the right goes on', async () => {
  const answer = { choice: 'admissible', reason: '', deferral: 'refused', deferralReason: 'Ny plan er klar.' };
  const { store, caseId } = await stored({
    ...file('ended'),
    appeals: [anAppeal({ decisionNumber: 1, state: 'in-review' })],
    answers: [answered('appeal-review', answer)],
  });
  const mailer = fakeMailer();
  expect(await createRecordAppealReview({ store, mailer })(step(caseId))).toEqual({ outcome: 'deferral' });
  const found = await store.load(caseId);
  expect(found?.appeals[0]?.review).toMatchObject({ deferral: { granted: false, reason: 'Ny plan er klar.' } });
  expect(found && laterChange(found)).toMatchObject({ deferred: false });
  expect(mailer.sent).toEqual([]);
});

test('a wait ends with word to the coordinator where the right still ends, and without where it goes on', async () => {
  const waited = { admissible: true, reason: '', deferral: { granted: true, reason: '' }, by: caseworker, at: now };
  const told = async (outcome: RightChangeOutcome, day = from) => {
    const all = file('ended');
    const { store, caseId } = await stored({
      ...all,
      case: { ...all.case, decisionNumber: 2 },
      decisions: [...all.decisions, { ...decided(outcome, day), number: 2, afterAppeal: 1 }],
      appeals: [anAppeal({ decisionNumber: 1, state: 'forwarded', review: waited })],
    });
    const first = aCase({ caseId: concerns.caseId, coordinator: aCoordinator() });
    await store.create({ case: first, submissionKey: 'first', event: anEvent() });
    const mailer = fakeMailer();
    await createConcludeAppeal({ store, mailer })(step(caseId, { now: '2027-04-06T09:00:00.000Z' }));
    const over = await store.load(caseId);
    return [mailer.sent.length, over && laterChange(over)?.from];
  };
  expect(await told('ended', '2027-03-01')).toEqual([1, '2027-04-06']);
  expect(await told('ended', '2027-05-01')).toEqual([1, '2027-05-01']);
  expect(await told('continued')).toEqual([0, undefined]);
});
