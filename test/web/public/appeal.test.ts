import { describe, expect, it } from 'vitest';
import type { AppealState } from '../../../functions/core/appeal.ts';
import { aCase, aDecision, anAppeal, aPerson, aSubmitter, aTask, aWait, caseworker } from '../../support/builders.ts';
import { stored } from '../../support/stored.ts';
import { caseId, decided, kariWith, path, planEnded } from './karis-case.ts';
import { anne, ida, publicApp } from './public-app.ts';

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
    const { answer, submissionKey } = await send(karis);
    expect((await karis.browser.follow(answer)).text).toContain('Vi har fått klaga di');
    const file = await karis.load();
    expect(file.case).toMatchObject({ state: 'appealed', appealNumber: 1 });
    expect(file.appeals).toEqual([
      {
        number: 1,
        decisionNumber: 1,
        by: 'person',
        about: 'decision',
        submissionKey,
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
    expect((await karis.browser.get(appealPath)).text).toContain('Klagefristen for vedtaket var');
    await send(karis, { ...words, lateReason: 'Eg låg på sjukehus.' });
    expect((await karis.load()).appeals[0]).toMatchObject({ inTime: false, lateReason: 'Eg låg på sjukehus.' });
    expect([...karis.executions]).toEqual([[`${caseId}-appeal-1`, { caseId, municipality: '4635', appealNumber: 1 }]]);
  });

  it('over the follow-up runs beside a decision: its deadline, its wait and its own appeal stay as they are', async () => {
    const karis = await kariWith({ ...decided(), waits: [aWait({ name: 'appeal' })] });
    await send(karis, { ...words, about: 'service' });
    const file = await karis.load();
    expect(file.case).toMatchObject({ state: 'notified', appealNumber: 1 });
    expect(file.appeals[0]).toMatchObject({ about: 'service', decisionNumber: 0, inTime: true });
    expect(karis.callbacks).toEqual([]);
    expect(karis.executions.size).toBe(1);
    expect((await karis.browser.get(appealPath)).text).toContain('name="about" value="decision"');
    await send(karis);
    expect((await karis.load()).case).toMatchObject({ state: 'appealed', appealNumber: 2 });
    expect((await karis.browser.get(appealPath)).text).toContain('Klaga di er alt motteken');
  });

  it('over the end of a right can ask that it waits, which its draft keeps and its copy tells (fvl § 42)', async () => {
    const karis = await kariWith(planEnded());
    const { answer } = await send(karis, { ...words, deferral: 'yes', action: 'save' });
    expect(answer.text).toMatch(/name="deferral" value="yes" checked/);
    expect(answer.text).toContain('Vedtaket gjeld frå 1. februar 2027.');
    await send(karis, { ...words, deferral: 'yes' });
    expect((await karis.load()).appeals[0]).toMatchObject({ about: 'decision', deferralWanted: true });
    expect((await karis.browser.get(`${path}/appeals/1`)).text).toContain('Utsett iverksetjing');
    expect((await karis.browser.get(path)).text).toContain('Vi svarar på det så snart vi kan.');
    const review = { admissible: true, reason: '', by: caseworker, at: '2026-11-24T10:00:00.000Z' };
    const told = async (granted: boolean, state: AppealState = 'in-reassessment') => {
      const changes = { state, review: { ...review, deferral: { granted, reason: 'r' } } };
      await karis.store.change(caseId, 'appeal', '1', changes);
      return (await karis.browser.get(path)).text;
    };
    expect(await told(true)).toContain('Vedtaket blir ikkje sett i verk før klaga er avgjord.');
    expect(await told(false)).toContain('Vedtaket blir sett i verk som bestemt');
    expect(await told(true, 'concluded')).not.toContain('sett i verk');
  });

  it('is not asked whether a decision waits that takes nothing away, nor when it is over the follow-up', async () => {
    const ordinary = await kariWith(decided());
    expect((await ordinary.browser.get(appealPath)).text).not.toContain('name="deferral"');
    await send(ordinary, { ...words, deferral: 'yes' });
    expect((await ordinary.load()).appeals[0]).not.toHaveProperty('deferralWanted');
    const about = await kariWith(planEnded());
    await send(about, { ...words, about: 'service', deferral: 'yes' });
    expect((await about.load()).appeals[0]).not.toHaveProperty('deferralWanted');
  });

  it('is kept as a draft, told as not sent, and gone once it is sent', async () => {
    const karis = await kariWith(decided());
    await send(karis, { text: 'Halvveges', wantedChange: '', action: 'save' });
    expect((await karis.load()).appeals).toEqual([]);
    const again = await karis.browser.get(appealPath);
    expect(again.text).toContain('Halvveges</textarea>');
    expect(again.text).toContain('Klaga er ikkje send.');
    await send(karis);
    expect((await karis.browser.get(`${path}/appeals/1`)).text).toContain(
      'Innlogging med ID-porten gjeld som underskrift.',
    );
    await karis.store.change(caseId, 'appeal', '1', { state: 'concluded' });
    expect((await karis.browser.get(appealPath)).text).not.toContain('Halvveges');
    expect((await karis.browser.get(`${path}/appeals/2`)).status).toBe(404);
  });

  it('cannot be over what Statsforvalteren decided, nor over a withdrawn case: only over the follow-up', async () => {
    const county = { ...decided(), decisions: [aDecision({ madeBy: 'county-governor' })] };
    for (const file of [county, { case: aCase({ state: 'withdrawn', withdrawnAt: '2026-11-20T09:00:00.000Z' }) }]) {
      const karis = await kariWith(file);
      expect((await karis.browser.get(appealPath)).text).toContain('har ingen frist');
      await send(karis, { ...words, about: 'decision' });
      expect((await karis.load()).appeals[0]).toMatchObject({ about: 'service', decisionNumber: 0 });
    }
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

  it('over no decision does not stand in the way of appealing the decision that came since', async () => {
    const earlier = anAppeal({ decisionNumber: 0, state: 'forwarded' });
    const { case: found, ...rest } = decided();
    const karis = await kariWith({ ...rest, case: { ...found, appealNumber: 1 }, appeals: [earlier] });
    expect((await karis.browser.get(path)).text).toContain(`href="${appealPath}"`);
    await send(karis);
    const file = await karis.load();
    expect(file.appeals.find(({ number }) => number === 2)).toMatchObject({ decisionNumber: 1, state: 'received' });
    expect(file.case).toMatchObject({ state: 'appealed', appealNumber: 2 });
  });

  it('of the part that was decided anew is taken while Statsforvalteren has the rest', async () => {
    const earlier = anAppeal({ number: 1, decisionNumber: 1, state: 'forwarded' });
    const { case: found, decisions, ...rest } = decided();
    const karis = await kariWith({
      ...rest,
      case: { ...found, state: 'appealed', decisionNumber: 2, appealNumber: 1 },
      decisions: [...decisions, aDecision({ number: 2, afterAppeal: 1 })],
      appeals: [earlier],
    });
    await send(karis);
    const file = await karis.load();
    expect(file.appeals.find(({ number }) => number === 2)).toMatchObject({ decisionNumber: 2, state: 'received' });
    expect(file.case).toMatchObject({ state: 'appealed', appealNumber: 2 });
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
