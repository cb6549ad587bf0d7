import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { environmentIn, launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import type { Contender } from './contender.ts';

/** How most print by Chromium: a page for each letter, in a browser that stays open. */
export async function pagePerLetter(folder: string): Promise<Contender> {
  const browser = await launchChromium(folder);
  return {
    name: 'a new page for each letter',
    note: 'same Chromium and switches, prints only',
    share: 0.5,
    make: (html) => printIn(browser, html),
    close: () => browser.close(),
  };
}

/** The simplest way: a browser for each letter, started as lean as ours. */
export function browserPerLetter(folder: string): Contender {
  return {
    name: 'a browser for each letter',
    note: 'same Chromium and switches, prints only',
    share: 0.2,
    make: (html) => printOnce(() => launchChromium(folder), html),
    close: () => undefined,
  };
}

/** The same as most would write it: with the switches puppeteer has of its own. */
export async function usualBrowserPerLetter(folder: string): Promise<Contender> {
  const home = await mkdtemp(join(tmpdir(), 'bench-browser-'));
  const launch = () =>
    puppeteer.launch({
      executablePath: join(folder, 'chromium'),
      args: ['--no-sandbox'],
      headless: 'shell',
      env: environmentIn(folder, home),
    });
  return {
    name: 'a browser for each letter, as usual',
    note: 'same Chromium, puppeteer’s own switches, prints only',
    share: 0.2,
    make: (html) => printOnce(launch, html),
    close: () => rm(home, { recursive: true, force: true }),
  };
}

async function printOnce(launch: () => Promise<Browser>, html: string): Promise<Uint8Array> {
  const browser = await launch();
  try {
    return await printIn(browser, html);
  } finally {
    await browser.close();
  }
}

/** Opens a page, prints it and closes it, by the calls the manual shows. */
export async function printIn(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await page.close();
  return pdf;
}
