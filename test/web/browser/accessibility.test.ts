import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskKind, taskKinds } from '../../../functions/core/records.ts';
import type { Seen } from '../../support/browser.ts';
import { aCase, anAppeal } from '../../support/builders.ts';
import { openControlRoom, operator, own } from '../operations/control-room.ts';
import { answer, apply, form, jump } from '../public/apply.ts';
import { decided, kariWith, path } from '../public/karis-case.ts';
import { atForm } from '../public/paper-office.ts';
import { kari, ownApplication, publicApp } from '../public/public-app.ts';
import { openTask } from '../tasks/open-task.ts';
import { openEyes } from './eyes.ts';

/** Pages as people see them: whole, in Chromium, judged by axe and in a narrow window. */
let eyes: Awaited<ReturnType<typeof openEyes>>;
beforeAll(async () => {
  eyes = await openEyes();
});
afterAll(() => eyes.close());

const nothing = { axe: [], tooWide: [], clipped: [], strayRequests: [] };
async function expectFlawless(seen: Seen, status = 200): Promise<void> {
  expect(seen.status).toBe(status);
  expect(await eyes.look(seen)).toEqual(nothing);
}

describe('the public pages', () => {
  // The five differ in data alone; one in each language stands for them.
  it.each([
    '/',
    '/gulen',
    '/?lang=en',
    '/kristiansand?lang=en',
    '/vindafjord/privacy',
    '/vindafjord/privacy?lang=en',
    '/signed-out',
  ])('%s', { timeout: 60_000 }, async (address) => {
    const browser = await publicApp().signedIn(kari);
    await expectFlawless(await browser.get(address));
  });

  it('what went wrong: an unknown municipality, a form that is too old, a session that is over', async () => {
    const { browser } = await kariWith(decided());
    await expectFlawless(await browser.get('/nowhere'), 404);
    const form = { reasons: 'Eg er ikkje samd.\nEg treng koordinator no.' };
    await browser.get(`${path}/appeal`);
    browser.time += 2 * 60 * 60 * 1000;
    await expectFlawless(await browser.post(`${path}/appeal`, form), 401);
    await expectFlawless(
      await browser.post(`${path}/appeal?lang=en`, { ...form, csrf: browser.csrf().replace(/^./, '2') }),
      403,
    );
  });

  it('the form: its start, a choice, the summary, and a question with errors', async () => {
    const { walking } = await jump(kari, ownApplication);
    for (const page of [form, `${form}/role`, `${form}/needs?lang=en`, `${form}/summary?lang=en`]) {
      await walking.open(page);
      await expectFlawless(walking.seen());
    }
    await answer(walking, 'address', { personPostalCode: '12' });
    await expectFlawless(walking.seen(), 422);
    // The summary takes the focus, so that it is read at once and the next Tab reaches its first link.
    expect(await eyes.page.evaluate('document.activeElement.className')).toBe('ds-error-summary');
  });

  it('the receipt and the list of cases', async () => {
    const { page, browser } = await apply(kari, ownApplication);
    await expectFlawless(page);
    await expectFlawless(await browser.get('/gulen/cases'));
  });

  it.each(['received', 'awaiting-consent', 'in-approval', 'withdrawn', 'closed'] as const)(
    'a case that is %s',
    async (state) => {
      const { browser } = await kariWith({ case: aCase({ state }) });
      await expectFlawless(await browser.get(path));
    },
  );

  it('a decided case, its letter, and the appeal form with errors', async () => {
    const { browser } = await kariWith(decided());
    await expectFlawless(await browser.get(path));
    await expectFlawless(await browser.get(`${path}/letters/decision-1`));
    await expectFlawless(await browser.get(`${path}/appeal`));
    const submissionKey = browser.hidden('submissionKey');
    await expectFlawless(await browser.post(`${path}/appeal`, { submissionKey }), 422);
  });

  it('a case that is appealed', async () => {
    const { browser } = await kariWith({ ...decided(), case: aCase({ state: 'appealed' }), appeals: [anAppeal()] });
    const seen = await browser.get(path);
    expect(seen.text).toContain('Du skal få svar på klaga, eller eit førebels svar, innan');
    await expectFlawless(seen);
  });
});

it('the pages where staff enter a paper form', async () => {
  const { browser, send } = await atForm({ scan: 'no scan' });
  await expectFlawless(await browser.get('/gulen/paper'));
  await browser.get('/gulen/paper/form');
  await expectFlawless(await send({ receivedOn: '2027-01-01' }), 422);
});

describe('in the dark', () => {
  it('text stands out on pages of every kind', async () => {
    const { browser } = await kariWith(decided());
    const { path: task, browser: office } = await openTask('assessment');
    const empty = { caseVersion: (await office.get(task)) && office.hidden('caseVersion') };
    const room = await openControlRoom();
    const operations = await room.visitor(operator);
    const pages = [
      await browser.get('/gulen/privacy'),
      await browser.get(path),
      await browser.get(`${path}/appeal`),
      await office.post(task, empty),
      await operations.get('/operations'),
      await operations.get(`/operations/executions/application/${own}`),
    ];
    for (const seen of pages) expect(await eyes.lookInTheDark(seen)).toEqual([]);
  });
});

describe('the task pages', () => {
  it.each(taskKinds)('%s, empty and with errors', async (kind: TaskKind) => {
    const { path: task, browser } = await openTask(kind);
    await expectFlawless(await browser.get(task));
    const caseVersion = browser.hidden('caseVersion');
    await expectFlawless(await browser.post(task, { caseVersion }), 422);
  });

  it('a task that comes back with a reason, and is given on to an address that cannot be', async () => {
    const { office, path: task, browser } = await openTask('assessment');
    await browser.get(task);
    await browser.post(`${task}/pass-on`, { passOn: 'decline', passOnReason: 'Eg er inhabil.' });
    const link = new URL(office.mailer.sent[0]?.link ?? '').pathname;
    await expectFlawless(await browser.get(link));
    const foreign = { passOn: 'colleague', colleague: 'eli@example.org' };
    await expectFlawless(await browser.post(`${link}/pass-on`, foreign), 422);
    await expectFlawless(await browser.get(task));
  });

  it('a link that cannot be used', async () => {
    const { path: task, browser } = await openTask('approval');
    await expectFlawless(await browser.get(`${task.slice(0, -3)}abc`), 404);
  });
});

describe('the operations pages', () => {
  it('the list, an execution with its drawing, and the holds', async () => {
    const room = await openControlRoom();
    const browser = await room.visitor(operator);
    await expectFlawless(await browser.get('/operations'));
    const execution = await browser.get(`/operations/executions/application/${own}`);
    expect(execution.text).toMatch(/<svg[^>]*role="img"[\s\S]*>HoldCasework<\/text>/);
    await expectFlawless(execution);
    await expectFlawless(await browser.get(`/operations/holds/${own}`));
  });
});
