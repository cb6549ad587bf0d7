import { describe, expect, it } from 'vitest';
import { apply, form } from './apply.ts';
import { kari, magnhild, ownApplication, publicApp } from './public-app.ts';

describe('an own application', () => {
  it('asks for a sign-in first', async () => {
    const { app } = publicApp();
    const answer = await app.request(form, {}, { requestContext: { timeEpoch: 0 } });
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?as=person&return=/);
    expect(answer.headers.get('location')).not.toContain('gulen');
  });

  it('becomes a case, received at the moment of the request', async () => {
    const { file, caseId, executions } = await apply(kari, ownApplication);
    expect(file?.case).toMatchObject({
      caseId,
      municipality: '4635',
      caseNumber: '',
      state: 'received',
      language: 'nn',
      legalBasis: 'health',
      origin: 'application',
      person: { name: 'Kari Testperson', nationalId: kari, email: 'kari@innbygger.example' },
      wishes: { plan: true, coordinator: true, childCoordinator: false },
      contact: 'digital',
      receivedAt: '2026-11-24T09:00:00.000Z',
      receivedOn: '2026-11-24',
      dueOn: '2026-12-24',
      expectedOn: '2026-12-24',
      decisionNumber: 0,
      appealNumber: 0,
    });
    expect(file?.case.account.needs).toBe(ownApplication.needs);
    expect(file?.case.submitter).toBeUndefined();
    expect(executions.get(caseId)).toEqual({ caseId, municipality: '4635' });
  });

  it('records each consent on its own, with the version of its text', async () => {
    const { file } = await apply(kari, ownApplication);
    expect(file?.case.consents).toEqual([
      { kind: 'plan', given: true, textVersion: '2026-11', by: 'person', how: 'form', at: '2026-11-24T09:00:00.000Z' },
      {
        kind: 'sharing',
        given: false,
        textVersion: '2026-11',
        by: 'person',
        how: 'form',
        at: '2026-11-24T09:00:00.000Z',
      },
    ]);
  });

  it('needs no consent to a plan for a coordinator alone, and may leave it for later', async () => {
    const { wishPlan: _, consentPlan: __, ...coordinatorOnly } = ownApplication;
    const alone = await apply(kari, { ...coordinatorOnly, consentSharing: '' });
    expect(alone.file?.case.consents).toEqual([]);
    const later = await apply(kari, { ...ownApplication, consentPlan: 'later', consentSharing: '' });
    expect(later.file?.case.consents).toEqual([]);
  });

  it('shows a receipt with the time, what happens next and a copy, escaped', async () => {
    const { page } = await apply(kari, ownApplication);
    expect(page.status).toBe(200);
    expect(page.text).toContain('24. november 2026');
    expect(page.text).toContain('24. desember 2026');
    expect(page.text).toContain('Eg treng at tenestene snakkar saman.');
    expect(page.text).not.toContain('<script>alert');
  });

  it('sent fifty times at once is one case, one execution and fifty calm pages', async () => {
    const app = publicApp();
    const browser = await app.signedIn(kari);
    await browser.get(form);
    const fields = { ...ownApplication, submissionKey: browser.hidden('submissionKey') };
    const answers = await Promise.all(Array.from({ length: 50 }, () => browser.post(form, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(app.executions.size).toBe(1);
    expect(await app.store.listByPerson('4635', kari)).toHaveLength(1);
    for (const answer of answers.slice(48)) expect((await browser.follow(answer)).status).toBe(200);
  });

  it('is started by the second try when the first stored it but started nothing', async () => {
    const app = publicApp();
    const browser = await app.signedIn(kari);
    await browser.get(form);
    const fields = { ...ownApplication, submissionKey: browser.hidden('submissionKey') };
    await browser.post(form, fields);
    app.executions.clear();
    await browser.post(form, fields);
    expect(app.executions.size).toBe(1);
  });

  it('points out a case that is open already', async () => {
    const { browser } = await apply(kari, ownApplication);
    expect((await browser.get(form)).text).toContain('éin individuell plan om gongen');
  });
});

describe('a postal address', () => {
  const address = { personStreet: 'Testvegen 1', personPostalCode: '5966', personCity: 'Eivindvik' };

  it('is neither asked for nor kept when it is shielded', async () => {
    const { file } = await apply(kari, { ...ownApplication, ...address, contact: 'paper', addressShielded: 'yes' });
    expect(file?.case.person).toMatchObject({ addressShielded: true });
    expect(file?.case.person.address).toBeUndefined();
  });

  it('is the attorney’s own for letters to an attorney', async () => {
    const { file } = await apply(kari, {
      ...ownApplication,
      ...address,
      role: 'attorney',
      submitterName: 'Fredrik Testfullmektig',
      mandate: 'Skriftleg fullmakt av 1. november 2026',
      personNationalId: magnhild,
      contact: 'paper',
      submitterStreet: 'Kontorvegen 2',
      submitterPostalCode: '5966',
      submitterCity: 'Eivindvik',
    });
    expect(file?.case.submitter?.address).toEqual({ street: 'Kontorvegen 2', postalCode: '5966', city: 'Eivindvik' });
  });
});

describe('a form with errors', () => {
  it('comes back with every error linked to its field and everything typed', async () => {
    const { page, file } = await apply(kari, {
      role: 'attorney',
      personName: '',
      personNationalId: '123',
      personEmail: 'nei',
      needs: 'Mine ord & «tegn»',
      contact: 'digital',
      language: 'nn',
    });
    expect(file).toBeUndefined();
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Feil: ');
    for (const field of ['submitterName', 'mandate', 'personName', 'personNationalId', 'personEmail', 'wishPlan']) {
      expect(page.text).toContain(`href="#field-${field}"`);
      expect(page.text).toMatch(new RegExp(`id="field-${field}"`));
      expect(page.text).toContain(`id="field-${field}-error"`);
    }
    expect(page.text).toContain('Mine ord &amp; «tegn»');
    expect(page.text).toContain('value="nei"');
    expect(page.text).toContain('Vel minst éin ting du søkjer om');
  });

  it('keeps its submission key, so that mending it makes one case', async () => {
    const { browser, submissionKey } = await apply(kari, { role: 'self' });
    expect(browser.hidden('submissionKey')).toBe(submissionKey);
  });

  it('has no field for an error that is not on the page', async () => {
    const { page } = await apply(kari, {});
    const targets = [...page.text.matchAll(/href="#(field-[^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets) expect(page.text).toContain(`id="${target}"`);
  });

  it.each([
    ['paper without an address', { contact: 'paper' }, 'personStreet'],
    ['a report on paper without an address', { role: 'relative', contact: 'paper' }, 'personStreet'],
    ['an attorney’s letters on paper without an address', { role: 'attorney', contact: 'paper' }, 'submitterStreet'],
    ['digital without an address', { personEmail: '' }, 'personEmail'],
    ['a postal code of three digits', { personPostalCode: '123' }, 'personPostalCode'],
    ['a text that is too long', { needs: 'x'.repeat(20_001) }, 'needs'],
    ['no answer on consent', { consentPlan: '' }, 'consentPlan'],
  ])('refuses %s', async (_, fields, field) => {
    const { page, file } = await apply(kari, { ...ownApplication, ...fields });
    expect(file).toBeUndefined();
    expect(page.text).toContain(`href="#field-${field}"`);
  });
});
