import { expect, test } from 'vitest';
import { planEnded } from './karis-case.ts';
import { desk, page, typed } from './paper-appeal-desk.ts';
import { caseworker, office } from './paper-office.ts';

test('an appeal on paper is in time by its postmark, and its month runs from the day it came', async () => {
  const at = await desk();
  const answer = await at.send();
  expect((await at.browser.follow(answer)).text).toContain('Ho kom innan fristen');
  const [appeal] = await at.appeals();
  expect(appeal).toMatchObject({
    ...{ inTime: true, channel: 'paper', by: 'person', about: 'decision', decisionNumber: 1, text: typed.text },
    ...{ receivedOn: '2026-11-24', postmarkedOn: '2026-11-19', dueOn: '2026-12-24', state: 'received' },
  });
  expect([...at.executions.keys()]).toEqual([`${at.caseId}-appeal-1`]);
  const file = await at.store.load(at.caseId);
  expect(file?.case.state).toBe('appealed');
  const event = file?.events.find(({ type }) => type === 'appeal-received');
  expect(event).toMatchObject({ at: '2026-11-24T09:00:00.000Z', actor: { kind: 'staff', id: caseworker.id } });
  // The same form sent again is the same appeal; another is not taken beside it.
  await at.send();
  expect(await at.appeals()).toHaveLength(1);
  const other = await at.send({ submissionKey: 'b'.repeat(26) });
  expect(other.text).toContain('Det er alt ei klage til behandling');
});

test('a wish that the decision waits is kept where there is something to wait for (fvl § 42)', async () => {
  const ended = await desk(planEnded());
  await ended.send({ deferral: 'yes' });
  expect((await ended.appeals())[0]).toMatchObject({ deferralWanted: true });
  const ordinary = await desk();
  await ordinary.send({ deferral: 'yes' });
  expect((await ordinary.appeals())[0]).not.toHaveProperty('deferralWanted');
});

test('a late one is noted as late, a scan stands for the words, and earlier days than today are kept', async () => {
  const late = await desk();
  late.uploads.put(late.folder, 'scan-0001', '%PDF-1.7 scan');
  const answer = await late.send({ receivedOn: '2026-11-23', postmarkedOn: '2026-11-20', text: '' });
  expect((await late.browser.follow(answer)).text).toContain('Ho kom etter fristen');
  const [appeal] = await late.appeals();
  expect(appeal).toMatchObject({ inTime: false, receivedOn: '2026-11-23', dueOn: '2026-12-23' });
  expect(appeal?.text).toContain('skanna papir');
  const file = await late.store.load(late.caseId);
  expect(file?.attachments).toMatchObject([{ purpose: 'appeal' }]);
  expect(file?.information[0]?.attachments).toEqual([file?.attachments[0]?.id]);
});

test('what cannot be is told field by field, and nothing typed is lost', async () => {
  const at = await desk();
  const wrong = { receivedOn: '2026-11-25', postmarkedOn: '2026-11-26', by: '', text: '', caseNumber: ' ' };
  const told = (await at.send({ ...wrong, lateReason: 'Eg var sjuk.' })).text;
  for (const words of [
    'kan ikkje vere etter i dag',
    'etter dagen klaga kom',
    'Vel kven',
    'Skriv av klaga',
    'saksnummeret',
  ])
    expect(told).toContain(words);
  expect(told).toContain('Eg var sjuk.');
  expect((await at.send({ caseNumber: 'GULEN-2026-999999' })).text).toContain('Fann inga sak hos oss');
  expect((await at.send({ receivedOn: '2026-08-31', postmarkedOn: '' })).text).toContain('før saka kom');
  expect(await at.appeals()).toEqual([]);
  expect((await at.browser.get(`${page}/registered/${at.caseId}/1`)).status).toBe(404);
  expect((await (await office({ ...caseworker, municipality: '4204' })).browser.get(page)).status).toBe(403);
  expect((await at.browser.get('/gulen/staff')).text).toContain(page);
});
