import { expect, test } from 'vitest';
import { createRecordAssessment } from '../../functions/assessment/record-assessment/handler.ts';
import { assessmentPage } from '../../functions/assessment/task-page.ts';
import type { Case } from '../../functions/core/case.ts';
import { consentInForce } from '../../functions/core/consent.ts';
import { submitterActsAs } from '../../functions/core/representation.ts';
import { municipalities } from '../../functions/municipalities/index.ts';
import {
  aCase,
  aCaseFile,
  aConsent,
  aPerson,
  aSubmitter,
  aTask,
  granted,
  syntheticNationalId,
} from '../support/builders.ts';
import { answered, payload, stored } from '../support/stored.ts';

const now = '2026-11-24T09:00:00.000Z';
const child = aPerson({ nationalId: syntheticNationalId('2016-05-05') });
const twoParents = aCase({
  state: 'in-assessment',
  person: child,
  submitter: aSubmitter(),
  otherParent: { name: 'Eli Testforelder', nationalId: syntheticNationalId('1985-01-01') },
  consents: [aConsent({ by: 'parent' })],
});

function context(found: Case) {
  const [municipality] = municipalities;
  if (!municipality) throw new Error('no municipality');
  return { file: aCaseFile({ case: found }), task: aTask(), municipality, language: 'nn', now, path: '/t/x' } as const;
}

const good = { ...granted, facts: 'f', reasons: 'r', personsView: 'v' };
const faultsOf = (found: Case, values: Record<string, string>) => {
  const parsed = assessmentPage.parse(values, context(found));
  return parsed.ok ? [] : parsed.error.map(({ field, code }) => `${field}.${code}`);
};

test('a plan against a missing consent takes a reason, and a child’s own word is written down', () => {
  const names = (found: Case) => assessmentPage.fields(context(found)).map(({ name }) => name);
  expect(names(twoParents)).toContain('consentOverride');
  expect(names(aCase())).not.toContain('consentOverride');
  expect(faultsOf(twoParents, good)).toEqual(['consentOverride.one-missing']);
  expect(faultsOf(twoParents, { ...good, consentOverride: 'Far er ukjend.', personsView: '' })).toEqual([
    'personsView.child',
  ]);
  expect(faultsOf(twoParents, { ...good, plan: 'refused' })).toEqual([]);
  const unreachable = { ...twoParents, otherParentUnreachable: 'Eg veit ikkje kvar far er.' };
  expect(faultsOf(unreachable, good)).toEqual(['consentOverride.one-missing']);
  expect(assessmentPage.about(context(unreachable))).toContain('Eg veit ikkje kvar far er.');
});

test('a finding of lacking competence, and of not telling the parents, is written and never a tick alone', () => {
  expect(faultsOf(aCase(), { ...good, capacityShown: 'person' })).toEqual(['capacityReason.required']);
  expect(faultsOf(aCase(), { ...good, capacityReason: 'Demens.' })).toEqual(['capacityShown.required']);
  const asking = aCase({
    person: aPerson({ nationalId: syntheticNationalId('2013-05-05') }),
    consents: [],
    asksNotInformed: 'Eg er redd.',
  });
  expect(faultsOf(asking, good)).toEqual(['parentsInformed.asked-for']);
  expect(faultsOf(asking, { ...good, parentsInformed: 'yes' })).toEqual(['parentsReason.required']);
  expect(assessmentPage.about(context(asking))).toContain('Eg er redd.');
});

test('findings are the case’s until the next proposal does not make them', async () => {
  const findings = { consentOverride: 'Far er ukjend.' };
  const answer = { outcomes: granted, facts: 'f', reasons: '', personsView: 'v' };
  const { store, caseId } = await stored({
    case: twoParents,
    answers: [
      answered('assessment', { ...answer, findings }),
      { ...answered('assessment', answer), answerId: 'a2', taskKey: '2' },
    ],
  });
  const step = createRecordAssessment({ store });
  await step(payload(caseId, { answerId: 'a1', round: 1 }));
  const file = await store.load(caseId);
  expect(file?.case.consentOverride).toMatchObject({ reason: 'Far er ukjend.', by: { id: expect.any(String) } });
  expect(file?.events.map(({ type }) => type)).toContain('consent-overridden');
  expect(file && consentInForce(file.case, 'plan')).toBe('given');
  const returned = { id: 'workflow', kind: 'system' } as const;
  await store.transition({
    caseId,
    transition: 'startAssessment',
    event: { at: now, type: 'returned', actor: returned },
  });
  await step(payload(caseId, { answerId: 'a2', round: 2 }));
  const second = (await store.load(caseId))?.case;
  expect(second?.consentOverride).toBeUndefined();
  expect(second && consentInForce(second, 'plan')).toBe('none');
});

test('a mandate that was only described gives nothing until a caseworker has seen it', async () => {
  const attorney = aSubmitter({ role: 'attorney', mandate: 'Fullmakt av 1. november', mandateUnseen: true });
  const waiting = aCase({ state: 'in-assessment', submitter: attorney });
  expect(assessmentPage.about(context(waiting))).toContain('ikkje vist kommunen enno');
  expect(submitterActsAs(waiting, '2026-11-24')).toBeUndefined();
  const answer = { outcomes: granted, facts: 'f', reasons: '', personsView: 'v', findings: { mandateStands: 'yes' } };
  const { store, caseId } = await stored({ case: waiting, answers: [answered('assessment', answer)] });
  await createRecordAssessment({ store })(payload(caseId, { answerId: 'a1', round: 1 }));
  const file = await store.load(caseId);
  expect(file && submitterActsAs(file.case, '2026-11-24')).toBe('attorney');
  expect(file?.events.map(({ type }) => type)).toContain('mandate-seen');
});
