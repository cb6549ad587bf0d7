import { describe, expect, it } from 'vitest';
import { aCase, aConsent, aSubmitter, aTask } from '../../support/builders.ts';
import { stored } from '../../support/stored.ts';
import { caseId, decided, kariWith, path } from './karis-case.ts';
import { anne, ida, publicApp } from './public-app.ts';

const consents = `${path}/consents`;
const plan = { kind: 'plan', change: 'withdraw' };

describe('the consents of a case', () => {
  it('are each told with what they mean, who answered, and what follows from another answer', async () => {
    const { browser } = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    const { text } = await browser.get(consents);
    expect(text).toContain('ein individuell plan for deg. Utan samtykke blir det ingen plan.');
    expect(text).toContain('Samtykke er gitt 24. november 2026 av den saka gjeld, i skjemaet.');
    expect(text).toContain('Koordinator blir vurdert likevel');
    expect(text).toContain('Det er ikkje spurt om dette, eller ikkje svart.');
  });

  it('are changed by a choice of their own, recorded with text and way, and told to an open task', async () => {
    const { browser, load, mailer } = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    await browser.get(consents);
    expect((await browser.post(consents, plan)).status).toBe(422);
    const page = await browser.follow(await browser.post(consents, { ...plan, 'choice-plan': 'yes' }));
    expect(page.text).toContain('Samtykket er trekt tilbake.');
    expect(page.text).toContain('vart trekt tilbake 24. november 2026 av den saka gjeld, på denne sida');
    const file = await load();
    expect(file.case.consents.at(-1)).toMatchObject({ kind: 'plan', given: false, by: 'person', how: 'case-page' });
    expect(file.case).toMatchObject({ version: 3, state: 'in-assessment', wishes: { plan: true } });
    expect(file.events.at(-1)).toMatchObject({ type: 'viewed' });
    expect(mailer.sent).toEqual([]);
  });

  it('withdrawn after the decision stop the work: the unit is told once, by number alone', async () => {
    const { case: found, ...rest } = decided();
    const { browser, load, mailer } = await kariWith({ ...rest, case: { ...found, consents: [aConsent()] } });
    await browser.get(consents);
    const form = { ...plan, 'choice-plan': 'yes' };
    const csrf = browser.csrf(consents);
    const all = await Promise.all(Array.from({ length: 10 }, () => browser.post(consents, { ...form, csrf })));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([303]));
    expect(mailer.sent).toMatchObject([{ template: 'consent-changed', caseNumber: 'GULEN-2026-000012' }]);
    const { case: after, events } = await load();
    expect(after.consents.filter(({ given }) => !given)).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'consent-change-told')).toHaveLength(1);
    await browser.get(consents);
    await browser.post(consents, { kind: 'plan', change: 'give', 'choice-plan': 'yes' });
    expect((await load()).case.consents.at(-1)).toMatchObject({ kind: 'plan', given: true });
    expect(mailer.sent).toHaveLength(2);
  });

  it('to digital letters: without it they go on paper, which needs an address; with it, an e-mail address', async () => {
    const { browser, load } = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    await browser.get(consents);
    const form = { kind: 'digitalContact', change: 'withdraw', 'choice-digitalContact': 'yes' };
    const refused = await browser.post(consents, { ...form, street: '', postalCode: '', city: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#field-street"');
    await browser.post(consents, { ...form, street: 'Vegen 2', postalCode: '5966', city: 'Eivindvik' });
    const address = { street: 'Vegen 2', postalCode: '5966', city: 'Eivindvik' };
    const { contact, person } = (await load()).case;
    expect({ contact, address: person.address, email: person.email }).toMatchObject({ contact: 'paper', address });
    await browser.get(consents);
    const back = { kind: 'digitalContact', change: 'give', 'choice-digitalContact': 'yes' };
    expect((await browser.post(consents, { ...back, email: '' })).text).toContain('for breva kjem digitalt');
    await browser.post(consents, { ...back, email: 'kari@ny.example' });
    expect((await load()).case).toMatchObject({ contact: 'digital', person: { email: 'kari@ny.example', address } });
  });

  it('are a parent’s below 16: the child reads them and is asked to tell its view', async () => {
    const file = { case: aCase({ submitter: aSubmitter({ nationalId: anne }), state: 'in-assessment' }) } as const;
    const { store } = await stored({ case: { ...file.case, person: { name: 'Ida Prøve', nationalId: ida } } });
    const { signedIn } = publicApp(store);
    const child = await signedIn(ida);
    const read = await child.get(consents);
    expect(read.text).toContain('Vi vil gjerne høyre kva du meiner');
    expect(read.text).not.toContain(`action="${consents}"`);
    const parent = await signedIn(anne);
    expect((await parent.get(consents)).text).toContain('ein individuell plan for Ida Prøve.');
    const csrf = parent.csrf(consents);
    await parent.post(consents, { ...plan, csrf, 'choice-plan': 'yes' });
    expect((await store.load(caseId))?.case.consents.at(-1)).toMatchObject({ by: 'parent', given: false });
  });

  it('that are asked for by mail are answered here too, as the same task', async () => {
    const task = aTask({ kind: 'consent', key: '1', recipient: 'person' });
    const { browser, load, callbacks } = await kariWith({
      case: aCase({ state: 'awaiting-consent', origin: 'report-relative', consents: [] }),
      tasks: [task],
    });
    expect((await browser.get(path)).text).toContain('Svar på spørsmålet om samtykke');
    await browser.get(consents);
    const csrf = browser.csrf(`${consents}/answer`);
    const missing = await browser.post(`${consents}/answer`, { plan: 'yes' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('href="#field-sharing"');
    const answer = { plan: 'no', coordinator: 'yes', sharing: 'yes' };
    expect((await browser.follow(await browser.post(`${consents}/answer`, answer))).text).toContain(
      'Svaret er motteke',
    );
    expect((await browser.post(`${consents}/answer`, { ...answer, csrf })).location).toContain('too-late');
    const file = await load();
    expect(file.tasks[0]).toMatchObject({ state: 'answered', answeredBy: { id: 'person' } });
    expect(file.answers).toMatchObject([{ answer: { plan: false, coordinator: true, sharing: true } }]);
    expect(callbacks).toHaveLength(1);
  });

  it('have nothing to decide once the case is withdrawn', async () => {
    const { browser } = await kariWith({
      case: aCase({ state: 'withdrawn', withdrawnAt: '2026-11-24T08:00:00.000Z' }),
    });
    const { text } = await browser.get(consents);
    expect(text).toContain('I ei ny sak spør vi på nytt');
    expect(text).not.toContain(`action="${consents}"`);
  });
});

describe('contact data', () => {
  it('are changed by a party for themselves, and nothing the letters need is taken away', async () => {
    const { browser, load } = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    const page = await browser.get(`${path}/contact`);
    expect(page.text).toContain('value="kari.testperson@example.no"');
    const wrong = await browser.post(`${path}/contact`, { email: '', phone: 'abc', street: 'Veg 1', language: 'nb' });
    expect(wrong.status).toBe(422);
    for (const field of ['email', 'phone', 'street']) expect(wrong.text).toContain(`href="#field-${field}"`);
    const values = { email: 'ny@kari.example', phone: '', language: 'nb', interpreter: 'arabisk', shielded: 'yes' };
    const done = await browser.follow(await browser.post(`${path}/contact`, values));
    expect(done.text).toContain('Kontaktopplysningene er endret.');
    const { person, ...found } = (await load()).case;
    expect(found).toMatchObject({ language: 'nb', interpreter: 'arabisk', version: 3 });
    expect(person).toMatchObject({ email: 'ny@kari.example', addressShielded: true });
    expect([person.phone, person.address]).toEqual([undefined, undefined]);
  });
});

describe('a fullmakt', () => {
  it('is taken back by the person who gave it, once; its holder is shut out from that moment', async () => {
    const submitter = aSubmitter({ role: 'attorney', nationalId: anne, name: 'Anne', mandate: 'Fullmakt' });
    const at = await kariWith({ case: aCase({ state: 'in-assessment', submitter }) });
    expect((await at.browser.get(consents)).text).toContain('Anne handlar på dine vegner');
    const post = `${consents}/mandate`;
    const no = await at.browser.follow(await at.browser.post(post, {}));
    expect(no.text).toContain('Ingenting er endra.');
    const done = await at.browser.follow(await at.browser.post(post, { 'choice-mandate': 'yes' }));
    expect(done.text).toContain('Fullmakta er trekt tilbake.');
    expect(done.text).not.toContain('handlar på dine vegner');
    const { case: found, events } = await at.load();
    expect(found.submitter?.mandateWithdrawnAt).toBeDefined();
    expect(events.filter(({ type }) => type === 'mandate-withdrawn')).toHaveLength(1);
  });
});
