import { describe, expect, it } from 'vitest';
import {
  anne,
  helge,
  ida,
  kari,
  magnhild,
  ownApplication,
  publicApp,
  relativesReport,
  rolf,
  sander,
} from './public-app.ts';

const form = '/gulen/application';

/** Opens the form, sends it filled in, and gives back the page one lands on. */
async function apply(nationalId: string, fields: Readonly<Record<string, string>>, app = publicApp()) {
  const browser = await app.signedIn(nationalId);
  await browser.get(form);
  const submissionKey = browser.hidden('submissionKey');
  const answer = await browser.post(form, { ...fields, submissionKey });
  const page = await browser.follow(answer);
  const caseId = /receipt\/([a-z2-7]{26})/.exec(answer.location ?? '')?.[1] ?? '';
  return { ...app, browser, answer, page, caseId, submissionKey, file: await app.store.load(caseId) };
}

describe('information', () => {
  it('lists the municipalities', async () => {
    const { app } = publicApp();
    const page = await app.request('/', {}, { requestContext: { timeEpoch: 0 } });
    const text = await page.text();
    for (const name of ['Gjøvik', 'Gulen', 'Kristiansand', 'Vindafjord', 'Ålesund']) expect(text).toContain(name);
  });

  it('is in the municipality’s language until another is chosen', async () => {
    const browser = await publicApp().signedIn(kari);
    expect((await browser.get('/gulen')).text).toContain('Søk eller meld frå om behov');
    expect((await browser.get('/gjovik')).text).toContain('Søk eller meld fra om behov');
    expect((await browser.get('/gulen?lang=nb')).text).toContain('Søk eller meld fra om behov');
  });

  it.each([
    ['/orskog', '/alesund'],
    ['/1523/application?lang=nn', '/alesund/application?lang=nn'],
    ['/4635', '/gulen'],
  ])('redirects the former or numeric address %s to %s', async (from, to) => {
    const browser = await publicApp().signedIn(kari);
    const answer = await browser.get(from);
    expect([answer.status, answer.location]).toEqual([301, to]);
  });

  it('answers an unknown municipality with the known ones', async () => {
    const browser = await publicApp().signedIn(kari);
    const page = await browser.get('/atlantis/application');
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="/vindafjord"');
  });
});

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

describe('an application for another', () => {
  it('by a parent is an application with the parent’s consent', async () => {
    const { file } = await apply(anne, {
      ...ownApplication,
      role: 'parent',
      submitterName: 'Anne Testperson',
      personName: 'Ida Testperson',
      personNationalId: ida,
    });
    expect(file?.case).toMatchObject({ origin: 'application', submitter: { role: 'parent', nationalId: anne } });
    expect(file?.case.consents[0]).toMatchObject({ kind: 'plan', by: 'parent' });
  });

  it.each([
    ['an adult child', 'parent', kari],
    ['oneself', 'parent', anne],
    ['a mistyped number', 'relative', '14858510017'],
  ])('is not taken for %s', async (_, role, personNationalId) => {
    const { page } = await apply(anne, { ...ownApplication, role, submitterName: 'Anne', personNationalId });
    expect(page.text).toContain('href="#field-personNationalId"');
  });

  it('by an attorney needs the mandate described', async () => {
    const fields = { ...ownApplication, role: 'attorney', submitterName: 'Fredrik', personNationalId: magnhild };
    expect((await apply(kari, fields)).page.text).toContain('href="#field-mandate"');
    const { file } = await apply(kari, { ...fields, mandate: 'Skriftleg fullmakt av 1. november' });
    expect(file?.case.submitter?.mandate).toBe('Skriftleg fullmakt av 1. november');
  });
});

describe('a report of need', () => {
  it('by a relative keeps its origin and carries no consent', async () => {
    const { file, page } = await apply(rolf, relativesReport);
    expect(file?.case).toMatchObject({ origin: 'report-relative', consents: [], submitter: { nationalId: rolf } });
    expect(page.text).toContain('Vi har teieplikt');
  });

  it.each([
    ['health-worker', 'report-health-worker'],
    ['hospital', 'report-hospital'],
  ])('by %s is known by the event, not by a national id number', async (role, origin) => {
    const { file, page } = await apply(helge, { ...relativesReport, role, submitterOrganisation: 'Legekontoret' });
    expect(file?.case.origin).toBe(origin);
    expect(file?.case.submitter?.nationalId).toBeUndefined();
    expect(page.status).toBe(200);
  });

  it('shows its sender the receipt and nothing else', async () => {
    const { browser, caseId } = await apply(rolf, relativesReport);
    expect((await browser.get(`/gulen/application/receipt/${caseId}`)).status).toBe(200);
    expect((await browser.get(`/gulen/cases/${caseId}`)).status).toBe(404);
    expect((await browser.get('/gulen/cases')).text).toContain(`/gulen/application/receipt/${caseId}`);
  });
});

describe('a case of one’s own', () => {
  it('is seen by the person, not by strangers nor in another municipality', async () => {
    const app = publicApp();
    const { caseId } = await apply(kari, ownApplication, app);
    expect((await (await app.signedIn(kari)).get(`/gulen/cases/${caseId}`)).status).toBe(200);
    expect((await (await app.signedIn(rolf)).get(`/gulen/cases/${caseId}`)).status).toBe(404);
    expect((await (await app.signedIn(rolf)).get(`/gulen/application/receipt/${caseId}`)).status).toBe(404);
    expect((await (await app.signedIn(kari)).get(`/gjovik/cases/${caseId}`)).status).toBe(404);
  });

  it('is seen by a parent of a child of 15, not of 17 without a fullmakt', async () => {
    const parents = { ...ownApplication, role: 'parent', submitterName: 'Anne' };
    const young = await apply(anne, { ...parents, personNationalId: ida });
    expect((await young.browser.get(`/gulen/cases/${young.caseId}`)).status).toBe(200);
    const older = await apply(anne, { ...parents, personNationalId: sander });
    expect((await older.browser.get(`/gulen/cases/${older.caseId}`)).status).toBe(404);
    const mandated = await apply(anne, { ...parents, personNationalId: sander, mandate: 'Fullmakt' });
    expect((await mandated.browser.get(`/gulen/cases/${mandated.caseId}`)).status).toBe(200);
  });
});
