import { expect, test } from 'vitest';
import { changesByFindings } from '../../functions/assessment/findings.ts';
import { createRecordAssessment } from '../../functions/assessment/record-assessment/handler.ts';
import { assessmentPage } from '../../functions/assessment/task-page.ts';
import type { Case } from '../../functions/core/case.ts';
import { consentInForce } from '../../functions/core/consent.ts';
import { consentGivers } from '../../functions/core/consent-givers.ts';
import { submitterActsAs } from '../../functions/core/representation.ts';
import { readerOf } from '../../functions/letters/views/reader.ts';
import { addressingOf, postalRecipient, rolesOf } from '../../functions/messages/recipients.ts';
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
  // What the child has asked for is never folded away.
  const groupOf = (found: Case) =>
    assessmentPage.fields(context(found)).find(({ name }) => name === 'parentsInformed')?.group;
  const { asksNotInformed: _, ...silent } = asking;
  expect([groupOf(silent), groupOf(asking)]).toEqual(['parents', undefined]);
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

const inCare = {
  careOrder: 'foster-parents',
  careOrderReason: 'Vedtaket er vist fram.',
  careLetters: 'Barnevernstenesta i Prøvedalen\nTestgata 2\n5966 Eivindvik',
  childWelfareAnswer: 'yes',
  childWelfareName: 'Bente Test',
  childWelfareOn: '20.11.2026',
};
const carersYes = { carerAnswer: 'yes', carerName: 'Fride Test', carerOn: '2026-11-21' };

test('a care order is recorded with a reason, an address and what both answered on paper', () => {
  const names = (found: Case) => assessmentPage.fields(context(found)).map(({ name }) => name);
  expect(names(twoParents)).toContain('carerOn');
  expect(names(aCase())).not.toContain('careOrder');
  expect(faultsOf(twoParents, { ...good, ...inCare, ...carersYes })).toEqual([]);
  expect(faultsOf(twoParents, { ...good, ...inCare })).toEqual(['carerAnswer.both']);
  const half = { careOrder: 'institution', careLetters: 'Barnevernstenesta', carerOn: '25.11.2026', carerAnswer: 'no' };
  expect(faultsOf(twoParents, { ...good, ...half, plan: 'refused' })).toEqual([
    ...['careOrderReason.required', 'careLetters.address', 'carerName.required', 'carerOn.later-than-today'],
  ]);
  expect(faultsOf(twoParents, { ...good, consentOverride: 'Ja.', ...carersYes })).toEqual(['careOrder.required']);
  expect(faultsOf(twoParents, { ...good, ...inCare, ...carersYes, carerOn: '31.2.2026' })).toEqual(['carerOn.invalid']);
});

test('under a care order both consents count, and the letters go to the child welfare service on paper', async () => {
  const parsed = assessmentPage.parse({ ...good, ...inCare, ...carersYes }, context(twoParents));
  if (!parsed.ok || parsed.value.choice === 'ask') throw new Error('refused');
  const { store, caseId } = await stored({ case: twoParents, answers: [answered('assessment', parsed.value)] });
  await createRecordAssessment({ store })(payload(caseId, { answerId: 'a1', round: 1 }));
  const file = await store.load(caseId);
  if (!file) throw new Error('no case');
  const on = '2026-11-24';
  expect(consentGivers(file.case, on).given).toEqual(['child-welfare', 'carer']);
  expect(file.case.consents.slice(-2)).toMatchObject([
    { by: 'child-welfare', how: 'paper', given: true, at: '2026-11-20T11:00:00.000Z' },
    { by: 'carer', how: 'paper', at: '2026-11-21T11:00:00.000Z' },
  ]);
  expect(consentInForce(file.case, 'plan')).toBe('given');
  expect(submitterActsAs(file.case, on)).toBeUndefined();
  expect(rolesOf(file, 'decision', on)).toEqual([]);
  expect(addressingOf(file, 'decision', on).channel).toBe('paper');
  expect(postalRecipient(file, 'decision', on)?.address).toMatchObject({ street: 'Testgata 2' });
  expect(readerOf(file, on)).toMatchObject({
    ...{ recipient: ['Barnevernstenesta i Prøvedalen', 'Testgata 2', '5966 Eivindvik'], ownCase: false },
    ...{ personName: child.name, copyTo: [] },
  });
  expect(file.events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['care-order-recorded', 'care-consents-recorded']),
  );
  const page = assessmentPage.about(context(file.case));
  expect(page).toContain('Barnevernstenesta har omsorga');
  expect(page).toContain('Bente Test');
  // The next round begins with what was recorded, and takes it back when it is not made again.
  const later = { ...context(file.case), file };
  expect(assessmentPage.initial(later)).toMatchObject({ ...inCare, ...carersYes, childWelfareOn: '2026-11-20' });
});

test('loss of legal capacity is recorded with what shows it, and lets a guardian’s yes stand against a no', async () => {
  const guarded = aCase({
    state: 'in-assessment',
    submitter: aSubmitter({ role: 'guardian', mandate: 'Vedlagt', mandateKind: 'guardianship' }),
    consents: [
      aConsent({ by: 'guardian', at: '2026-11-20T09:00:00.000Z' }),
      aConsent({ given: false, by: 'person', at: '2026-11-19T09:00:00.000Z' }),
    ],
  });
  expect(faultsOf(guarded, { ...good, deprived: 'yes' })).toEqual(['deprivedReason.required']);
  expect(faultsOf(guarded, { ...good, deprivedReason: 'Orskurd.' })).toEqual(['deprived.required']);
  expect(consentInForce(guarded, 'plan')).not.toBe('given');
  const findings = { deprived: 'yes', deprivedReason: 'Orskurd i tingretten.' } as const;
  const given = { by: { id: 'x', name: 'Sak Testhandsamar' }, at: now };
  const { changes } = changesByFindings(guarded, findings, given);
  expect(changes).toMatchObject({ deprivation: { reason: 'Orskurd i tingretten.' } });
  const deprived = { ...guarded, ...changes };
  expect(consentGivers(deprived, '2026-11-24').given).toEqual(['person']);
  expect(changesByFindings(deprived, {}, given).remove).not.toContain('deprivation');
  const back = changesByFindings(deprived, { deprived: 'no', deprivedReason: 'Oppheva.' }, given);
  expect(back.changes.submitter?.deprivedOfCapacity).toBeUndefined();
  expect(back.remove).toContain('deprivation');
});
