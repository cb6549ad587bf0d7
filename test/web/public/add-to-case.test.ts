import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../functions/platform/form-files.ts';
import { aCase, anAppeal } from '../../support/builders.ts';
import { caseId, decided, kariWith, path, planEnded } from './karis-case.ts';
import { anne, kari } from './public-app.ts';

const pdf = '%PDF-1.7 a file';
const information = `${path}/information`;

/** Id of whoever has looked at the case, as its events have it. */
async function idOf({ load }: Awaited<ReturnType<typeof kariWith>>): Promise<string> {
  return (await load()).events.find(({ actor }) => actor.kind === 'person')?.actor.id ?? '';
}

describe('adding information to a case', () => {
  it('takes text and files once, raises the version, and gives a receipt', async () => {
    const karis = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    const { browser, load, uploads } = karis;
    await browser.get(information);
    const submissionKey = browser.hidden('submissionKey');
    const empty = await browser.post(information, { text: '', submissionKey });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#field-text"');
    const folder = folderOf('information', caseId, await idOf(karis), 0);
    uploads.put(folder, 'bad', 'not a picture');
    expect((await browser.post(information, { text: 'Ny epikrise', submissionKey })).text).toContain(
      'Ny epikrise</textarea>',
    );
    await browser.post(`${information}/remove`, { file: 'bad' });
    uploads.put(folder, 'good', pdf);
    await browser.get(information);
    const csrf = browser.csrf(information);
    const fields = { text: 'Ny epikrise\n<b>', submissionKey, csrf };
    const all = await Promise.all(Array.from({ length: 20 }, () => browser.post(information, fields)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([303]));
    const file = await load();
    expect(file.information).toMatchObject([{ text: 'Ny epikrise\n<b>', attachments: ['good'] }]);
    expect(file.attachments).toMatchObject([{ id: 'good', purpose: 'information' }]);
    expect(file.events.filter(({ type }) => type === 'information-added')).toHaveLength(1);
    expect(file.case.version).toBeGreaterThan(2);
    const receipt = await browser.get(all[0]?.location ?? '');
    expect(receipt.text).toContain('Opplysningane er mottekne 24. november 2026');
    expect(receipt.text).toContain('&lt;b&gt;');
    expect(receipt.text).toContain(`${path}/attachments/good`);
    expect(receipt.headers.get('content-security-policy')).toContain('https://bucket.example');
    expect((await browser.get(`${path}/attachments/good`)).status).toBe(303);
    expect((await browser.get(`${path}/attachments/other`)).status).toBe(404);
    expect((await (await karis.signedIn(anne)).get(`${path}/attachments/good`)).status).toBe(404);
  });

  it('keeps a draft, and gives back what was typed when nobody would read it', async () => {
    const { browser, load } = await kariWith({ case: aCase({ state: 'in-assessment' }) });
    await browser.get(information);
    const submissionKey = browser.hidden('submissionKey');
    await browser.post(information, { text: 'Halvveges', submissionKey, action: 'save' });
    expect((await browser.get(information)).text).toContain('Halvveges</textarea>');
    const csrf = browser.csrf(information);
    await browser.get(path);
    await browser.post(`${path}/withdraw`, { choice: 'withdraw', reason: 'Har flytta' });
    const late = await browser.post(information, { text: 'For seint', submissionKey, csrf });
    expect(late.status).toBe(409);
    expect(late.text).toContain('kan du søkje på nytt');
    expect(late.text).toContain('For seint');
    expect((await load()).information).toMatchObject([{ id: 'withdrawal', text: 'Har flytta' }]);
  });

  it('says where to go instead of a decided case, or of an appeal that Statsforvalteren has', async () => {
    const done = await kariWith(decided());
    expect((await done.browser.get(information)).text).toContain('Er du usamd, kan du klage');
    const appealed = await kariWith({ ...decided(), appeals: [anAppeal({ state: 'forwarded' })] });
    expect((await appealed.browser.get(information)).text).toContain('Klaga er hos Statsforvaltaren');
  });
});

describe('appealing for another', () => {
  const words = {
    caseNumber: 'gulen-2026-000012',
    nationalId: kari,
    name: 'Advokat Prøve',
    contact: '00 00 00 00',
    lawyer: 'yes',
    text: 'Vedtaket er feil.',
    wantedChange: '',
    choice: 'appeal',
  };
  const behalf = '/gulen/appeal';

  async function send(karis: Awaited<ReturnType<typeof kariWith>>, fields: Readonly<Record<string, string>>) {
    const browser = await karis.signedIn(anne);
    await browser.get(behalf);
    return { browser, page: await browser.post(behalf, { ...fields, submissionKey: browser.hidden('submissionKey') }) };
  }

  it('begins the appeal as a fullmektig’s, lays what was sent with the case, and opens nothing', async () => {
    const karis = await kariWith(decided());
    const { browser, page } = await send(karis, words);
    expect(page.status).toBe(200);
    const file = await karis.load();
    expect(file.appeals).toMatchObject([{ by: 'attorney', about: 'decision', text: 'Vedtaket er feil.' }]);
    expect(file.information[0]?.text).toContain('Advokat Prøve\nKontakt: 00 00 00 00\nAdvokat: ja');
    expect(karis.executions.size).toBe(1);
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.get('/gulen/cases')).text).not.toContain('GULEN-2026');
  });

  it('answers alike whether or not there is such a case', async () => {
    const karis = await kariWith(decided());
    const right = await send(karis, words);
    const wrong = await send(karis, { ...words, caseNumber: 'GULEN-2026-000013' });
    const main = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main'));
    expect(main(wrong.page.text)).toBe(main(right.page.text));
    expect((await karis.load()).appeals).toHaveLength(1);
  });

  it('asks that the decision waits, which counts where it takes something away, and is answered alike (fvl § 42)', async () => {
    const [ordinary, ended] = [await kariWith(decided()), await kariWith(planEnded())];
    const pages = await Promise.all([ordinary, ended].map((karis) => send(karis, { ...words, deferral: 'yes' })));
    expect(pages.map(({ page }) => page.status)).toEqual([200, 200]);
    expect((await ordinary.load()).appeals[0]).not.toHaveProperty('deferralWanted');
    expect((await ended.load()).appeals[0]).toMatchObject({ by: 'attorney', deferralWanted: true });
  });

  it('takes a written fullmakt, or a lawyer’s word, and keeps everything that was typed', async () => {
    const karis = await kariWith(decided());
    const { lawyer: _, ...rest } = words;
    const { browser, page } = await send(karis, { ...rest, nationalId: '123', choice: '' });
    expect(page.status).toBe(422);
    for (const field of ['nationalId', 'file', 'choice']) expect(page.text).toContain(`href="#field-${field}"`);
    expect(page.text).toContain('Vedtaket er feil.</textarea>');
    for (let turn = 0; turn < 20; turn += 1) await send(karis, { ...words, caseNumber: String(turn) });
    expect((await send(karis, words)).page.text).toContain('Du har prøvd for mange gonger');
    expect((await browser.get(behalf)).status).toBe(200);
  });
});
