import { expect, test } from 'vitest';
import { aDecision } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { apply } from './apply.ts';
import { kari, ownApplication, publicApp, relativesReport, rolf } from './public-app.ts';

test('a second request about somebody joins the open case, and a relative is not told that there is one', async () => {
  const app = publicApp();
  const alone = publicApp();
  const first = await apply(kari, { ...ownApplication, consentPlan: 'later', wishCoordinator: '' }, app);
  const report = { ...relativesReport, personNationalId: kari };
  const joined = await apply(rolf, report, app);
  const only = await apply(rolf, report, alone);
  // The receipts differ in nothing but the number and the time to come.
  const plain = (page: typeof joined.at) => page.text.replaceAll(/[A-Z]+-\d{4}-\d+|Du får saksnummeret.*?nytt/g, '');
  expect(joined.at.html('main h1').text()).toBe(only.at.html('main h1').text());
  expect(joined.at.html('.site-answers').text()).toBe(only.at.html('.site-answers').text());
  expect(plain(joined.at)).not.toContain('open sak');
  expect(joined.file?.case).toMatchObject({ joinedTo: first.caseId, state: 'closed' });
  expect(joined.caseId).not.toBe(first.caseId);
  expect((await joined.browser.get(`/gulen/cases/${first.caseId}`)).status).toBe(404);
  expect((await joined.browser.get('/gulen/cases')).text).toContain(`receipt/${joined.caseId}`);
  const open = await app.store.load(first.caseId);
  expect(open?.information[0]?.text).toContain(String(joined.file?.case.account.needs));
  expect(open?.events.map(({ type }) => type)).toContain('application-joined');
  expect(app.executions.size).toBe(1);

  // The person's own second form: told so, with its consents and wishes taken over, once.
  const again = await apply(kari, { ...ownApplication, consentPlan: 'yes' }, app);
  expect(again.at.text).toContain('lagt til i den saka');
  expect(again.at.html(`a[href$="/cases/${first.caseId}"]`)).toHaveLength(1);
  const after = await app.store.load(first.caseId);
  expect(after?.case.wishes.coordinator).toBe(true);
  expect(after?.case.consents.filter(({ kind }) => kind === 'plan')).toMatchObject([{ by: 'person', given: true }]);
  expect((await again.browser.get('/gulen/cases')).text).not.toContain(`receipt/${joined.caseId}`);
});

test('beside a granted plan a new application is a wish to change it', async () => {
  const app = publicApp();
  const first = await apply(kari, ownApplication, app);
  await app.store.addOnce(first.caseId, 'decision', aDecision());
  const at = '2026-11-24T09:00:00.000Z';
  const event = { at, type: 'closed', actor: { kind: 'system', id: 'workflow' } } as const;
  for (const transition of ['register', 'startAssessment', 'submitForApproval', 'decide', 'notify', 'close'] as const)
    await app.store.transition({ caseId: first.caseId, transition, changes: { decisionNumber: 1 }, event });
  const second = await apply(kari, ownApplication, app);
  expect(second.file?.case).toMatchObject({ state: 'received', planIn: { caseId: first.caseId } });
  expect(second.at.text).toContain('ønske om å endre planen');
  expect(app.executions.size).toBe(2);
});

test('two who send about the same person in the same moment come to one case, though no list shows it yet', async () => {
  const store = createMemoryStore();
  const app = publicApp({ ...store, listByPerson: async () => [] });
  const [own, reported] = await Promise.all([
    apply(kari, ownApplication, app),
    apply(rolf, { ...relativesReport, personNationalId: kari }, app),
  ]);
  const [one, other] = [own, reported].map(({ file }) => file?.case).toSorted((a) => (a?.joinedTo ? 1 : -1));
  expect(one).toMatchObject({ state: 'received' });
  expect(other).toMatchObject({ joinedTo: one?.caseId, state: 'closed' });
  expect([...app.executions.keys()]).toEqual([one?.caseId]);
});
