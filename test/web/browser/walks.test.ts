import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import { browserFolder } from '../../../infra/constructs/bundling/browser/browser-folder.ts';
import type { Browser } from '../../support/browser.ts';
import { openControlRoom, operator, own } from '../operations/control-room.ts';
import { decided, kariWith, path } from '../public/karis-case.ts';
import { kari, publicApp } from '../public/public-app.ts';
import { openTask } from '../tasks/open-task.ts';
import { openSite } from './site.ts';

/** Pages over HTTP in Chromium, walked through as people do who use no mouse, and weighed as they come over the line. */
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let page: Page;
let devTools: CDPSession;
const sites: Awaited<ReturnType<typeof openSite>>[] = [];

beforeAll(async () => {
  chromium = await launchChromium(await browserFolder(), 'localhost');
  page = await chromium.newPage();
  devTools = await page.createCDPSession();
  await devTools.send('Network.enable');
});
afterAll(async () => {
  await chromium.close();
  await Promise.all(sites.map((site) => site.close()));
});

/** Opens an app to the browser, signed in as the other browser is. */
async function enter(app: Parameters<typeof openSite>[0], browser: Browser): Promise<string> {
  const site = await openSite(app, browser.time);
  sites.push(site);
  await page.setCookie(...site.cookiesOf(browser));
  return site.url;
}

/** Bytes over the line at a first visit: the page, its style and its fonts, headers included. */
async function weightOf(address: string): Promise<number> {
  let bytes = 0;
  const add = ({ encodedDataLength }: { readonly encodedDataLength: number }) => {
    bytes += encodedDataLength;
  };
  devTools.on('Network.loadingFinished', add);
  await page.setCacheEnabled(false);
  await page.goto(address);
  const broken = `[...document.fonts].filter(({ status }) => status === 'error').length`;
  expect(await page.evaluate(`document.fonts.ready.then(() => ${broken})`)).toBe(0);
  await page.setCacheEnabled(true);
  devTools.off('Network.loadingFinished', add);
  return bytes;
}

async function heavierThanAllowed(url: string, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    const bytes = await weightOf(url + address);
    // Less than the two fonts would mean that something was not counted.
    if (bytes > 80_000 || bytes < 40_000) found.push(`${address}: ${bytes}`);
  }
  return found;
}

interface Stop {
  readonly what: string;
  readonly visible: boolean;
}

/** Presses Tab from the top to the end; every place it stops at, and whether one sees it. */
async function tabThrough(): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const stop = (await page.evaluate(
      `(() => {
        const element = document.activeElement;
        if (element === document.body || element === null) return { what: '', visible: false };
        // The design system draws the ring of a radio button and a check box around its label as well.
        const ringed = [element, element.closest('.ds-field')].filter(Boolean).map((each) => getComputedStyle(each));
        const visible = ringed.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px');
        const name = element.id || element.getAttribute('href') || element.textContent.trim() || element.className;
        return { what: element.tagName + ' ' + name, visible };
      })()`,
    )) as Stop;
    if (stop.what === '') break;
    stops.push(stop);
  }
  return stops;
}

const focused = (what: string) => page.evaluate(`document.activeElement.${what}`);

describe('a first visit weighs at most 80 KB', () => {
  it('on the public pages', async () => {
    const { app, browser } = await kariWith(decided());
    const url = await enter(app, browser);
    const addresses = ['/', '/gulen', '/kristiansand?lang=en', '/gulen/privacy', '/nowhere', '/signed-out'];
    const own = [
      '/gulen/application',
      '/gulen/application/role',
      '/gulen/cases',
      path,
      `${path}/letters/decision-1`,
      `${path}/appeal`,
    ];
    expect(await heavierThanAllowed(url, [...addresses, ...own])).toEqual([]);
  });

  it('on the pages of staff', async () => {
    const task = await openTask('assessment');
    expect(await heavierThanAllowed(await enter(task.office.app, task.browser), [task.path])).toEqual([]);
    const room = await openControlRoom();
    const url = await enter(room.app, await room.visitor(operator));
    const addresses = ['/operations', `/operations/executions/application/${own}`, `/operations/holds/${own}`];
    expect(await heavierThanAllowed(url, addresses)).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  it('one skips to the content, and sees where one is on the way through a page', async () => {
    const { app, browser } = await kariWith(decided());
    const url = await enter(app, browser);
    for (const address of ['/gulen/privacy', `${path}/appeal`]) {
      await page.goto(url + address);
      const stops = await tabThrough();
      expect(stops[0]?.what).toBe('A #content');
      expect(stops.length).toBeGreaterThan(5);
      expect(stops.filter(({ visible }) => !visible)).toEqual([]);
    }
    await page.goto(`${url}/gulen`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused('id')).toBe('content');
    await page.keyboard.press('Tab');
    expect(await focused('getAttribute("href")')).toBe('/gulen/application');
  });

  it('one is led from each fault to its field, chooses by arrows and sends by Enter', async () => {
    const { app, signedIn } = publicApp();
    const browser = await signedIn(kari);
    const url = await enter(app, browser);
    const enterLeadsTo = async () => {
      const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      return [answer?.status(), new URL(page.url()).pathname];
    };
    await page.goto(`${url}/gulen/application/role`);
    await page.focus('main form.site-form button[type="submit"]:not([name])');
    expect(await enterLeadsTo()).toEqual([422, '/gulen/application/role']);
    // The summary is where one is, once the page is drawn; the next stop is its first link, which leads to a field.
    await page.waitForSelector('.ds-error-summary:focus', { timeout: 5_000 });
    await page.keyboard.press('Tab');
    const target = String(await focused('getAttribute("href")')).slice(1);
    await page.keyboard.press('Enter');
    expect(await focused('id')).toBe(target);
    const first = await focused('value');
    await page.keyboard.press('ArrowDown');
    expect([await focused('type'), await focused('checked')]).toEqual(['radio', true]);
    expect(await focused('value')).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused('value')).toBe(first);
    const [status, next] = await enterLeadsTo();
    expect(status).toBe(200);
    expect(next).toMatch(/^\/gulen\/application\/(?!role)/);
  });
});
