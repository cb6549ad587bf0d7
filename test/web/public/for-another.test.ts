import { describe, expect, it } from 'vitest';
import { sendForm, walkForm } from '../../journeys/driver/form.ts';
import { answer, apply, form, jump } from './apply.ts';
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

describe('an application for another', () => {
  const parents = {
    ...ownApplication,
    role: 'parent',
    submitterName: 'Anne Testperson',
    submitterEmail: 'anne@innbygger.example',
    personName: 'Ida Testperson',
    personNationalId: ida,
    childsView: 'Eg vil ha ein vaksen på skulen som veit alt.',
    otherParent: 'none',
  };
  const attorneys = {
    ...ownApplication,
    role: 'attorney',
    attorneyLawyer: 'no',
    attorneyEmployed: 'no',
    mandateKind: 'written',
    submitterName: 'Fredrik',
    submitterEmail: 'fredrik@innbygger.example',
    personNationalId: magnhild,
  };

  it('by a parent is an application with the parent’s consent', async () => {
    const { file, page } = await apply(anne, { ...parents, wishChildCoordinator: 'yes' });
    expect(file?.case).toMatchObject({
      origin: 'application',
      channel: 'form',
      submitter: { role: 'parent', nationalId: anne },
      wishes: { childCoordinator: true, childCoordinatorFor: 'person' },
    });
    expect(file?.case.consents[0]).toMatchObject({ kind: 'plan', by: 'parent' });
    expect(page.text).toContain('Namnet til barnet');
  });

  it('by a parent of somebody of 17 without a fullmakt asks for nobody’s consent', async () => {
    const fields = { ...parents, personNationalId: sander, personEmail: 'sander@innbygger.example' };
    expect((await apply(anne, fields)).file?.case.consents).toEqual([]);
    // Described and not shown: nobody has seen that it is there (fvl § 12).
    const described = await apply(anne, { ...fields, mandate: 'Fullmakt av 1. november' });
    expect(described.file?.case).toMatchObject({ consents: [], submitter: { mandateUnseen: true } });
  });

  it.each([
    ['an adult child', 'parent', kari],
    ['oneself', 'parent', anne],
    ['a mistyped number', 'relative', '14858510017'],
  ])('is not taken for %s', async (_, role, personNationalId) => {
    const { page } = await apply(anne, { ...parents, role, personNationalId });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#field-personNationalId"');
  });

  it('by an attorney needs the mandate described, and keeps what was uploaded', async () => {
    expect((await apply(kari, attorneys)).page.text).toContain('href="#field-mandate"');
    const app = publicApp();
    const mandate = 'Skriftleg fullmakt av 1. november';
    const { browser, walking, page } = await jump(kari, { ...attorneys, mandate }, app);
    app.uploads.put(browser.hidden('submissionKey'), 'a-file', pdf);
    const files = await walking.open(`${form}/mandate-file?from=summary`);
    expect(files.html('form[enctype="multipart/form-data"] [type="file"]')).toHaveLength(1);
    expect(walking.seen().headers.get('content-security-policy')).toContain('https://bucket.example');
    const summary = await walking.open(page.url.pathname);
    expect(summary.text).toContain('Vedlegg: 1');
    const receipt = await sendForm(walking, summary);
    const file = await app.store.load(receipt.url.pathname.split('/').at(-1) ?? '');
    expect(file?.case.submitter).toMatchObject({ mandate });
    expect(file?.case.submitter?.mandateUnseen).toBeUndefined();
    expect(file?.case.consents[0]).toMatchObject({ kind: 'plan', by: 'attorney' });
    expect(file?.attachments).toMatchObject([{ purpose: 'mandate', type: 'application/pdf', by: { kind: 'person' } }]);
    expect(receipt.text).toContain('PDF');
  });

  it('by a lawyer needs no written fullmakt', async () => {
    const { file } = await apply(kari, { ...attorneys, attorneyLawyer: 'yes' });
    expect(file?.case.submitter).toMatchObject({ role: 'attorney', lawyer: true });
    expect(file?.case.consents[0]).toMatchObject({ kind: 'plan', by: 'attorney' });
  });

  it('by somebody employed there is refused, with the reason and what they can do', async () => {
    const { at, file, walking } = await apply(helge, { ...attorneys, attorneyEmployed: 'yes', mandate: 'Fullmakt' });
    expect(file).toBeUndefined();
    expect(at.url.pathname).toBe(`${form}/refused`);
    expect(at.text).toContain('forvaltningslova § 12');
    expect(at.text).toContain('Du kan melde frå om behovet som tilsett');
    for (const later of ['needs', 'summary'])
      expect((await walking.open(`${form}/${later}`)).url.pathname).toBe(`${form}/employed`);
    // The way out: report the need as the employee one is.
    await answer(walking, 'role', { role: 'health-worker' });
    const summary = await walkForm(walking, form, { ...relativesReport, submitterOrganisation: 'Heimetenesta' });
    expect((await sendForm(walking, summary)).status).toBe(200);
  });

  it('with another role asks again what was answered about the person', async () => {
    const app = publicApp();
    const { walking } = await jump(kari, ownApplication, app);
    const next = await answer(walking, 'role', { role: 'relative' });
    expect(next.url.pathname).toBe(`${form}/your-name`);
    const stopped = await walkForm(walking, form, { submitterName: 'Kari' });
    expect(stopped.url.pathname).toBe(`${form}/person-name`);
    expect(stopped.html('[name="personName"]').val()).toBe('');
  });
});

describe('a child who applies alone', () => {
  it('is told kindly that parents must agree to a plan, is asked for no consent, and gets a case', async () => {
    const app = publicApp();
    const { file, walking } = await apply(ida, { ...ownApplication, personName: 'Ida', tellParents: 'yes' }, app);
    expect(file?.case).toMatchObject({ origin: 'application', consents: [], wishes: { plan: true } });
    expect(file?.case.submitter).toBeUndefined();
    const again = await jump(ida, { ...ownApplication, personName: 'Ida', tellParents: 'yes' }, app);
    const told = await again.walking.open(`${form}/parents`);
    expect(told.text).toContain('Foreldra dine må seie ja til planen');
    expect(again.page.html('main').text()).not.toContain('Samtykke');
    expect(walking).toBeDefined();
  });
});

const pdf = '%PDF-1.7\n%%EOF';

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
    const parents = {
      ...ownApplication,
      role: 'parent',
      submitterName: 'Anne',
      submitterEmail: 'anne@innbygger.example',
      childsView: 'Ja.',
      otherParent: 'none',
    };
    const young = await apply(anne, { ...parents, personNationalId: ida });
    expect((await young.browser.get(`/gulen/cases/${young.caseId}`)).status).toBe(200);
    const older = await apply(anne, { ...parents, personNationalId: sander });
    expect((await older.browser.get(`/gulen/cases/${older.caseId}`)).status).toBe(404);
    const described = await apply(anne, { ...parents, personNationalId: sander, mandate: 'Fullmakt' });
    expect((await described.browser.get(`/gulen/cases/${described.caseId}`)).status).toBe(404);
  });
});
