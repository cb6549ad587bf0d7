import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import { browserFolder } from '../../../infra/constructs/bundling/browser/browser-folder.ts';
import { form } from '../public/apply.ts';
import { kari, ownApplication, publicApp } from '../public/public-app.ts';
import { gulenCaseworker, openOffice } from '../tasks/office.ts';
import { openSite } from './site.ts';

/** Whole errands done in Chromium by keys alone, as by people who use no mouse. */
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium(await browserFolder(), 'localhost');
  page = await chromium.newPage();
});
afterAll(() => chromium.close());

interface Focus {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly href: string;
}

async function press(key: 'Tab' | 'Space' | 'ArrowDown' | 'Enter'): Promise<Focus> {
  await page.keyboard.press(key);
  return (await page.evaluate(
    `(({ tagName, type = '', name = '', value = '', checked = false, pathname = '' }) =>
      ({ tag: tagName, type, name, value: String(value), checked, href: pathname }))(document.activeElement)`,
  )) as Focus;
}

async function enter(): Promise<string> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  return new URL(page.url()).pathname;
}

/** Presses Tab until the focus is where one wants to be. */
async function tabTo(wanted: (focus: Focus) => boolean): Promise<Focus> {
  for (let presses = 0; presses < 60; presses++) {
    const focus = await press('Tab');
    if (wanted(focus)) return focus;
  }
  throw new Error(`no way by Tab on ${page.url()}`);
}

/** Goes through the fields of a page by Tab, answers them by keys, and sends the form from its own button. */
async function fillInAndSend(answers: Readonly<Record<string, string>>): Promise<string> {
  for (let presses = 0; presses < 80; presses++) {
    const focus = await press('Tab');
    const answer = answers[focus.name];
    if (focus.tag === 'BUTTON' && focus.name === '' && (await inMain())) return enter();
    if (answer === undefined) continue;
    if (focus.type === 'radio') await choose(focus, answer);
    else if (focus.type === 'checkbox') {
      if (focus.value === answer && !focus.checked) await press('Space');
    } else if (focus.tag === 'TEXTAREA' || focus.tag === 'INPUT') await page.keyboard.type(answer);
  }
  throw new Error(`no button to send by on ${page.url()}`);
}

const inMain = () => page.evaluate(`document.activeElement.closest('main') !== null`);

async function choose(first: Focus, answer: string): Promise<void> {
  let focus = first.checked ? first : await press('Space');
  for (let presses = 0; focus.value !== answer && presses < 10; presses++) focus = await press('ArrowDown');
  expect([focus.name, focus.value, focus.checked]).toEqual([first.name, answer, true]);
}

describe('by keyboard alone', () => {
  it('somebody applies, from the start of the form to the receipt', async () => {
    const app = publicApp();
    const site = await openSite(app.app, (await app.signedIn(kari)).time);
    await page.setCookie(...site.cookiesOf(await app.signedIn(kari)));
    await page.goto(site.url + form);
    await tabTo(({ href }) => href.startsWith(`${form}/`));
    let at = await enter();
    for (let pages = 0; at.startsWith(form) && !at.includes('/receipt/') && pages < 25; pages++)
      at = await fillInAndSend({ ...ownApplication, needs: 'Fleire tenester.', confirmed: 'yes' });
    expect(at).toMatch(/^\/gulen\/application\/receipt\/[a-z2-7]{26}$/);
    const file = await app.store.load(at.split('/').at(-1) ?? '');
    expect(file?.case).toMatchObject({
      wishes: { plan: true, coordinator: true },
      account: { needs: 'Fleire tenester.' },
    });
    await site.close();
  });

  it('a caseworker assesses a case and sends the answer', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    const site = await openSite(office.app, browser.time);
    await page.setCookie(...site.cookiesOf(browser));
    await page.goto(site.url + path);
    const outcomes = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' };
    const typed = { facts: 'Tre einingar.', reasons: 'Behovet er langvarig.', personsView: 'Éin kontakt.' };
    await fillInAndSend({ ...outcomes, ...typed });
    expect(await page.evaluate('document.querySelector("h1").textContent')).toContain('Takk');
    expect((await office.store.load(office.caseId))?.answers[0]?.answer).toMatchObject({ facts: 'Tre einingar.' });
    await site.close();
  });
});
