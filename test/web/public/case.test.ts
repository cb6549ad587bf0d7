import { describe, expect, it } from 'vitest';
import { letterReference } from '../../../functions/core/letter-record.ts';
import { aCase, aLetter, anEvent, aSubmitter, aTask, aWait } from '../../support/builders.ts';
import { caseId, decided, kariWith, path } from './karis-case.ts';
import { anne, kari, rolf } from './public-app.ts';

describe('the case page', () => {
  it('says how the case stands, in plain words, and when to expect an answer', async () => {
    const { browser } = await kariWith({ case: aCase({ state: 'in-assessment', expectedOn: '2027-01-25' }) });
    const page = await browser.get(path);
    expect(page.text).toContain('Ein sakshandsamar vurderer saka.');
    expect(page.text).toContain('Svaret er forseinka. Ny dato for svar er 25. januar 2027.');
    expect((await browser.get(`${path}?lang=nb`)).text).toContain('En saksbehandler vurderer saken.');
  });

  it('tells in its log who has looked, this look as well, fifty to a page', async () => {
    const events = Array.from({ length: 60 }, (_, n) =>
      anEvent({ at: `2026-11-23T09:${String(n).padStart(2, '0')}:00.000Z` }),
    );
    const { browser, load } = await kariWith({ events });
    await browser.get(path);
    browser.time += 1000;
    const log = await browser.get(`${path}/log`);
    expect(log.text).toContain('<td>Du</td><td>Såg på saka</td>');
    expect(log.text.match(/<td>Såg på saka/g)).toHaveLength(50);
    expect(log.text).toContain('Side 1 av 2');
    const older = await browser.get(`${path}/log?page=2`);
    expect(older.text).toContain('23. november 2026 kl. 10.00');
    expect((await browser.get(`${path}/log?page=x`)).text).toContain('Side 1 av 2');
    // The three looks at the log came in one moment of this test: they are one event.
    expect((await load()).events.filter(({ actor }) => actor.kind === 'person')).toHaveLength(2);
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

  it('is reached by the reference in its mail too, which tells nothing of what it is', async () => {
    const { browser, load } = await kariWith(decided());
    const [letter] = (await load()).letters;
    const address = `${path}/letters/${letter ? letterReference(letter) : ''}`;
    expect((await browser.get(address)).status).toBe(200);
    expect((await browser.post(`${address}/open`, {})).location).toBe(`${address}/pdf`);
    expect((await browser.get(`${path}/letters/`)).status).toBe(404);
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

  it('that went on paper is shown as it went: with the deadline that counts', async () => {
    const file = decided();
    const [letter = aLetter()] = file.letters;
    const paper = { object: 'letters/4635/paper.pdf', sha256: 'f'.repeat(64), pages: 2 };
    const sent = { ...letter, paper, paperAt: '2026-11-17T09:00:00.000Z' };
    const { browser } = await kariWith({ ...file, letters: [sent] });
    await browser.get(letterPath);
    await browser.post(`${letterPath}/open`, {});
    expect((await browser.get(`${letterPath}/pdf`)).text).toContain(paper.object);
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
