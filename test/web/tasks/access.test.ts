import { describe, expect, it } from 'vitest';
import { anAppeal, anAssessment, aPerson, aSubmitter, granted, syntheticNationalId } from '../../support/builders.ts';
import { gulenApprover, gulenCaseworker, openOffice } from './office.ts';

const assessment = {
  plan: 'granted',
  coordinator: 'granted',
  childCoordinator: 'not-applied',
  facts: 'Søkjaren har tenester frå tre einingar.',
  reasons: 'Behovet er langvarig.',
  personsView: 'Ønskjer éin kontakt.',
};

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
    // Another municipality's staff are nobody's staff here, whoever gave them the link.
    expect((await (await office.visitor(gulenCaseworker)).get(path)).status).toBe(404);
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
