import { expect, test } from 'vitest';
import { createRecordAssessment } from '../../functions/assessment/record-assessment/handler.ts';
import { assessmentPage } from '../../functions/assessment/task-page.ts';
import { createDetermineConsent } from '../../functions/consent/determine-consent/handler.ts';
import type { RightChangeOutcome } from '../../functions/core/decision.ts';
import { laterChange, outcomesOfChange } from '../../functions/core/existing-right.ts';
import { joinOrAnswer } from '../../functions/core/one-plan.ts';
import { createRecordDecision } from '../../functions/decision/record-decision/handler.ts';
import { approvalPage } from '../../functions/decision/task-page.ts';
import { createPlanHandover } from '../../functions/handover/plan-handover/handler.ts';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import { aCase, aCaseFile, aConcernedRight, aCoordinator, aDecision, aTask, granted } from '../support/builders.ts';
import { answered, payload, stored } from '../support/stored.ts';

const now = '2026-12-10T09:00:00.000Z';
const first = aCase({
  ...{ caseId: 'first', caseNumber: 'GULEN-2026-000003', state: 'closed', decisionNumber: 1 },
  coordinator: aCoordinator(),
});
const concerned = aCase({
  ...{ origin: 'own-initiative', wishes: { plan: true, coordinator: false, childCoordinator: false }, consents: [] },
  concerns: aConcernedRight({ caseId: 'first', caseNumber: first.caseNumber }),
});
const assessing = { ...concerned, state: 'in-assessment' } as const;
const context = (file = aCaseFile({ case: assessing }), on = now) =>
  ({ file, task: aTask(), municipality: mustFindMunicipality('4635'), language: 'nn', now: on, path: '/t/x' }) as const;
const good = { rightChange: 'ended', changeFrom: '1.2.2027', facts: 'f', reasons: 'r', personsView: 'v' };
const faults = (values: Record<string, string>) => {
  const parsed = assessmentPage.parse(values, context());
  return parsed.ok ? [] : parsed.error.map(({ field, code }) => `${field}.${code}`);
};

test('one choice for that right, with reasons and the person heard, from a day that has not passed', () => {
  const names = assessmentPage.fields(context()).map(({ name }) => name);
  expect(names).toContain('rightChange');
  expect(names).not.toContain('coordinator');
  expect(assessmentPage.initial(context())).toEqual({ legalBasis: 'health', changeFrom: '2027-02-01' });
  expect(faults({ ...good, rightChange: '', reasons: '', personsView: ' ' })).toEqual([
    ...['rightChange.required', 'personsView.not-heard', 'reasons.change'],
  ]);
  expect(faults({ ...good, changeFrom: '2026-12-09' })).toEqual(['changeFrom.past']);
  expect(faults({ ...good, changeFrom: 'i morgon' })).toEqual(['changeFrom.invalid']);
  expect(faults({ ...good, rightChange: 'continued', changeFrom: '', reasons: '' })).toEqual(['reasons.change']);
  expect(assessmentPage.parse(good, context())).toMatchObject({
    ok: true,
    value: { change: { outcome: 'ended', from: '2027-02-01' }, outcomes: outcomesOfChange('plan', 'ended') },
  });
  expect(assessmentPage.about(context())).toContain('GULEN-2026-000003');
});

test('the approver cannot let it end before its letter has left', () => {
  const change = { outcome: 'ended', from: '2027-02-01' } as const;
  const outcomes = outcomesOfChange('plan', 'ended');
  const { assessedBy, reasons } = aDecision();
  const assessments = [
    { ...{ round: 1, outcomes, change, facts: 'f', personsView: 'v', at: now }, assessedBy, reasons },
  ];
  const at = (on: string) =>
    approvalPage.parse({ choice: 'approve' }, context(aCaseFile({ case: assessing, assessments }), on));
  expect(at(now).ok).toBe(true);
  expect(at('2027-02-02T09:00:00.000Z')).toMatchObject({ error: [{ field: 'choice', code: 'date-passed' }] });
});

/** From the consent step to the handover, as the workflow runs them. */
async function decidedAs(outcome: RightChangeOutcome) {
  const change = { outcome, from: '2027-02-01' };
  const answer = {
    ...{ facts: 'f', reasons: 'r', personsView: 'v' },
    change,
    outcomes: outcomesOfChange('plan', outcome),
  };
  const { store, caseId } = await stored({
    case: concerned,
    answers: [
      answered('assessment', answer),
      { ...answered('approval', { choice: 'approve' }, 'leader'), answerId: 'a2' },
    ],
  });
  await store.create({
    case: first,
    submissionKey: 'first',
    event: { at: now, type: 'received', actor: { kind: 'system', id: 'x' } },
  });
  await store.addOnce('first', 'decision', aDecision({ number: 1, outcomes: granted }));
  expect(await createDetermineConsent({ store })(payload(caseId))).toEqual({ outcome: 'not-needed' });
  await createRecordAssessment({ store })(payload(caseId, { answerId: 'a1', round: 1 }));
  expect(await createRecordDecision({ store })(payload(caseId, { answerId: 'a2' }))).toEqual({ outcome: 'approved' });
  const load = async (id: string) => (await store.load(id)) ?? aCaseFile();
  expect(laterChange(await load(caseId))).toBeUndefined();
  const event = { at: now, type: 'notified', actor: { kind: 'system', id: 'workflow' } } as const;
  await store.transition({ caseId, transition: 'notify', event });
  const mails: { template: string; to: string }[] = [];
  const mailer = { send: async (mail: { template: string; to: string }) => void mails.push(mail) };
  expect(await createPlanHandover({ store, mailer })(payload(caseId))).toMatchObject({ outcome: 'not-needed' });
  return { mails, files: [await load(caseId), await load('first')] as const };
}

test('an ended plan is none: a new request begins a case, and the coordinator is told', async () => {
  const { mails, files } = await decidedAs('ended');
  expect(laterChange(files[0])).toEqual({
    ...{ right: 'plan', outcome: 'ended', from: '2027-02-01', caseNumber: concerned.caseNumber, deferred: false },
  });
  expect(mails).toMatchObject([{ template: 'right-changed', to: aCoordinator().email, caseNumber: first.caseNumber }]);
  const asked = { nationalId: concerned.person.nationalId, wishes: concerned.wishes };
  expect(joinOrAnswer(files, asked)).toEqual({ kind: 'new' });
  // Changed after an appeal: the right stands again.
  const [ended] = files;
  const again = aDecision({ number: 2, outcomes: outcomesOfChange('plan', 'continued'), afterAppeal: 1 });
  const stands = { ...ended, case: { ...ended.case, decisionNumber: 2 }, decisions: [...ended.decisions, again] };
  expect(laterChange(stands)).toBeUndefined();
  expect(joinOrAnswer([stands, files[1]], asked)).toEqual({ kind: 'already-has-plan', caseId: 'first' });
});

test('a right that goes on is as before, and nobody is told of anything', async () => {
  const { mails, files } = await decidedAs('continued');
  expect(mails).toEqual([]);
  expect(laterChange(files[0])).toBeUndefined();
  const asked = { nationalId: concerned.person.nationalId, wishes: concerned.wishes };
  expect(joinOrAnswer(files, asked)).toEqual({ kind: 'already-has-plan', caseId: 'first' });
});

test('a request sent meanwhile does not land in the case about the right', () => {
  const files = [
    aCaseFile({ case: assessing }),
    aCaseFile({ case: first, decisions: [aDecision({ outcomes: granted })] }),
  ];
  const asked = { nationalId: concerned.person.nationalId, wishes: concerned.wishes };
  expect(joinOrAnswer(files, asked)).toEqual({ kind: 'already-has-plan', caseId: 'first' });
});
