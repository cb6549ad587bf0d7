import { expect, test } from 'vitest';
import { aCase, aDecision, aPerson, granted } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { caseworker, office } from './paper-office.ts';
import { kari } from './public-app.ts';

const page = '/gulen/staff/change';
const first = aCase({
  ...{ caseId: 'firstfirstfirstfirstfirst2', caseNumber: 'GULEN-2026-000003', state: 'closed', decisionNumber: 1 },
  person: aPerson({ nationalId: kari }),
});
const typed = {
  caseNumber: 'gulen-2026-000003',
  nationalId: kari,
  right: 'plan',
  kind: 'end',
  from: '2027-02-01',
  why: 'Behovet er ikkje der lenger.',
  said: '',
};

async function desk() {
  const store = createMemoryStore();
  const event = { at: first.receivedAt, type: 'received', actor: { kind: 'system', id: 'x' } } as const;
  await store.create({ case: first, submissionKey: 'first', event });
  await store.addOnce(first.caseId, 'decision', aDecision({ number: 1, outcomes: granted }));
  const town = await office(caseworker, store);
  const send = async (fields: Record<string, string>) => {
    const submissionKey = town.browser.hidden('submissionKey');
    return town.browser.post(page, { submissionKey, ...fields });
  };
  const cases = async () => (await store.listByPerson('4635', kari)).filter(({ concerns }) => concerns);
  return { ...town, store, send, cases };
}

test('a caseworker begins to end a right: a case of its own, told in the one it was granted in', async () => {
  const at = await desk();
  expect((await at.browser.get('/gulen/staff')).text).toContain(page);
  await at.browser.get(page);
  const wrong = await at.send({ ...typed, from: '2026-01-01', why: '', nationalId: '1', right: 'driver' });
  expect(wrong.status).toBe(422);
  for (const words of ['Vel ein dag frå og med i dag', 'Skriv kvifor', 'alle dei 11 siffera', 'Vel kva rett'])
    expect(wrong.text).toContain(words);
  // The same answer for a case there is not and for a right the case did not grant.
  for (const [name, value] of [
    ['caseNumber', 'GULEN-2026-000099'],
    ['right', 'childCoordinator'],
  ] as const) {
    const unknown = await at.send({ ...typed, [name]: value });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('Vi finn inga sak');
  }
  const submissionKey = at.browser.hidden('submissionKey');
  const sent = await at.send(typed);
  expect((await at.browser.follow(sent)).text).toContain('Saka er starta');
  const [made] = await at.cases();
  if (!made) throw new Error('no case');
  expect(made).toMatchObject({
    ...{ origin: 'own-initiative', state: 'received', wishes: { plan: true, coordinator: false }, dueOn: '2026-12-24' },
    concerns: { caseId: first.caseId, caseNumber: first.caseNumber, right: 'plan', kind: 'end', from: '2027-02-01' },
  });
  expect(made.decisionNumber).toBe(0);
  expect([...at.executions.keys()]).toEqual([made.caseId]);
  // Sent twice it is one case; begun anew it is already under way.
  await at.browser.get(page);
  expect((await at.send({ ...typed, submissionKey })).status).toBe(303);
  expect(await at.cases()).toHaveLength(1);
  await at.browser.get(page);
  expect((await at.send(typed)).text).toContain('vurderer alt denne retten');
  const told = (await at.store.load(first.caseId))?.events.filter(({ type }) => type === 'right-considered');
  expect(told).toMatchObject([{ actor: { id: caseworker.id }, detail: { caseId: made.caseId } }]);
});

test('the person sees what is considered, cannot withdraw it, and finds the end in the first case', async () => {
  const at = await desk();
  await at.browser.get(page);
  await at.send(typed);
  const [made] = await at.cases();
  if (!made) throw new Error('no case');
  const { caseId } = made;
  const person = await at.signedIn(kari);
  const shown = await person.get(`/gulen/cases/${caseId}`);
  expect(shown.text).toContain('Vi vurderer å avslutte ein rett');
  expect(shown.text).not.toContain(`${caseId}/withdraw`);
  expect((await person.get(`/gulen/cases/${first.caseId}`)).text).not.toContain('Denne retten er avslutta');
  const event = { at: made.receivedAt, type: 'x', actor: { kind: 'system', id: 'x' } } as const;
  for (const transition of ['register', 'startAssessment', 'submitForApproval', 'decide', 'notify'] as const) {
    const changes = transition === 'decide' ? { decisionNumber: 1, caseNumber: 'GULEN-2026-000004' } : {};
    await at.store.transition({ caseId, transition, changes, event });
  }
  const outcomes = { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'not-applied' } as const;
  const change = { outcome: 'ended', from: '2027-02-01' } as const;
  await at.store.addOnce(caseId, 'decision', aDecision({ number: 1, outcomes, change }));
  expect((await person.get(`/gulen/cases/${first.caseId}`)).text).toContain(
    'Denne retten er avslutta frå 1. februar 2027, etter vedtaket i sak GULEN-2026-000004: individuell plan.',
  );
});
