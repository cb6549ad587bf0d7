import { describe, expect, it } from 'vitest';
import { createPassOn } from '../../../functions/tasks/pass-on.ts';
import { anAssessment } from '../../support/builders.ts';
import { gulenApprover, gulenCaseworker, openOffice } from './office.ts';

const colleague = { passOn: 'colleague', colleague: ' Eli.Vik@gulen.example ' };
const decline = { passOn: 'decline', passOnReason: 'Eg har ferie.' };
const answer = {
  plan: 'granted',
  coordinator: 'granted',
  childCoordinator: 'not-applied',
  facts: 'Opplysningane.',
  reasons: 'Grunnane.',
};
const pathOf = (link = '') => new URL(link).pathname;

describe('a task given to a colleague', () => {
  it('has a new link by mail to them; the one before tells who has given it on, and answers nothing', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const first = await office.visitor(gulenCaseworker);
    await first.get(path);
    const open = { ...answer, caseVersion: first.hidden('caseVersion'), csrf: first.csrf(path) };
    const done = await first.post(`${path}/pass-on`, colleague);
    expect([done.status, done.text.includes('send til eli.vik@gulen.example')]).toEqual([200, true]);
    const [mail] = office.mailer.sent;
    expect(mail).toMatchObject({ to: 'eli.vik@gulen.example', template: 'task', key: 'task-assessment-1-turn-1' });
    expect(pathOf(mail?.link)).not.toBe(path);

    for (const seen of [await first.get(path), await first.post(path, open)]) {
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('Sak Testhandsamar gav oppgåva vidare 24. november 2026 kl. 10.00');
    }
    expect(office.callbacks).toEqual([]);
    const second = await office.visitor({ ...gulenCaseworker, id: 'eli', name: 'Eli Vik' });
    const page = await second.get(pathOf(mail?.link));
    expect(page.text).toContain('Sak Testhandsamar gav deg oppgåva 24. november 2026 kl. 10.00');
    const sent = await second.post(pathOf(mail?.link), { ...answer, caseVersion: second.hidden('caseVersion') });
    expect(sent.text).toContain('Takk');
    expect((await first.get(path)).text).toContain('Eli Vik svara');
    const file = await office.store.load(office.caseId);
    expect(file?.events.filter(({ type }) => type === 'task-reassigned')).toEqual([
      {
        at: '2026-11-24T09:00:00.000Z',
        type: 'task-reassigned',
        actor: { kind: 'staff', id: 'gulen-caseworker', name: 'Sak Testhandsamar' },
        detail: { task: 'assessment-1', turn: 1 },
      },
    ]);
  });

  it.each([
    [{}, 'passOn'],
    [{ passOn: 'colleague' }, 'colleague'],
    [{ ...colleague, colleague: 'eli' }, 'colleague'],
    [{ ...colleague, colleague: 'eli@gulen.example.org' }, 'colleague'],
    [{ ...colleague, colleague: 'eli@sub.gulen.example' }, 'colleague'],
    [{ ...decline, passOnReason: ' ' }, 'passOnReason'],
    [{ ...decline, passOnReason: 'x'.repeat(501) }, 'passOnReason'],
  ])('needs all it takes: %o', async (fields, field) => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    const seen = await browser.post(`${path}/pass-on`, fields);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(`href="#field-${field}"`);
    expect(seen.text).toMatch(/<details[^>]* open>/);
    const typed = 'passOnReason' in fields ? fields.passOnReason : '';
    expect(seen.text).toContain(typed.trim());
    expect(office.mailer.sent).toEqual([]);
    expect((await office.store.load(office.caseId))?.tasks[0]?.passedOn).toBeUndefined();
  });

  it('goes once when ten give it on at the same time', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browsers = await Promise.all(Array.from({ length: 10 }, () => office.visitor(gulenCaseworker)));
    await Promise.all(browsers.map((browser) => browser.get(path)));
    const seen = await Promise.all(
      browsers.map((browser, at) =>
        browser.post(`${path}/pass-on`, { ...colleague, colleague: `k${at}@gulen.example` }),
      ),
    );
    expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
    expect(seen.filter(({ text }) => text.includes('Du har gitt oppgåva vidare'))).toHaveLength(1);
    expect(seen.filter(({ text }) => text.includes('Oppgåva er gitt vidare'))).toHaveLength(9);
    expect(new Set(office.mailer.sent.map(({ to }) => to)).size).toBe(1);
    const file = await office.store.load(office.caseId);
    expect(file?.tasks[0]?.passedOn).toHaveLength(1);
    expect(file?.events.filter(({ type }) => type === 'task-reassigned')).toHaveLength(1);
    expect(office.reported).toEqual([]);
  });

  it('keeps four eyes, and is nothing for the person', async () => {
    const office = await openOffice({ case: { state: 'in-approval' } });
    await office.store.addOnce(office.caseId, 'assessment', anAssessment());
    const path = await office.ask('approval', { recipient: 'approver' });
    const leader = await office.visitor(gulenApprover);
    await leader.get(path);
    await leader.post(`${path}/pass-on`, { ...colleague, colleague: 'sak@gulen.example' });
    const both = await office.visitor({ ...gulenCaseworker, roles: ['caseworker', 'approver'] });
    const theirs = pathOf(office.mailer.sent[0]?.link);
    expect((await both.get(theirs)).status).toBe(403);
    await both.get(`/test/form?for=${theirs}/pass-on`);
    expect((await both.post(`${theirs}/pass-on`, colleague)).status).toBe(403);

    const asked = await openOffice({ case: { state: 'awaiting-consent' } });
    const consent = await asked.ask('consent', { recipient: 'person' });
    const nationalId = (await asked.store.load(asked.caseId))?.case.person.nationalId ?? '';
    const person = await asked.visitor({ kind: 'person', nationalId, name: '' });
    expect((await person.get(consent)).text).not.toContain('pass-on');
    await person.get(`/test/form?for=${consent}/pass-on`);
    expect((await person.post(`${consent}/pass-on`, colleague)).status).toBe(404);
    expect(asked.mailer.sent).toEqual([]);
  });
});

describe('a task that is not for me', () => {
  it('goes back to the mailbox of its role; the reason stays with the task and out of events and mail', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    expect((await browser.post(`${path}/pass-on`, decline)).text).toContain('felles postkasse');
    expect(office.mailer.sent).toMatchObject([{ to: 'saksbehandling@gulen.example' }]);
    expect(JSON.stringify(office.mailer.sent)).not.toContain('ferie');
    const file = await office.store.load(office.caseId);
    expect(JSON.stringify(file?.events)).not.toContain('ferie');
    expect(file?.tasks[0]?.passedOn).toMatchObject([{ reason: 'Eg har ferie.', by: { id: 'gulen-caseworker' } }]);
    const next = await browser.get(pathOf(office.mailer.sent[0]?.link));
    expect(next.text).toContain('gav oppgåva tilbake');
    expect(next.text).toContain('Eg har ferie.');
  });
});

describe('a mail that was lost', () => {
  it('goes out with the next try, and the event is not told twice', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const file = await office.store.load(office.caseId);
    const [task] = file?.tasks ?? [];
    if (!file || !task) throw new Error('no task');
    const failing = createPassOn({
      store: office.store,
      links: async () => office.links,
      mailer: { send: () => Promise.reject(new Error('down')) },
    });
    const by = { id: 'gulen-caseworker', name: 'Sak Testhandsamar' };
    const input = { file, task, by, to: 'eli@gulen.example', now: '2026-11-24T09:00:00.000Z' };
    await expect(failing.pass(input)).rejects.toThrow('down');
    expect(await failing.pass(input)).toBeUndefined();

    const browser = await office.visitor(gulenCaseworker);
    await browser.get(`/test/form?for=${path}/pass-on`);
    const again = await browser.post(`${path}/pass-on`, { passOn: 'colleague', colleague: 'eli@gulen.example' });
    expect(again.text).toContain('Oppgåva er gitt vidare');
    expect(office.mailer.sent).toMatchObject([{ to: 'eli@gulen.example' }]);
    const after = await office.store.load(office.caseId);
    expect(after?.events.filter(({ type }) => type === 'task-reassigned')).toHaveLength(1);
  });
});
