import { describe, expect, it } from 'vitest';
import { answer, apply, form, jump, walker } from './apply.ts';
import { kari, magnhild, ownApplication, publicApp } from './public-app.ts';

const summary = `${form}/summary`;

describe('an own application', () => {
  it('tells anybody what the form is for, and asks for a sign-in at the first question', async () => {
    const { app } = publicApp();
    const env = { requestContext: { timeEpoch: 0 } };
    const start = await (await app.request(form, {}, env)).text();
    for (const words of ['Kven kan bruke skjemaet', 'gratis', '15 minutt', 'Ikkje send helseopplysningar i e-post'])
      expect(start).toContain(words);
    expect(start).toContain('href="/gulen/forms/application.nn.pdf"');
    const answer = await app.request(`${form}/role`, {}, env);
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
    const { app, browser, executions, store } = await toSummary();
    const fields = { submissionKey: browser.hidden('submissionKey'), csrf: browser.csrf(summary), confirmed: 'yes' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => browser.post(summary, fields)));
    // The back button, after the draft is gone.
    answers.push(await browser.post(summary, fields));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(executions.size).toBe(1);
    expect(await store.listByPerson('4635', kari)).toHaveLength(1);
    for (const answer of answers.slice(49)) expect((await browser.follow(answer)).status).toBe(200);
    expect(app).toBeDefined();
  });

  it('is started by the second try when the first stored it but started nothing', async () => {
    const { browser, executions, store } = await toSummary({
      startApplication: async () => {
        if (executions.size === 0 && tries++ === 0) throw new Error('no answer');
      },
    });
    let tries = 0;
    const fields = { submissionKey: browser.hidden('submissionKey'), csrf: browser.csrf(summary), confirmed: 'yes' };
    expect((await browser.post(summary, fields)).status).toBe(500);
    expect((await browser.post(summary, fields)).status).toBe(303);
    expect(await store.listByPerson('4635', kari)).toHaveLength(1);
  });

  it('points out a case that is open already, and is not in the way', async () => {
    const app = publicApp();
    const { browser } = await apply(kari, ownApplication, app);
    expect((await browser.get(form)).text).toContain('éin individuell plan om gongen');
    const again = await jump(kari, ownApplication, app);
    expect(again.page.url.pathname).toBe(summary);
    expect(again.page.text).toContain('éin individuell plan om gongen');
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
      attorneyLawyer: 'no',
      attorneyEmployed: 'no',
      mandateKind: 'written',
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

describe('an answer that is wrong', () => {
  it.each([
    ['person-name', { role: 'relative', submitterName: 'Rolf' }, 'personName'],
    ['needs', {}, 'needs'],
  ])('keeps whoever sends it at %s', async (step, fields, field) => {
    const { page, file } = await apply(kari, { ...ownApplication, ...fields, [field]: '' });
    expect(file).toBeUndefined();
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Feil: ');
    expect(page.text).toContain(`action="${form}/${step}"`);
    expect(page.text).toContain(`href="#field-${field}"`);
    expect(page.text).toMatch(new RegExp(`id="field-${field}"`));
    expect(page.text).toContain(`id="field-${field}-error"`);
  });

  it.each([
    ['paper without an address', { contact: 'paper' }, 'personStreet'],
    ['a report on paper without an address', { role: 'relative', contact: 'paper' }, 'personStreet'],
    ['an attorney’s letters on paper without an address', { role: 'attorney', contact: 'paper' }, 'submitterStreet'],
    ['digital without an address', { personEmail: '' }, 'personEmail'],
    ['no e-mail address', { personEmail: 'nei' }, 'personEmail'],
    ['a telephone number of three digits', { personPhone: '123' }, 'personPhone'],
    ['a postal code of three digits', { personPostalCode: '123' }, 'personPostalCode'],
    ['a text that is too long', { needs: `${'x'.repeat(20_001)} & «slutt»` }, 'needs'],
    ['half an address', { personStreet: 'Testvegen 1' }, 'personCity'],
    ['no wish', { wishPlan: '', wishCoordinator: '' }, 'wishPlan'],
    ['no answer on consent', { consentPlan: '' }, 'consentPlan'],
    ['no answer on shielding', { addressShielded: '' }, 'addressShielded'],
    ['no child', { wishChildCoordinator: 'yes' }, 'childCoordinatorFor'],
  ])('refuses %s and keeps what was typed', async (_, fields, field) => {
    const other = {
      submitterName: 'Fredrik',
      mandate: 'Fullmakt',
      attorneyLawyer: 'no',
      attorneyEmployed: 'no',
      mandateKind: 'written',
    };
    const { at, file } = await apply(kari, { ...ownApplication, ...other, personNationalId: magnhild, ...fields });
    expect(file).toBeUndefined();
    expect(at.status).toBe(422);
    expect(at.html(`[role="alert"] a[href="#field-${field}"]`)).toHaveLength(1);
    expect(at.html(`#field-${field}`)).toHaveLength(1);
    const typed = Object.entries(fields).find(([name]) => name === field)?.[1];
    if (typed) expect(at.html(`#field-${field}`).val()).toBe(typed);
  });

  it('cannot be skipped: a later page leads back to the first that is open', async () => {
    const walking = walker(await publicApp().signedIn(kari));
    for (const later of ['address', 'summary', 'lawyer'])
      expect((await walking.open(`${form}/${later}`)).url.pathname).toBe(`${form}/role`);
    await answer(walking, 'role', { role: 'self' });
    expect((await walking.open(`${form}/summary`)).url.pathname).toBe(`${form}/name`);
    expect((await walking.open(`${form}/nothing`)).status).toBe(404);
  });
});

/** Kari at her summary, in an app some parts of which may be other ones. */
async function toSummary(executions = {}) {
  const app = publicApp(undefined, executions);
  const walked = await jump(kari, ownApplication, app);
  expect(walked.page.url.pathname).toBe(summary);
  return walked;
}
