import { expect, test } from 'vitest';
import { createConcludeAppeal } from '../../functions/appeal/conclude-appeal/handler.ts';
import { createRecordAssessment } from '../../functions/assessment/record-assessment/handler.ts';
import { createCloseCase } from '../../functions/decision/close-case/handler.ts';
import { createPlanAppealDeadline } from '../../functions/decision/plan-appeal-deadline/handler.ts';
import { createRecordDecision } from '../../functions/decision/record-decision/handler.ts';
import { aCase, aDecision, aLetter, anAppeal, anAssessment, granted } from '../support/builders.ts';
import { fakeMailer } from '../support/fakes.ts';
import { answered, payload, stored } from '../support/stored.ts';

const inApproval = { case: aCase({ state: 'in-approval' }), assessments: [anAssessment()] };
const approve = answered('approval', { choice: 'approve' }, 'gulen-approver');

test('the proposal is kept and goes to approval', async () => {
  const answer = { outcomes: granted, facts: 'f', reasons: '', personsView: '' };
  const { store, caseId } = await stored({
    case: aCase({ state: 'in-assessment' }),
    answers: [answered('assessment', answer)],
  });
  const outcome = await createRecordAssessment({ store })(payload(caseId, { answerId: 'a1', round: 2 }));
  expect(outcome).toEqual({ outcome: 'assessed' });
  const file = await store.load(caseId);
  expect(file?.case.state).toBe('in-approval');
  expect(file?.assessments[0]).toMatchObject({ round: 2, outcomes: granted });
  // An answer from before the act was asked for changes nothing.
  expect(file?.case.legalBasis).toBe('health');
});

test('the act a caseworker chose is the case’s, and sets the wait for an appeal (fvl § 29)', async () => {
  const outcomes = { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'not-applied' };
  const answer = { outcomes, legalBasis: 'social-services', facts: 'f', reasons: 'r', personsView: '' };
  const { store, caseId } = await stored({
    case: aCase({ state: 'in-assessment' }),
    answers: [answered('assessment', answer)],
  });
  await createRecordAssessment({ store })(payload(caseId, { answerId: 'a1', round: 1 }));
  const found = (await store.load(caseId))?.case;
  expect(found).toMatchObject({ legalBasis: 'social-services', state: 'in-approval' });
  const { legalBasis } = found ?? aCase();
  const onlyPlan = aDecision({
    outcomes: { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'declined' },
  });
  const wait = async (decision: ReturnType<typeof aDecision>) => {
    const decided = { ...notified, case: aCase({ ...notified.case, legalBasis }), decisions: [decision] };
    const next = await stored({ ...decided, letters: [digital] });
    return createPlanAppealDeadline({ store: next.store })(payload(next.caseId));
  };
  expect(await wait(onlyPlan)).toEqual({ outcome: 'wait', until: '2026-12-17T23:00:00.000Z' });
  // A coordinator is a right under pbrl whatever the act of the plan is: then four weeks hold for the whole letter.
  expect(await wait(aDecision())).toEqual({ outcome: 'wait', until: '2026-12-24T23:00:00.000Z' });
});

test('what is missing is asked for while the case stays where it is and the clock runs', async () => {
  const answer = { choice: 'ask', missing: 'm', helpfulBy: '2026-12-11', kept: { facts: 'f' } };
  const given = { answers: [answered('assessment', answer)] };
  const { store, caseId } = await stored({ case: aCase({ state: 'in-assessment' }), ...given });
  const step = createRecordAssessment({ store });
  for (const _ of [1, 2])
    expect(await step(payload(caseId, { answerId: 'a1', round: 1 }))).toEqual({ outcome: 'asked' });
  const file = await store.load(caseId);
  expect(file?.case).toMatchObject({ state: 'in-assessment', expectedOn: aCase().expectedOn });
  expect(file?.assessments).toEqual([]);
  expect(file?.events.filter(({ type }) => type === 'information-asked')).toHaveLength(1);
  const gone = await stored({ case: aCase({ state: 'withdrawn' }), ...given });
  const late = await createRecordAssessment({ store: gone.store })(payload(gone.caseId, { answerId: 'a1', round: 1 }));
  expect(late).toEqual({ outcome: 'withdrawn' });
});

test('an approved proposal becomes decision number one, also when the step is tried again', async () => {
  const { store, caseId } = await stored({ ...inApproval, answers: [approve] });
  const step = createRecordDecision({ store });
  expect(await step(payload(caseId, { answerId: 'a1' }))).toEqual({ outcome: 'approved' });
  expect(await step(payload(caseId, { answerId: 'a1' }))).toEqual({ outcome: 'approved' });
  const file = await store.load(caseId);
  expect(file?.case).toMatchObject({ state: 'decided', decisionNumber: 1 });
  expect(file?.decisions).toHaveLength(1);
  expect(file?.decisions[0]?.approvedBy.id).toBe('gulen-approver');
});

test('a returned proposal goes back to the caseworker', async () => {
  const answers = [answered('approval', { choice: 'return', comment: 'mer' }, 'gulen-approver')];
  const { store, caseId } = await stored({ ...inApproval, answers });
  expect(await createRecordDecision({ store })(payload(caseId, { answerId: 'a1' }))).toEqual({ outcome: 'returned' });
  expect((await store.load(caseId))?.case.state).toBe('in-assessment');
});

test('the assessor cannot approve', async () => {
  const answers = [answered('approval', { choice: 'approve' }, anAssessment().assessedBy.id)];
  const { store, caseId } = await stored({ ...inApproval, answers });
  await expect(createRecordDecision({ store })(payload(caseId, { answerId: 'a1' }))).rejects.toThrow(
    expect.objectContaining({ name: 'WrongStateError' }),
  );
  expect((await store.load(caseId))?.decisions).toHaveLength(0);
});

test('a withdrawal in the same moment leaves no decision', async () => {
  const { store, caseId } = await stored({ ...inApproval, case: aCase({ state: 'withdrawn' }), answers: [approve] });
  expect(await createRecordDecision({ store })(payload(caseId, { answerId: 'a1' }))).toEqual({ outcome: 'withdrawn' });
  expect((await store.load(caseId))?.decisions).toHaveLength(0);
});

test('a case is not closed over an appeal that goes on beside it: the appeal closes it at its end', async () => {
  const appeals = [anAppeal({ decisionNumber: 0, about: 'service', state: 'in-reassessment' })];
  for (const state of ['notified', 'withdrawn'] as const) {
    const { store, caseId } = await stored({ case: aCase({ state, decisionNumber: 0 }), appeals });
    expect(await createCloseCase({ store })(payload(caseId))).toEqual({ outcome: 'appealed' });
    expect((await store.load(caseId))?.case.state).toBe(state);
    const conclude = createConcludeAppeal({ store, mailer: fakeMailer() });
    const step = { ...payload(caseId), subject: 'appeal-1' };
    expect(await conclude(step)).toEqual({ outcome: 'closed' });
    expect(await conclude(step)).toEqual({ outcome: 'concluded' });
    const file = await store.load(caseId);
    expect([file?.case.state, file?.appeals[0]?.state]).toEqual(['closed', 'concluded']);
  }
  // While the time to appeal the decision still runs, the end of the other appeal closes nothing.
  const { store, caseId } = await stored({ case: aCase({ state: 'notified', decisionNumber: 1 }), appeals });
  expect(
    await createConcludeAppeal({ store, mailer: fakeMailer() })({ ...payload(caseId), subject: 'appeal-1' }),
  ).toEqual({
    outcome: 'concluded',
  });
  expect((await store.load(caseId))?.case.state).toBe('notified');
});

const notified = {
  case: aCase({ state: 'notified', decisionNumber: 1 }),
  decisions: [aDecision({ number: 1 })],
};
const digital = aLetter({ kind: 'decision', key: '1', channel: 'digital', dispatchedAt: '2026-11-26T09:00:00.000Z' });

test('the wait for an appeal lasts to the end of Christmas Eve, an ordinary day (domain.md § 3.2)', async () => {
  const { store, caseId } = await stored({ ...notified, letters: [digital] });
  const result = await createPlanAppealDeadline({ store })(payload(caseId));
  expect(result).toEqual({ outcome: 'wait', until: '2026-12-24T23:00:00.000Z' });
});

test('a letter printed later starts the deadline anew, with days for the post', async () => {
  const paper = { ...digital, paperAt: '2026-12-10T09:00:00.000Z' };
  const { store, caseId } = await stored({ ...notified, letters: [paper] });
  const result = await createPlanAppealDeadline({ store })(payload(caseId, { now: '2026-12-25T00:00:00.000Z' }));
  expect(result).toMatchObject({ outcome: 'wait' });
});

test('after the last day the wait is over', async () => {
  const { store, caseId } = await stored({ ...notified, letters: [digital] });
  const result = await createPlanAppealDeadline({ store })(payload(caseId, { now: '2026-12-24T23:00:00.000Z' }));
  expect(result).toMatchObject({ outcome: 'expired' });
});

test('an appeal of this decision ends the wait', async () => {
  const { store, caseId } = await stored({
    ...notified,
    letters: [digital],
    appeals: [anAppeal({ decisionNumber: 1 })],
  });
  expect(await createPlanAppealDeadline({ store })(payload(caseId))).toMatchObject({ outcome: 'appealed' });
});

test.each([
  ['notified', 'closed'],
  ['withdrawn', 'closed'],
  ['appealed', 'appealed'],
  ['closed', 'closed'],
] as const)('a case that is %s ends as %s', async (state, outcome) => {
  const { store, caseId } = await stored({ case: aCase({ state }) });
  expect(await createCloseCase({ store })(payload(caseId))).toEqual({ outcome });
  expect((await store.load(caseId))?.case.state).toBe(outcome);
});
