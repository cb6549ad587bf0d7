import { folderOf } from '../../../../functions/platform/form-files.ts';
import { aCase, aConsent, anAppeal, aTask } from '../../../support/builders.ts';
import { caseId, decided, kariWith, path, planEnded } from '../../public/karis-case.ts';
import { anne } from '../../public/public-app.ts';
import { type Room, type Sight, sight } from './sight.ts';

const inAssessment = { case: aCase({ state: 'in-assessment' }) };

/** The case as it stands at each stage. */
export const caseInEachState: Room = async () => {
  const states = ['received', 'awaiting-consent', 'in-approval', 'withdrawn', 'closed'] as const;
  const pages: Sight[] = [];
  for (const state of states) {
    const { browser } = await kariWith({ case: aCase({ state }) });
    pages.push(sight(`a case that is ${state}`, await browser.get(path)));
  }
  const { browser } = await kariWith(decided());
  pages.push(sight('a case that is decided', await browser.get(path)));
  pages.push(sight('its letter', await browser.get(`${path}/letters/decision-1`)));
  pages.push(sight('the log', await browser.get(`${path}/log`)));
  return pages;
};

/** Consents and contact data: to read, with a fault, changed, and a question that waits for an answer. */
export const consentsAndContact: Room = async () => {
  const { browser } = await kariWith({ case: aCase({ state: 'in-assessment', consents: [aConsent()] }) });
  const consents = await browser.get(`${path}/consents`);
  const withdraw = { kind: 'plan', change: 'withdraw' };
  const wrong = await browser.post(`${path}/consents`, withdraw);
  const done = await browser.follow(await browser.post(`${path}/consents`, { ...withdraw, 'choice-plan': 'yes' }));
  const contact = await browser.get(`${path}/contact`);
  const noMail = await browser.post(`${path}/contact`, { email: '', phone: 'abc', language: 'nb' });
  const asked = await kariWith({
    case: aCase({ state: 'awaiting-consent', origin: 'report-relative', consents: [] }),
    tasks: [aTask({ kind: 'consent', key: '1', recipient: 'person' })],
  });
  return [
    sight('the consents', consents),
    sight('a consent without a choice', wrong, 422),
    sight('a consent that was withdrawn', done),
    sight('contact data', contact),
    sight('contact data with errors', noMail, 422),
    sight('a question of consent', await asked.browser.get(`${path}/consents`)),
  ];
};

/** Information added to a case: the form with files, good and bad, its errors and its receipt. */
export const addedInformation: Room = async () => {
  const karis = await kariWith(inAssessment);
  const { browser, load, uploads } = karis;
  const address = `${path}/information`;
  const empty = await browser.get(address);
  const submissionKey = browser.hidden('submissionKey');
  const wrong = await browser.post(address, { text: '', submissionKey });
  const person = (await load()).events.find(({ actor }) => actor.kind === 'person')?.actor.id ?? '';
  uploads.put(folderOf('information', caseId, person, 0), 'bad', 'not a picture');
  const refused = await browser.get(address);
  await browser.post(`${address}/remove`, { file: 'bad' });
  uploads.put(folderOf('information', caseId, person, 0), 'good', '%PDF-1.7 a file');
  await browser.get(address);
  const receipt = await browser.follow(await browser.post(address, { text: 'Ny epikrise', submissionKey }));
  return [
    sight('adding information', empty),
    sight('adding nothing', wrong, 422),
    sight('a file that is refused', refused),
    sight('what was added', receipt),
  ];
};

/** The appeal: the form, its errors, the copy, the case afterwards, and an appeal on behalf of another. */
export const appeals: Room = async () => {
  const { browser, store, signedIn } = await kariWith(decided());
  const form = await browser.get(`${path}/appeal`);
  const submissionKey = browser.hidden('submissionKey');
  const wrong = await browser.post(`${path}/appeal`, { submissionKey });
  const words = { text: 'Eg er ikkje samd.\nHeilt ærleg.', wantedChange: 'Eg vil ha plan.', choice: 'appeal' };
  const sent = await browser.follow(await browser.post(`${path}/appeal`, { ...words, submissionKey }));
  const copy = await browser.get(`${path}/appeals/1`);
  const late = await kariWith({ ...decided(), case: aCase({ state: 'appealed' }), appeals: [anAppeal()] });
  const ended = await kariWith(planEnded());
  const endedForm = await ended.browser.get(`${path}/appeal`);
  const waits = { submissionKey: ended.browser.hidden('submissionKey'), deferral: 'yes' };
  const endedWrong = await ended.browser.post(`${path}/appeal`, waits);
  await ended.browser.post(`${path}/appeal`, { ...words, ...waits });
  const other = await signedIn(anne);
  const behalf = await other.get('/gulen/appeal');
  const behalfWrong = await other.post('/gulen/appeal', {
    submissionKey: other.hidden('submissionKey'),
    nationalId: '1',
  });
  const { person, caseNumber } = (await store.load(caseId))?.case ?? aCase();
  const attorney = { name: 'Advokat Prøve', contact: '00 00 00 00', lawyer: 'yes', nationalId: person.nationalId };
  const behalfSent = await other.post('/gulen/appeal', {
    ...{ ...words, ...attorney, caseNumber },
    submissionKey: other.hidden('submissionKey'),
  });
  return [
    sight('the appeal form', form),
    sight('the appeal form with errors', wrong, 422),
    sight('an appeal that was sent', sent),
    sight('the copy of an appeal', copy),
    sight('a case that is appealed', await late.browser.get(path)),
    sight('the appeal form over the end of a right', endedForm),
    sight('the appeal form over the end of a right with errors', endedWrong, 422),
    sight('the copy of an appeal that asks to wait', await ended.browser.get(`${path}/appeals/1`)),
    sight('a case whose appeal asks to wait', await ended.browser.get(path)),
    sight('an appeal on behalf', behalf),
    sight('an appeal on behalf with errors', behalfWrong, 422),
    sight('an appeal on behalf that was sent', behalfSent),
  ];
};
