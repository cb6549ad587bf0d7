import { expect, test } from 'vitest';
import { consentNeed } from '../../../functions/core/consent.ts';
import { apply } from './apply.ts';
import { caseworker, office } from './paper-office.ts';
import { kari, ownApplication } from './public-app.ts';

const page = '/gulen/staff/need';
const typed = {
  receivedOn: '2026-11-20',
  submitterOrganisation: 'Heimesjukepleia',
  personName: 'Kari Testperson',
  personNationalId: kari,
  personStreet: 'Testvegen 1',
  personPostalCode: '5966',
  personCity: 'Eivindvik',
  wishPlan: 'yes',
  needs: 'Kari får hjelp frå fire tenester som ikkje er samordna.',
  language: 'nn',
  contact: 'paper',
};

async function desk() {
  const town = await office();
  const send = (fields: Record<string, string>) =>
    town.browser.post(page, {
      submissionKey: town.browser.hidden('submissionKey'),
      pointedOut: town.browser.hidden('pointedOut'),
      ...fields,
    });
  const files = async () => {
    const cases = await town.store.listByPerson('4635', kari);
    return (await Promise.all(cases.map(({ caseId }) => town.store.load(caseId)))).flatMap((file) => file ?? []);
  };
  await town.browser.get(page);
  return { ...town, send, files };
}

test('a need the municipality saw begins a case without an applicant, in which consent is asked for', async () => {
  const at = await desk();
  expect((await at.browser.get('/gulen/staff')).text).toContain(page);
  await at.browser.get(page);
  const wrong = await at.send({ ...typed, receivedOn: '2026-11-25', submitterOrganisation: '', personNationalId: '1' });
  expect(wrong.status).toBe(422);
  for (const words of ['kan ikkje vere seinare enn i dag', 'Skriv kva teneste eller eining', 'alle dei 11 siffera'])
    expect(wrong.text).toContain(words);
  expect(wrong.text).toContain(typed.needs);
  const sent = await at.send(typed);
  expect(sent.status).toBe(303);
  expect((await at.browser.follow(sent)).text).toContain('Behovet er registrert');
  const [file] = await at.files();
  if (!file) throw new Error('no case');
  const { case: made, events } = file;
  expect(made).toMatchObject({
    ...{ origin: 'own-initiative', channel: 'staff', seenBy: 'Heimesjukepleia', consents: [] },
    ...{ receivedOn: '2026-11-20', receivedAt: '2026-11-20T11:00:00.000Z', dueOn: '2026-12-20' },
  });
  expect(made.submitter).toBeUndefined();
  expect(events[0]).toMatchObject({ type: 'received', actor: { kind: 'staff', id: caseworker.id } });
  expect(consentNeed(made, '2026-11-24')).toBe('needed');
  expect([...at.executions.keys()]).toEqual([made.caseId]);
  // The same form sent once more.
  await at.send(typed);
  expect(await at.files()).toHaveLength(1);
  expect((await (await office({ ...caseworker, roles: ['approver'] })).browser.get(page)).status).toBe(403);
});

test('beside an open case it is pointed out once, then added to that case, and takes nothing over', async () => {
  const at = await desk();
  const first = await apply(kari, { ...ownApplication, wishCoordinator: '' }, at);
  await at.browser.get(page);
  const asked = await at.send({ ...typed, wishCoordinator: 'yes' });
  expect(asked.status).toBe(409);
  await at.send({ ...typed, wishCoordinator: 'yes' });
  const open = await at.store.load(first.caseId);
  expect(open?.case.wishes.coordinator).toBe(false);
  expect(open?.information[0]?.text).toContain('Heimesjukepleia');
  expect(open?.information[0]?.text).not.toContain('Eg søkjer');
  const joined = (await at.files()).find(({ case: found }) => found.joinedTo);
  expect(joined?.case).toMatchObject({ origin: 'own-initiative', joinedTo: first.caseId });
  // Nobody sent it, so it is nobody's receipt.
  expect((await first.browser.get(`/gulen/application/receipt/${joined?.case.caseId}`)).status).toBe(404);
  expect((await first.browser.get('/gulen/cases')).text).not.toContain(`receipt/${joined?.case.caseId}`);
});
