import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
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

/** The simplest way: a browser for each letter. */
export function browserPerLetter(folder: string): Contender {
  return {
    name: 'a browser for each letter',
    note: 'same Chromium and switches, prints only',
    share: 0.2,
    make: async (html) => {
      const browser = await launchChromium(folder);
      try {
        return await printIn(browser, html);
      } finally {
        await browser.close();
      }
    },
    close: () => undefined,
  };
}

/** Opens a page, prints it and closes it, by the calls the manual shows. */
export async function printIn(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await page.close();
  return pdf;
}
