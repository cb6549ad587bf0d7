import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../functions/core/records.ts';
import {
  aCase,
  aCaseFile,
  aDecision,
  aLetter,
  anAppeal,
  anEvent,
  aPerson,
  aSubmitter,
  aTask,
  aWait,
} from '../../support/builders.ts';
import { stored } from '../../support/stored.ts';
import { anne, ida, kari, publicApp, rolf } from './public-app.ts';

const { caseId } = aCase();
const path = `/gulen/cases/${caseId}`;

/** Kari's case with these records, and Kari's browser on it. */
async function kariWith(overrides: Partial<CaseFile> = {}) {
  const file = aCaseFile(overrides);
  const karis = { ...file.case, person: aPerson({ nationalId: kari }) };
  const { store } = await stored({ ...file, case: karis });
  const app = publicApp(store);
  return { ...app, browser: await app.signedIn(kari), load: async () => (await store.load(caseId)) ?? file };
}

const decided = () => ({
  case: aCase({ state: 'notified', caseNumber: 'GULEN-2026-000012', decisionNumber: 1 }),
  decisions: [aDecision({ decidedAt: '2026-11-02T09:00:00.000Z' })],
  letters: [
    aLetter({
      kind: 'decision',
      key: '1',
      dispatchedAt: '2026-11-03T09:00:00.000Z',
      channel: 'digital',
      object: 'letters/4635/x.pdf',
    }),
  ],
});

describe('the case page', () => {
  it('says how the case stands, in plain words, and when to expect an answer', async () => {
    const { browser } = await kariWith({ case: aCase({ state: 'in-assessment', expectedOn: '2027-01-25' }) });
    const page = await browser.get(path);
    expect(page.text).toContain('Ein sakshandsamar vurderer saka.');
    expect(page.text).toContain('Svaret er forseinka. Ny dato for svar er 25. januar 2027.');
    expect((await browser.get(`${path}?lang=nb`)).text).toContain('En saksbehandler vurderer saken.');
  });

  it('shows who has looked, this look as well', async () => {
    const { browser, load } = await kariWith();
    expect((await browser.get(path)).text).toContain('<td>Du</td><td>Såg på saka</td>');
    await browser.get(path);
    expect((await load()).events.filter(({ type }) => type === 'viewed')).toHaveLength(2);
    expect(JSON.stringify((await load()).events)).not.toContain(kari);
  });

  it('lists the letters that were sent, but not those to Statsforvalteren nor those still on their way', async () => {
    const { dispatchedAt: _, channel: __, ...unsent } = aLetter({ kind: 'delay-notice', key: '1' });
    const { browser } = await kariWith({
      letters: [
        aLetter({ kind: 'receipt', key: '1', dispatchedAt: '2026-11-24T09:00:00.000Z', channel: 'digital' }),
        aLetter({
          kind: 'appeal-forwarded',
          key: 'a1-1',
          dispatchedAt: '2026-11-24T09:00:00.000Z',
          channel: 'forwarded',
        }),
        unsent,
      ],
    });
    const page = await browser.get(path);
    expect(page.text).toContain(`${path}/letters/receipt-1`);
    expect(page.text).not.toContain('letters/appeal-forwarded-a1-1');
    expect(page.text).not.toContain('letters/delay-notice-1');
  });

  it.each([
    ['2026-11-30', 'Klagefristen er 1. desember 2026'],
    ['2026-12-02', 'Klagefristen var 1. desember 2026. Du kan likevel klage'],
  ])('on %s tells the deadline to appeal', async (day, words) => {
    const { signedIn } = await kariWith(decided());
    const browser = await signedIn(kari, Date.parse(`${day}T09:00:00.000Z`));
    expect((await browser.get(path)).text).toContain(words);
  });
});

describe('a letter', () => {
  const letterPath = `${path}/letters/decision-1`;

  it('is not opened by looking at its page, nor at its file', async () => {
    const { browser, load, callbacks } = await kariWith({ ...decided(), waits: [aWait({ name: 'opening' })] });
    expect((await browser.get(letterPath)).status).toBe(200);
    expect((await browser.get(`${letterPath}/pdf`)).location).toBe(letterPath);
    expect((await load()).letters[0]?.openedAt).toBeUndefined();
    expect(callbacks).toEqual([]);
  });

  it('is opened by the choice: logged, marked once, the waiting lane told, the file shown and not kept', async () => {
    const { browser, load, callbacks } = await kariWith({ ...decided(), waits: [aWait({ name: 'opening' })] });
    await browser.get(letterPath);
    const answer = await browser.post(`${letterPath}/open`, {});
    expect([answer.status, answer.location]).toEqual([303, `${letterPath}/pdf`]);
    expect((await load()).letters[0]?.openedAt).toBe('2026-11-24T09:00:00.000Z');
    expect(callbacks.map(({ output }) => output)).toEqual([{ outcome: 'opened' }]);
    const file = await browser.get(`${letterPath}/pdf`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-disposition')).toBe('inline; filename="decision-1.pdf"');
    browser.time += 60_000;
    await browser.get(letterPath);
    await browser.post(`${letterPath}/open`, {});
    const after = await load();
    expect(after.letters[0]?.openedAt).toBe('2026-11-24T09:00:00.000Z');
    expect(after.events.filter(({ type }) => type === 'letter-opened')).toHaveLength(2);
    expect(after.events.filter(({ type }) => type === 'letter-viewed')).toHaveLength(1);
  });

  it('of another kind tells no lane', async () => {
    const receipt = aLetter({
      kind: 'receipt',
      key: '1',
      dispatchedAt: '2026-11-24T08:00:00.000Z',
      channel: 'digital',
    });
    const { browser, callbacks } = await kariWith({ letters: [receipt], waits: [aWait({ name: 'opening' })] });
    await browser.get(`${path}/letters/receipt-1`);
    await browser.post(`${path}/letters/receipt-1/open`, {});
    expect(callbacks).toEqual([]);
  });

  it('is for the parties; a relative has only the receipt’s letter, and marks nothing', async () => {
    const receipt = aLetter({
      kind: 'receipt',
      key: '1',
      dispatchedAt: '2026-11-24T08:00:00.000Z',
      channel: 'digital',
    });
    const submitter = aSubmitter({ role: 'relative', nationalId: rolf });
    const file = decided();
    const { signedIn, load } = await kariWith({
      ...file,
      case: { ...file.case, submitter },
      letters: [...file.letters, receipt],
    });
    const browser = await signedIn(rolf);
    expect((await browser.get(letterPath)).status).toBe(404);
    expect((await browser.get(`${path}/letters/receipt-1`)).status).toBe(200);
    await browser.post(`${path}/letters/receipt-1/open`, {});
    expect((await browser.get(`${path}/letters/receipt-1/pdf`)).status).toBe(200);
    expect((await load()).letters.find(({ kind }) => kind === 'receipt')?.openedAt).toBeUndefined();
    expect((await (await signedIn(anne)).get(`${path}/letters/receipt-1`)).status).toBe(404);
  });
});

describe('withdrawing the application', () => {
  it('takes a choice', async () => {
    const { browser, load } = await kariWith();
    await browser.get(path);
    const page = await browser.post(`${path}/withdraw`, {});
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#field-choice"');
    expect((await load()).case.state).toBe('registered');
  });

  it('ends every open question, and again does no harm', async () => {
    const { browser, load, callbacks } = await kariWith({
      case: aCase({ state: 'in-assessment' }),
      tasks: [aTask({ kind: 'assessment', key: '1' })],
    });
    await browser.get(path);
    const csrf = browser.csrf(`${path}/withdraw`);
    const page = await browser.follow(await browser.post(`${path}/withdraw`, { choice: 'withdraw' }));
    expect(page.text).toContain('Søknaden er trekt');
    expect((await load()).case).toMatchObject({ state: 'withdrawn', withdrawnAt: '2026-11-24T09:00:00.000Z' });
    expect(callbacks.map(({ output }) => output)).toEqual([{ outcome: 'withdrawn' }]);
    expect((await browser.post(`${path}/withdraw`, { choice: 'withdraw', csrf })).status).toBe(303);
    expect((await load()).events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
  });

  it('is not offered, and not taken, once the case is decided', async () => {
    const { browser, load } = await kariWith(decided());
    const page = await browser.get(path);
    expect(page.text).not.toContain(`${path}/withdraw`);
    const undecided = await kariWith({ case: aCase({ state: 'in-approval' }) });
    await undecided.browser.get(path);
    const event = anEvent({ at: '2026-11-24T09:00:00.000Z', type: 'decided' });
    await undecided.store.transition({ caseId, transition: 'decide', event });
    const late = await undecided.browser.follow(
      await undecided.browser.post(`${path}/withdraw`, { choice: 'withdraw' }),
    );
    expect(late.text).toContain('Ingenting er endra');
    expect((await load()).case.state).toBe('notified');
  });
});

describe('an appeal', () => {
  const appealPath = `${path}/appeal`;
  const words = { text: 'Eg er ikkje samd.\nHeilt ærleg.', wantedChange: 'Eg vil ha plan.', choice: 'appeal' };

  async function send(with_: Awaited<ReturnType<typeof kariWith>>, fields: Readonly<Record<string, string>> = words) {
    await with_.browser.get(appealPath);
    const submissionKey = with_.browser.hidden('submissionKey');
    return { answer: await with_.browser.post(appealPath, { ...fields, submissionKey }), submissionKey };
  }

  it('in time is stored as sent and ends the wait for it', async () => {
    const karis = await kariWith({ ...decided(), waits: [aWait({ name: 'appeal' })] });
    const { answer } = await send(karis);
    expect((await karis.browser.follow(answer)).text).toContain('Vi har fått klaga di');
    const file = await karis.load();
    expect(file.case).toMatchObject({ state: 'appealed', appealNumber: 1 });
    expect(file.appeals).toEqual([
      {
        number: 1,
        decisionNumber: 1,
        by: 'person',
        text: words.text,
        wantedChange: words.wantedChange,
        receivedAt: '2026-11-24T09:00:00.000Z',
        receivedOn: '2026-11-24',
        inTime: true,
        dueOn: '2026-12-24',
        expectedOn: '2026-12-24',
        state: 'received',
      },
    ]);
    expect(karis.callbacks.map(({ output }) => output)).toEqual([{ outcome: 'appealed', appealNumber: 1 }]);
    expect(karis.executions.size).toBe(0);
  });

  it('late is received all the same, and starts its own execution as nothing waits', async () => {
    const { letters, ...rest } = decided();
    const early = letters.map((letter) => ({ ...letter, dispatchedAt: '2026-09-01T09:00:00.000Z' }));
    const karis = await kariWith({ ...rest, letters: early, case: { ...rest.case, state: 'closed' } });
    expect((await karis.browser.get(appealPath)).text).toContain('Klagefristen var');
    await send(karis);
    expect((await karis.load()).appeals[0]?.inTime).toBe(false);
    expect([...karis.executions]).toEqual([[`${caseId}-appeal-1`, { caseId, municipality: '4635', appealNumber: 1 }]]);
  });

  it('over no decision leaves the casework where it is', async () => {
    const karis = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    expect((await karis.browser.get(appealPath)).text).toContain('ikkje sendt noko vedtak enno');
    await send(karis);
    const file = await karis.load();
    expect(file.case).toMatchObject({ state: 'in-assessment', appealNumber: 1 });
    expect(file.appeals[0]).toMatchObject({ decisionNumber: 0, inTime: true });
    expect(karis.executions.size).toBe(1);
  });

  it('sent fifty times at once is one appeal', async () => {
    const karis = await kariWith({ ...decided(), waits: [] });
    await karis.browser.get(appealPath);
    const fields = { ...words, submissionKey: karis.browser.hidden('submissionKey') };
    const answers = await Promise.all(Array.from({ length: 50 }, () => karis.browser.post(appealPath, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await karis.load()).appeals).toHaveLength(1);
    expect(karis.executions.size).toBe(1);
  });

  it('sent once more after it was concluded is still the same appeal', async () => {
    const karis = await kariWith(decided());
    const { submissionKey } = await send(karis);
    await karis.store.change(caseId, 'appeal', '1', { state: 'concluded' });
    await karis.browser.get(appealPath);
    await karis.browser.post(appealPath, { ...words, submissionKey });
    expect((await karis.load()).appeals).toHaveLength(1);
  });

  it('beside an open one is answered calmly, and its words are given back', async () => {
    const karis = await kariWith(decided());
    await karis.browser.get(appealPath);
    const csrf = karis.browser.csrf(appealPath);
    await send(karis);
    const page = await karis.browser.post(appealPath, { ...words, csrf, submissionKey: 'b'.repeat(26) });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Heilt ærleg.');
    expect((await karis.load()).appeals).toHaveLength(1);
  });

  it('with errors comes back with everything typed', async () => {
    const karis = await kariWith(decided());
    const { answer } = await send(karis, { text: '', wantedChange: 'Plan' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#field-text"');
    expect(answer.text).toContain('href="#field-choice"');
    expect(answer.text).toContain('Plan</textarea>');
  });

  it('by a parent is the parent’s', async () => {
    const file = decided();
    const { store } = await stored({
      ...file,
      case: { ...file.case, person: aPerson({ nationalId: ida }), submitter: aSubmitter({ nationalId: anne }) },
    });
    const app = publicApp(store);
    const browser = await app.signedIn(anne);
    await browser.get(appealPath);
    await browser.post(appealPath, { ...words, submissionKey: browser.hidden('submissionKey') });
    expect((await store.load(caseId))?.appeals[0]?.by).toBe('parent');
  });
});

describe('withdrawing an appeal', () => {
  const appealed = () => ({
    ...decided(),
    case: aCase({ state: 'appealed', decisionNumber: 1, appealNumber: 1 }),
    appeals: [anAppeal({ state: 'in-review' })],
    tasks: [aTask({ kind: 'appeal-review', key: 'a1-1', subject: 'appeal-1' })],
  });

  it('takes a choice and ends its open questions', async () => {
    const karis = await kariWith(appealed());
    await karis.browser.get(path);
    const action = `${path}/appeal/withdraw`;
    const csrf = karis.browser.csrf(action);
    await karis.browser.post(action, { csrf, appeal: '1' });
    expect((await karis.load()).appeals[0]?.state).toBe('in-review');
    const page = await karis.browser.follow(
      await karis.browser.post(action, { csrf, appeal: '1', choice: 'withdraw' }),
    );
    expect(page.text).toContain('Klaga er trekt');
    expect((await karis.load()).appeals[0]?.state).toBe('withdrawn');
    expect(karis.callbacks.map(({ output }) => output)).toEqual([{ outcome: 'withdrawn' }]);
  });

  it('is not taken once the appeal is with Statsforvalteren', async () => {
    const karis = await kariWith({ ...appealed(), appeals: [anAppeal({ state: 'forwarded' })] });
    const page = await karis.browser.get(path);
    expect(page.text).not.toContain(`${path}/appeal/withdraw`);
    expect(page.text).toContain('Statsforvaltaren');
  });
});
