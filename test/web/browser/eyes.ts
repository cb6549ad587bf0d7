import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import { staticFiles } from '../../../functions/platform/http/static-files.ts';
import { browserFolder } from '../../../infra/constructs/bundling/browser/browser-folder.ts';
import type { Seen } from '../../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = 'https://plan.example/page';

/** What is wrong with a page as Chromium shows it; empty lists when nothing is. */
export interface Findings {
  /** Rules of axe that are broken, each with the element. */
  readonly axe: readonly string[];
  /** Elements that reach beyond a window 320 pixels wide, which is 1280 at 400 % (WCAG 1.4.10). */
  readonly tooWide: readonly string[];
  /** Text that is cut off at 400 %, or when lines, words and letters stand wider apart (WCAG 1.4.12). */
  readonly clipped: readonly string[];
  /** Requests that the page made and should not: nothing comes from third parties. */
  readonly strayRequests: readonly string[];
}

/** A real browser that looks at pages rendered by the apps under test, with their own headers and style sheet. */
export async function openEyes() {
  const chromium = await launchChromium(await browserFolder());
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
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.setViewport({ width: 320, height: 256 });
    await page.goto(address);
    const small = { tooWide: await overflow(page), clipped: await cutOff(page) };
    await page.setViewport({ width: 1200, height: 900 });
    await page.evaluate(`${axe};0`);
    // Targets of 24 pixels are of WCAG 2.2, which axe asks for only when told to.
    const broken = await judge(page, `{ rules: { 'target-size': { enabled: true } } }`);
    await page.evaluate(spacedText);
    const spaced = { tooWide: await overflow(page), clipped: await cutOff(page) };
    return {
      axe: broken,
      tooWide: [...small.tooWide, ...spaced.tooWide],
      clipped: [...small.clipped, ...spaced.clipped],
      strayRequests: stray,
    };
  }

  /** Text that is hard to tell from its background for those who chose dark pages. */
  async function lookInTheDark(seen: Seen): Promise<string[]> {
    shown = seen;
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.goto(address);
    await page.evaluate(`${axe};0`);
    return judge(page, `{ runOnly: ['color-contrast'] }`);
  }

  return { look, lookInTheDark, page, close: () => chromium.close() };
}

/** What axe finds, each with the element. */
async function judge(page: Page, options: string): Promise<string[]> {
  return (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], selectors: false, ...${options} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  )) as string[];
}

/** The distances of WCAG 1.4.12, as somebody may set them for all pages. */
const spacedText = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(\`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }\`);
  document.adoptedStyleSheets = [sheet];
})()`;

/** Boxes that hide a part of their own text; what is for screen readers alone is a pixel large and not meant. */
async function cutOff(page: Page): Promise<string[]> {
  return (await page.evaluate(
    `[...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        if (clientWidth <= 1 || clientHeight <= 1 || element.closest('svg')) return false;
        const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
        return (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120))`,
  )) as string[];
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
