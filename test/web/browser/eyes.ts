import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { launchChromium, packDirectory } from '../../../functions/letters/pdf/chromium.ts';
import { staticFiles } from '../../../functions/platform/http/static-files.ts';
import type { Seen } from '../../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = 'https://plan.example/page';

/** What is wrong with a page as Chromium shows it; empty lists when nothing is. */
export interface Findings {
  /** Rules of axe that are broken, each with the element. */
  readonly axe: readonly string[];
  /** Elements that reach beyond a window 320 pixels wide, which is 1280 at 400 % (WCAG 1.4.10). */
  readonly tooWide: readonly string[];
  /** Requests that the page made and should not: nothing comes from third parties. */
  readonly strayRequests: readonly string[];
}

/** A real browser that looks at pages rendered by the apps under test, with their own headers and style sheet. */
export async function openEyes() {
  const chromium = await launchChromium(packDirectory(undefined));
  const page = await chromium.newPage();
  let shown: Seen | undefined;
  let stray: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname, href } = new URL(request.url());
    const file = staticFiles.get(pathname);
    if (request.isNavigationRequest() && shown) {
      void request.respond({
        status: shown.status,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': shown.headers.get('content-security-policy') ?? '' },
        body: shown.text,
      });
    } else if (href.startsWith('data:')) {
      void request.continue();
    } else if (file) {
      void request.respond({ status: 200, contentType: file.type, body: Buffer.from(file.content) });
    } else {
      stray.push(href);
      void request.abort();
    }
  });

  async function look(seen: Seen): Promise<Findings> {
    shown = seen;
    stray = [];
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(address);
    const tooWide = await overflow(page);
    await page.setViewport({ width: 1200, height: 900 });
    await page.evaluate(`${axe};0`);
    const broken = (await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'], selectors: false }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
    )) as string[];
    return { axe: broken, tooWide, strayRequests: stray };
  }

  return { look, page, close: () => chromium.close() };
}

async function overflow(page: Page): Promise<string[]> {
  return (await page.evaluate(
    `(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120));
    })()`,
  )) as string[];
}
