import { expect, test } from 'vitest';
import type { Case } from '../../functions/core/case.ts';
import type { Outcomes } from '../../functions/core/decision.ts';
import { joinOrAnswer } from '../../functions/core/one-plan.ts';
import { aCase, aCaseFile, aDecision, aPerson, granted, syntheticNationalId } from '../support/builders.ts';

const { nationalId } = aPerson();
const plan = { plan: true, coordinator: false, childCoordinator: false };
const coordinator = { plan: false, coordinator: true, childCoordinator: false };
const file = (caseId: string, state: Case['state'], outcomes?: Outcomes) =>
  aCaseFile({
    case: aCase({ caseId, state, decisionNumber: outcomes ? 1 : 0 }),
    decisions: outcomes ? [aDecision({ outcomes })] : [],
  });
const refused: Outcomes = { ...granted, plan: 'refused' };

test.each([
  ['nothing is there', [], plan, { kind: 'new' }],
  ['a case is being handled', [file('a', 'in-assessment')], plan, { kind: 'join', caseId: 'a' }],
  ['it waits for consent', [file('a', 'awaiting-consent')], coordinator, { kind: 'join', caseId: 'a' }],
  ['the plan is granted', [file('a', 'closed', granted)], plan, { kind: 'already-has-plan', caseId: 'a' }],
  ['it is granted and appealed', [file('a', 'appealed', granted)], plan, { kind: 'already-has-plan', caseId: 'a' }],
  ['a coordinator is wished beside it', [file('a', 'closed', granted)], coordinator, { kind: 'new' }],
  ['the plan was refused', [file('a', 'closed', refused)], plan, { kind: 'new' }],
  ['it was ended since', [file('b', 'closed', refused), file('a', 'closed', granted)], plan, { kind: 'new' }],
  ['the other was withdrawn', [file('a', 'withdrawn')], plan, { kind: 'new' }],
] as const)('when %s', (_when, files, wishes, meeting) => {
  expect(joinOrAnswer(files, { nationalId, wishes })).toEqual(meeting);
});

test('a case the person only sent for another does not count', () => {
  const forAnother = file('a', 'in-assessment');
  const child = aPerson({ nationalId: syntheticNationalId('2016-05-05') });
  const found = { ...forAnother, case: { ...forAnother.case, person: child } };
  expect(joinOrAnswer([found], { nationalId, wishes: plan })).toEqual({ kind: 'new' });
});
