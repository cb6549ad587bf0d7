import { Hono } from 'hono';
import type { StaffSession } from '../../../functions/identity/index.ts';
import type { CaseStore } from '../../../functions/platform/case-store.ts';
import type { WebEnv } from '../../../functions/platform/http/index.ts';
import { Browser, requestTime } from '../../support/browser.ts';
import { aPerson } from '../../support/builders.ts';
import { publicApp } from './public-app.ts';

/** A caseworker in Gulen. */
export const caseworker: StaffSession = {
  kind: 'staff',
  id: 'gulen-caseworker',
  name: 'Sak Testhandsamar',
  municipality: '4635',
  roles: ['caseworker'],
};

/** The public app, with a browser in which a member of staff has just signed in. */
export async function office(staff: StaffSession = caseworker, store?: CaseStore) {
  const town = publicApp(store);
  const browser = new Browser(town.app);
  const door = new Hono<WebEnv>().get('/', async (c) => {
    await town.sessions.begin(c, staff, { idToken: 'id token', sid: 'sid' });
    return c.text('in');
  });
  const answer = await door.request('/', {}, { requestContext: { timeEpoch: requestTime } });
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
  browser.setCookie(name, value);
  return { ...town, browser };
}

const person = aPerson();

/** An adult's own form on paper, in the words of the staff's page; the requests arrive on 24 November 2026. */
export const ownPaper = {
  receivedOn: '2026-11-20',
  postmarkedOn: '2026-11-18',
  role: 'self',
  signedBy: 'person',
  personName: person.name,
  personNationalId: person.nationalId,
  personStreet: 'Testvegen 1',
  personPostalCode: '5966',
  personCity: 'Eivindvik',
  wishPlan: 'yes',
  needs: 'Eg treng hjelp til å samordne tenestene.',
  consentPlan: 'yes',
  language: 'nn',
  contact: 'paper',
};

/** Begins a form, puts its scan into the bucket as the browser would, and goes on to the form. */
export async function atForm({ scan = '%PDF-1.7 scan' } = {}) {
  const town = await office();
  await town.browser.get('/gulen/paper');
  await town.browser.post('/gulen/paper/start', {});
  await town.browser.get('/gulen/paper/form');
  const draft = town.browser.hidden('draft');
  if (scan) town.uploads.put(draft, 'scan-0001', scan);
  const send = (fields: Record<string, string>, action = 'register') =>
    town.browser.post('/gulen/paper/form', { draft, pointedOut: town.browser.hidden('pointedOut'), ...fields, action });
  const registered = async () => {
    const [caseId = ''] = town.executions.keys();
    const file = await town.store.load(caseId);
    if (!file) throw new Error('no case');
    return file;
  };
  return { ...town, draft, send, registered };
}
