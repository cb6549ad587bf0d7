import { beforeAll, describe, expect, test } from 'vitest';
import { consentNeed } from '../../../functions/core/consent.ts';
import { createPlanDeadline } from '../../../functions/deadline/plan-deadline/handler.ts';
import { Browser } from '../../support/browser.ts';
import { aPerson, syntheticNationalId } from '../../support/builders.ts';
import { atForm, caseworker, office, ownPaper } from './paper-office.ts';

const person = aPerson();
const parent = syntheticNationalId('1975-05-05');

describe('staff enter a paper form', () => {
  let at: Awaited<ReturnType<typeof atForm>>;
  /** The token of the form that was sent, for whoever goes back to it. */
  let csrf = '';
  beforeAll(async () => {
    at = await atForm();
  });

  test('a draft is kept as it was typed, and can be gone on with', async () => {
    const saved = await at.browser.follow(
      await at.send({ personName: 'Kari', needs: 'Halvt', receivedOn: 'i går' }, 'save'),
    );
    expect(saved.text).toContain('Utkastet er lagra');
    expect(saved.text).toContain('value="i går"');
    expect((await at.send({ ...ownPaper }, 'scan')).location).toBe('/gulen/paper');
    const scans = await at.browser.get('/gulen/paper');
    expect(scans.text).toContain('Fil 1 (PDF)');
    expect(scans.headers.get('content-security-policy')).toContain("form-action 'self' https://bucket.example");
    expect((await at.browser.get('/gulen/paper/form')).text).toContain(`value="${person.nationalId}"`);
  });

  test('the clock has run since the paper came, not since it was entered', async () => {
    csrf = at.browser.csrf('/gulen/paper/form');
    const sent = await at.send(ownPaper);
    expect(sent.status).toBe(303);
    const { case: made, events, attachments } = await at.registered();
    expect(made).toMatchObject({
      channel: 'paper',
      receivedOn: '2026-11-20',
      dueOn: '2026-12-20',
      receivedAt: '2026-11-20T11:00:00.000Z',
      registeredAt: '2026-11-24T09:00:00.000Z',
      postmarkedOn: '2026-11-18',
      contact: 'paper',
      consents: [{ kind: 'plan', given: true, by: 'person', how: 'paper' }],
    });
    const actor = { kind: 'staff', id: caseworker.id, name: caseworker.name };
    expect(events[0]).toMatchObject({ type: 'received', actor, detail: { channel: 'paper', signedBy: 'person' } });
    expect(attachments).toMatchObject([{ purpose: 'scan', type: 'application/pdf', by: actor }]);
    expect(at.uploads.kept.size).toBe(1);
    const done = await at.browser.follow(sent);
    expect(done.text).toContain('20. desember 2026');
    expect(done.text).not.toContain(person.name);
  });

  test('sent once more it is the same case, and the draft is gone', async () => {
    const again = await at.send({ ...ownPaper, draft: at.draft, csrf });
    const { case: made } = await at.registered();
    expect(again.location).toBe(`/gulen/paper/registered/${made.caseId}`);
    expect(at.executions.size).toBe(1);
    expect((await at.browser.get('/gulen/paper/form')).location).toBe('/gulen/paper');
  });

  test('an open case of the same person is pointed out once, and then gets what came on the paper', async () => {
    await at.browser.get('/gulen/paper');
    await at.browser.post('/gulen/paper/start', {});
    await at.browser.get('/gulen/paper/form');
    const draft = at.browser.hidden('draft');
    at.uploads.put(draft, 'scan-0002', '%PDF-1.7');
    const warned = await at.send({ ...ownPaper, draft });
    expect(warned.status).toBe(409);
    expect(warned.text).toContain('Personen har alt ei open sak');
    expect((await at.send({ ...ownPaper, draft })).status).toBe(303);
    expect(at.executions.size).toBe(1);
    const open = await at.store.load([...at.executions.keys()][0] ?? '');
    expect(open?.information).toMatchObject([{ by: { kind: 'staff' }, attachments: [expect.any(String)] }]);
  });
});

test('a form that lay for five weeks is overdue from the start: its delay notice goes out at once', async () => {
  const { send, registered, store } = await atForm();
  await send({ ...ownPaper, receivedOn: '2026-10-20', postmarkedOn: '' });
  const { case: made } = await registered();
  expect(made.dueOn).toBe('2026-11-20');
  const payload = {
    caseId: made.caseId,
    municipality: '4635',
    subject: 'application',
    now: '2026-11-24T09:00:05.000Z',
  };
  const plan = await createPlanDeadline({ store })(payload);
  const overdue = expect.stringMatching(/^2026-11-20T/);
  expect(plan).toMatchObject({ outcome: 'run', round: 1, noticeAt: overdue });
});

test('a parent on paper: who signed for whom, without a number nobody knows', async () => {
  const { send, registered } = await atForm();
  const child = syntheticNationalId('2015-06-07');
  const paper = { ...ownPaper, role: 'parent', personNationalId: child, submitterName: 'Ola Testforelder' };
  await send({
    ...paper,
    signedBy: 'submitter',
    personName: 'Ida',
    submitterStreet: 'Vegen 2',
    submitterPostalCode: '5966',
    submitterCity: 'Eivindvik',
  });
  const { case: made } = await registered();
  expect(made.submitter).toMatchObject({ role: 'parent', name: 'Ola Testforelder' });
  expect(made.submitter).not.toHaveProperty('nationalId');
  expect(made.consents).toMatchObject([{ by: 'parent', how: 'paper' }]);
});

test('both parents sign the same paper: both have consented, and nobody is asked again (pbrl § 4-4)', async () => {
  const { send, registered } = await atForm();
  const parents = {
    ...{ ...ownPaper, role: 'parent', submitterName: 'Ola Testforelder', personName: 'Ida', signedBy: 'both-parents' },
    ...{ submitterStreet: 'Vegen 2', submitterPostalCode: '5966', submitterCity: 'Eivindvik' },
    personNationalId: syntheticNationalId('2015-06-07'),
  };
  expect((await send(parents)).text).toContain('Den andre som har foreldreansvar, er ikkje fylt inn.');
  await send({
    ...{ ...parents, otherParent: 'yes', otherParentName: 'Anne', otherParentEmail: 'anne@eksempel.example' },
    otherParentNationalId: syntheticNationalId('1984-02-03'),
  });
  const { case: made } = await registered();
  expect(made.consents.map(({ kind, by, how, given }) => [kind, by, how, given])).toEqual([
    ['plan', 'parent', 'paper', true],
    ['plan', 'other-parent', 'paper', true],
  ]);
  expect(consentNeed(made, '2026-11-24')).toBe('given');
});

describe('what cannot be right is said, and nothing typed is lost', () => {
  test.each([
    ['a day to come', { receivedOn: '2026-11-25' }, 'kan ikkje vere seinare enn i dag'],
    ['a day long past', { receivedOn: '2025-11-23' }, 'meir enn eitt år tilbake'],
    ['a day that does not exist', { receivedOn: '2026-02-30' }, 'dag, månad og år'],
    ['no day', { receivedOn: '' }, 'kva dag papiret kom'],
    ['a postmark after the receipt', { postmarkedOn: '2026-11-21' }, 'Poststempelet kan ikkje vere seinare'],
    ['nobody said who signed', { signedBy: '' }, 'Vel kven som har skrive under'],
    ['a consent nobody signed', { signedBy: 'nobody' }, 'samtykket gjeld ikkje'],
    ['a submitter who is not there', { signedBy: 'submitter' }, 'personen sjølv sender inn'],
    ['a mistyped number', { personNationalId: '12345678901' }, 'Sjekk alle dei 11 siffera'],
    ['a parent who cannot sign in', { role: 'parent', contact: 'digital' }, 'skal ha breva digitalt'],
    [
      'the same number twice',
      { role: 'relative', submitterName: 'R', submitterNationalId: person.nationalId },
      'same fødselsnummer',
    ],
    ['an employee as attorney', { role: 'attorney', attorneyEmployed: 'yes', submitterNationalId: parent }, '§ 12'],
  ])('%s', async (_, changes, message) => {
    const { send, executions } = await at();
    const answer = await send({ ...ownPaper, ...changes });
    expect([answer.status, answer.text.includes(message)]).toEqual([422, true]);
    expect(answer.text).toContain(ownPaper.needs);
    expect(executions.size).toBe(0);
  });
  let shared: Promise<Awaited<ReturnType<typeof atForm>>> | undefined;
  const at = () => {
    shared ??= atForm();
    return shared;
  };

  test('no scan, or one that is refused', async () => {
    const without = await atForm({ scan: '' });
    expect((await without.send(ownPaper)).text).toContain('ikkje lasta opp det skanna papiret');
    const refused = await atForm({ scan: '<html>' });
    expect((await refused.send(ownPaper)).text).toContain('Ei av filene kan ikkje brukast');
    expect((await refused.browser.get('/gulen/paper')).text).toContain('ikkje PDF, JPEG eller PNG');
    await refused.browser.post('/gulen/paper/remove', { file: 'scan-0001' });
    expect(await refused.uploads.list(refused.draft)).toEqual([]);
  });

  test('a form begun in another window keeps what was written', async () => {
    const { send } = await atForm();
    const answer = await send({ ...ownPaper, draft: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' });
    expect([answer.status, answer.text.includes(ownPaper.needs)]).toEqual([403, true]);
  });
});

test('only caseworkers of the municipality get in', async () => {
  const paths = [
    '/gulen/staff',
    '/gulen/paper',
    '/gulen/paper/form',
    '/gulen/paper/registered/aaaaaaaaaaaaaaaaaaaaaaaaaa',
  ];
  for (const staff of [
    { ...caseworker, municipality: '3407' },
    { ...caseworker, roles: ['approver' as const] },
  ]) {
    const { browser } = await office(staff);
    for (const path of paths) expect((await browser.get(path)).status).toBe(403);
  }
  const { browser, app } = await office();
  const start = await browser.get('/gulen/staff?lang=nb');
  expect(start.text).toContain('Registrer et papirskjema');
  expect((await browser.get(paths[3] ?? '')).status).toBe(404);
  expect((await new Browser(app).get('/gulen/staff')).location).toContain('/sign-in?as=staff');
});
