import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
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
