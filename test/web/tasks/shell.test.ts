import { describe, expect, it } from 'vitest';
import { anAppeal, anAssessment, aPerson, aSubmitter, granted, syntheticNationalId } from '../../support/builders.ts';
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
    const file = await office.store.load(office.caseId);
    const looks = file?.events.filter(({ detail }) => detail?.task === 'assessment-1');
    expect(looks?.map(({ actor }) => actor.id)).toEqual(['gulen-caseworker']);
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
    const event = { at: '2026-11-24T09:00:01.000Z', type: 'changed', actor: { kind: 'system', id: 'test' } } as const;
    await office.store.update({ caseId: office.caseId, changes: { interpreter: 'polsk' }, event });
    const warned = await browser.post(path, opened);
    expect(warned.status).toBe(409);
    expect(warned.text).toContain('Saka er endra etter at du opna sida');
    const again = { ...assessment, caseVersion: browser.hidden('caseVersion'), changed: 'yes' };
    expect((await browser.post(path, again)).status).toBe(422);
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

describe('who may answer', () => {
  it('sees one and the same page for unknown, mistyped, foreign, expired, replaced and withdrawn links', async () => {
    const office = await openOffice();
    const good = await office.ask('assessment');
    const [taskId = '', secret = ''] = good.slice('/t/'.length).split('/');
    const expired = await office.ask('delay-reason', { expiresAt: '2026-11-24T08:59:59.000Z' });
    const replaced = await office.ask('appeal-review', { state: 'expired' });
    const withdrawn = await office.ask('county-outcome', { state: 'withdrawn' });
    const paths = [
      `/t/${taskId.replace('test', 'tes2')}/${secret}`,
      `/t/${taskId}/${secret.slice(0, -1)}`,
      `/t/${taskId}/${expired.split('/').at(-1)}`,
      `/t/nonsense/${secret}`,
      expired,
      replaced,
      withdrawn,
    ];
    const browser = await office.visitor();
    await browser.get(paths[0] ?? '');
    const pages = await Promise.all(paths.map((path) => browser.get(path)));
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).not.toMatch(/Gulen|Kari|plan og koordinator<\/h1>/);
  });

  it('refuses other municipalities and other roles like strangers', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    for (const session of [{ ...gulenCaseworker, municipality: '1160' }, gulenApprover]) {
      const browser = await office.visitor(session);
      const seen = await browser.get(path);
      expect(seen.status).toBe(404);
      expect(seen.text).not.toContain('Kari');
      await browser.get(`/test/form?for=${path}`);
      expect((await browser.post(path, assessment)).status).toBe(404);
    }
    expect(office.callbacks).toEqual([]);
  });

  it('needs four eyes, on the page and in the post', async () => {
    const office = await openOffice({ case: { state: 'in-approval' } });
    await office.store.addOnce(office.caseId, 'assessment', anAssessment());
    const path = await office.ask('approval', { recipient: 'approver' });
    const both = await office.visitor({ ...gulenCaseworker, roles: ['caseworker', 'approver'] });
    const seen = await both.get(path);
    expect(seen.status).toBe(403);
    expect(seen.text).toContain('Ein annan må godkjenne');
    await both.get(`/test/form?for=${path}`);
    expect((await both.post(path, { choice: 'approve', caseVersion: '2' })).text).toContain('Ein annan må godkjenne');
    const leader = await office.visitor(gulenApprover);
    await leader.get(path);
    expect((await leader.post(path, { choice: 'approve', caseVersion: leader.hidden('caseVersion') })).status).toBe(
      200,
    );
  });

  it('asks for a name where the link alone is enough, and compares it', async () => {
    const office = await openOffice({ case: { municipality: '1160', state: 'in-approval' } });
    await office.store.addOnce(
      office.caseId,
      'assessment',
      anAssessment({ assessedBy: { id: 'caseworker', name: 'Ola Nes' } }),
    );
    const path = await office.ask('approval', { recipient: 'approver' });
    const browser = await office.visitor();
    expect((await browser.get(path)).text).toContain('name="staffName"');
    const caseVersion = browser.hidden('caseVersion');
    expect((await browser.post(path, { choice: 'approve', caseVersion })).text).toContain('Skriv namnet ditt');
    expect((await browser.post(path, { choice: 'approve', caseVersion, staffName: 'ola  nes' })).status).toBe(422);
    expect((await browser.post(path, { choice: 'approve', caseVersion, staffName: 'Eli Vik' })).status).toBe(200);
    const file = await office.store.load(office.caseId);
    expect(file?.answers[0]?.by).toEqual({ id: 'approver', name: 'Eli Vik' });
  });

  it('lets the person or a representative consent, nobody else, and no child under 16', async () => {
    const person = aPerson();
    const parent = aSubmitter();
    const child = aPerson({
      nationalId: syntheticNationalId('2012-01-01'),
    });
    const as = (nationalId = '') => ({ kind: 'person', nationalId, name: '' }) as const;
    const consent = { plan: 'no', coordinator: 'yes', sharing: 'no' };

    const own = await openOffice({ case: { state: 'awaiting-consent', origin: 'report-relative', person } });
    const path = await own.ask('consent', { recipient: 'person' });
    expect((await (await own.visitor(as(parent.nationalId))).get(path)).status).toBe(404);
    const self = await own.visitor(as(person.nationalId));
    await self.get(path);
    expect((await self.post(path, { ...consent, caseVersion: self.hidden('caseVersion') })).status).toBe(200);
    const file = await own.store.load(own.caseId);
    expect(file?.answers[0]).toMatchObject({
      by: { id: 'person', name: 'Kari Testperson' },
      answer: { plan: false, coordinator: true, sharing: false },
    });

    const young = await openOffice({ case: { state: 'awaiting-consent', person: child, submitter: parent } });
    const asked = await young.ask('consent', { recipient: 'person' });
    const refused = await (await young.visitor(as(child.nationalId))).get(asked);
    expect([refused.status, refused.text.includes('under 16 år')]).toEqual([403, true]);
    expect((await (await young.visitor(as(parent.nationalId))).get(asked)).status).toBe(200);
  });
});

describe('the letter to be approved', () => {
  it('is shown as PDF to the approver alone', async () => {
    const office = await openOffice({ case: { state: 'in-approval' }, preview: Buffer.from('%PDF-1.7') });
    await office.store.addOnce(office.caseId, 'assessment', anAssessment({ outcomes: granted }));
    const path = await office.ask('approval', { recipient: 'approver' });
    const leader = await office.visitor(gulenApprover);
    expect((await leader.get(path)).text).toContain(`href="${path}/letter.pdf"`);
    const pdf = await leader.get(`${path}/letter.pdf`);
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text]).toEqual([200, 'application/pdf', '%PDF-1.7']);
    expect((await (await office.visitor()).get(`${path}/letter.pdf`)).status).toBe(303);
  });

  it('tells calmly when it cannot be laid out', async () => {
    const office = await openOffice({ case: { state: 'in-approval' } });
    await office.store.addOnce(office.caseId, 'appeal', anAppeal());
    const path = await office.ask('approval', { recipient: 'approver' });
    const seen = await (await office.visitor(gulenApprover)).get(`${path}/letter.pdf`);
    expect([seen.status, seen.text.includes('Brevet kan ikkje visast no')]).toEqual([502, true]);
  });
});

function env() {
  return { requestContext: { timeEpoch: Date.parse('2026-11-24T09:00:00.000Z') } };
}
