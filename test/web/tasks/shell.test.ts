import { describe, expect, it } from 'vitest';
import { anAssessment, anAttachment } from '../../support/builders.ts';
import { gulenApprover, gulenCaseworker, openOffice, stored } from './office.ts';

const assessment = {
  plan: 'granted',
  coordinator: 'granted',
  childCoordinator: 'not-applied',
  facts: 'Søkjaren har tenester frå tre einingar.',
  reasons: 'Behovet er langvarig.',
  personsView: 'Ønskjer éin kontakt.',
};

describe('a link that is only looked at', () => {
  it('changes nothing when a scanner replays it a hundred times', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const before = await stored(office.store, office.caseId);
    const browser = await office.visitor(gulenCaseworker);
    const statuses = new Set<number>();
    for (let turn = 0; turn < 50; turn += 1) {
      statuses.add((await office.app.request(path, { method: 'HEAD' }, env())).status);
      statuses.add((await office.app.request(path, {}, env())).status);
    }
    expect(statuses).toEqual(new Set([303]));
    expect((await browser.get(path)).status).toBe(200);
    expect(await stored(office.store, office.caseId)).toEqual(before);
    expect(office.callbacks).toEqual([]);
  });

  it('is in the access log when somebody signed in looks, and not when a scanner does', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    await office.app.request(path, {}, env());
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    await browser.get(`${path}/letter.pdf`);
    const file = await office.store.load(office.caseId);
    const looks = file?.events.filter(({ detail }) => detail?.task === 'assessment-1');
    expect(looks?.map(({ actor }) => actor.id)).toEqual(['gulen-caseworker']);
  });

  it('is logged as the role where the link alone is enough, and with what was fetched', async () => {
    const office = await openOffice({
      case: { municipality: '1160', state: 'in-approval' },
      preview: Buffer.from('%PDF'),
    });
    await office.store.addOnce(office.caseId, 'assessment', anAssessment());
    await office.store.addOnce(office.caseId, 'attachment', anAttachment());
    const path = await office.ask('approval', { recipient: 'approver' });
    const browser = await office.visitor();
    const page = (await browser.get(path)).text;
    expect(page).toContain(`href="${path}/attachments/file-1"`);
    expect(page).toContain('Epikrise.pdf (PDF, 1,5 MB)');
    expect((await browser.get(`${path}/letter.pdf`)).status).toBe(200);
    const file = await browser.get(`${path}/attachments/file-1`);
    expect([file.status, file.location]).toEqual([303, 'https://bucket.example/file-1?as=vedlegg-1.pdf']);
    expect((await browser.get(`${path}/attachments/file-2`)).status).toBe(404);
    const head = await office.app.request(`${path}/attachments/file-1`, { method: 'HEAD' }, env());
    expect([head.status, head.headers.get('location')]).toEqual([200, null]);
    const events = (await office.store.load(office.caseId))?.events.filter(
      ({ detail }) => detail?.task === 'approval-1',
    );
    expect(events?.map(({ detail }) => detail)).toEqual([
      { task: 'approval-1' },
      { task: 'approval-1', letter: 'decision' },
      { task: 'approval-1', attachment: 'file-1' },
    ]);
    expect(new Set(events?.map(({ actor }) => `${actor.kind} ${actor.id} ${actor.name}`))).toEqual(
      new Set(['staff approver Vindafjord kommune']),
    );
  });

  it('is found by links from before they had neutral names too', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    expect(path).toMatch(/^\/t\/[a-z2-7]{26}~[0-9a-f]{16}\/[\w-]{43}$/);
    const old = `/t/${office.caseId}~assessment~1/${path.split('/').at(-1)}`;
    const browser = await office.visitor(gulenCaseworker);
    expect((await browser.get(old)).status).toBe(200);
    const sent = await browser.post(old, { ...assessment, caseVersion: browser.hidden('caseVersion') });
    expect(sent.text).toContain('Takk');
  });

  it('needs more than one button: a form without a choice is not an answer', async () => {
    const office = await openOffice();
    const path = await office.ask('approval', { recipient: 'approver' });
    const browser = await office.visitor(gulenApprover);
    await browser.get(path);
    const seen = await browser.post(path, { caseVersion: browser.hidden('caseVersion') });
    expect(seen.status).toBe(422);
    expect(office.callbacks).toEqual([]);
  });
});

describe('an answer', () => {
  it('goes to the state machine as an id, and thanks', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    const seen = await browser.post(path, { ...assessment, caseVersion: browser.hidden('caseVersion') });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Takk, vi har fått svaret');
    const file = await office.store.load(office.caseId);
    expect(file?.tasks[0]).toMatchObject({ state: 'answered', answeredBy: { id: 'gulen-caseworker' } });
    expect(office.callbacks).toEqual([
      { token: 'token-assessment', output: { outcome: 'answered', answerId: file?.answers[0]?.answerId } },
    ]);
  });

  it('wins once of fifty posted at the same time; the others get a calm page', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browsers = await Promise.all(Array.from({ length: 50 }, () => office.visitor(gulenCaseworker)));
    await Promise.all(browsers.map((browser) => browser.get(path)));
    const seen = await Promise.all(
      browsers.map((browser, at) =>
        browser.post(path, { ...assessment, facts: `Framlegg ${at}`, caseVersion: browser.hidden('caseVersion') }),
      ),
    );
    expect(seen.filter(({ text }) => text.includes('Takk, vi har fått svaret'))).toHaveLength(1);
    expect(seen.filter(({ text }) => text.includes('Oppgåva er alt svart på'))).toHaveLength(49);
    expect(seen.every(({ status }) => status === 200)).toBe(true);
    expect(office.callbacks).toHaveLength(1);
    expect(office.reported).toEqual([]);
  });

  it('is told to whoever comes later, with name and time from our record', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment', {
      state: 'answered',
      answerId: 'a',
      answeredBy: { id: 'gulen-caseworker', name: 'Sak Testhandsamar' },
      answeredAt: '2026-11-24T08:30:00.000Z',
    });
    const seen = await (await office.visitor({ ...gulenCaseworker, id: 'other', name: 'Ein Annan' })).get(path);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Sak Testhandsamar svara 24. november 2026 kl. 09.30');
    expect(seen.text).not.toContain('<textarea');
  });

  it('with faults comes back with everything typed and a summary that leads to the fields', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    const { facts: _left, ...rest } = assessment;
    const seen = await browser.post(path, {
      ...rest,
      plan: 'refused',
      reasons: '',
      personsView: '<b>Eg</b> & du',
      caseVersion: browser.hidden('caseVersion'),
    });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('<title>Feil: Vurder søknaden');
    expect(seen.text).toContain('href="#field-facts"');
    expect(seen.text).toContain('id="field-facts"');
    expect(seen.text).toContain('&lt;b&gt;Eg&lt;/b&gt; &amp; du');
    expect(seen.text).toMatch(/value="refused" checked/);
  });

  it('asks to confirm when the case changed since the page was opened', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    const opened = { ...assessment, caseVersion: browser.hidden('caseVersion') };
    const event = { at: '2026-11-24T09:00:01.000Z', type: 'delayed', actor: { kind: 'system', id: 'test' } } as const;
    await office.store.update({ caseId: office.caseId, changes: { interpreter: 'polsk' }, event });
    const warned = await browser.post(path, opened);
    expect(warned.status).toBe(409);
    expect(warned.text).toContain('Saka er endra etter at du opna sida');
    expect(warned.text).toContain('24. november 2026 kl. 10.00: Melding om forseinking med ny dato vart send');
    expect(warned.text).toContain('Søkjaren har tenester frå tre einingar.');
    const again = { ...assessment, caseVersion: browser.hidden('caseVersion'), changed: 'yes' };
    const unconfirmed = await browser.post(path, again);
    expect(unconfirmed.status).toBe(422);
    expect(unconfirmed.text).toContain('Melding om forseinking');
    expect((await browser.post(path, { ...again, confirmChange: 'yes' })).text).toContain('Takk');
    expect(office.callbacks).toHaveLength(1);
  });

  it('is not lost when the session ended meanwhile', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    await browser.get(path);
    const opened = { ...assessment, caseVersion: browser.hidden('caseVersion') };
    browser.time += 2 * 60 * 60 * 1000;
    const seen = await browser.post(path, opened);
    expect(seen.status).toBe(401);
    expect(seen.text).toContain('Søkjaren har tenester frå tre einingar.');
    expect(office.callbacks).toEqual([]);
  });
});

function env() {
  return { requestContext: { timeEpoch: Date.parse('2026-11-24T09:00:00.000Z') } };
}
