import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../../functions/letters/pdf/chromium.ts';
import { contentSecurityPolicy } from '../../../functions/platform/http/security-headers.ts';
import { staticFiles } from '../../../functions/platform/http/static-files.ts';
import { browserFolder } from '../../../infra/constructs/bundling/browser/browser-folder.ts';
import type { Seen } from '../../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = 'https://plan.example/page';

/** Everything WCAG 2.2 AA asks and axe can tell, and its advice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A real browser that looks at pages rendered by the apps under test, with their own headers and style sheet. */
export async function openEyes() {
  const chromium = await launchChromium(await browserFolder());
  const page = await chromium.newPage();
  let stray: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname, href } = new URL(request.url());
    const file = staticFiles.get(pathname);
    if (request.isNavigationRequest()) {
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': contentSecurityPolicy() },
        body: '<!doctype html>',
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

  // One document for them all, with axe in it: each page is written into it. Parsing axe for every page would take longer
  // than judging it.
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(address);
  await page.evaluate(`${axe};0`);

  /**
   * What is wrong with a page; empty when nothing is. Rules of axe that are broken, each with the element; elements that
   * reach beyond a window 320 pixels wide, which is 1280 at 400 % (WCAG 1.4.10); text that is cut off there, or when
   * lines, words and letters stand wider apart (WCAG 1.4.12); requests to anywhere but our own files.
   */
  async function look(seen: Seen): Promise<readonly string[]> {
    await page.setViewport({ width: 1200, height: 900 });
    stray = [];
    await page.setContent(seen.text);
    const broken = await judge(page, `{ type: 'tag', values: ${JSON.stringify(tags)} }`);
    await page.setViewport({ width: 320, height: 256 });
    const narrow = await badlyLaidOut(page);
    await page.evaluate(spacedText);
    const spaced = await badlyLaidOut(page);
    return [
      ...broken,
      ...narrow,
      ...spaced.map((finding) => `${finding}, spaced`),
      ...stray.map((href) => `stray ${href}`),
    ];
  }

  /** Text that is hard to tell from its background for those who chose dark pages, on the page last looked at. */
  async function lookInTheDark(): Promise<readonly string[]> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const found = await judge(page, `['color-contrast']`);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    return found.map((finding) => `in the dark: ${finding}`);
  }

  return { look, lookInTheDark, close: () => chromium.close() };
}

/** What axe finds, each with the element. */
async function judge(page: Page, runOnly: string): Promise<string[]> {
  return (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], selectors: false, runOnly: ${runOnly} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => 'axe ' + id + ': ' + html.slice(0, 200))))`,
  )) as string[];
}

/** The distances of WCAG 1.4.12, as somebody may set them for all pages. */
const spacedText = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(\`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }\`);
  document.adoptedStyleSheets = [sheet];
})()`;

/**
 * Elements that reach beyond the window, and boxes that hide a part of their own text; what is for screen readers alone is a
 * pixel large and not meant, and a line one types in scrolls.
 */
async function badlyLaidOut(page: Page): Promise<string[]> {
  return (await page.evaluate(
    `(() => {
      const all = [...document.querySelectorAll('body *')];
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = scrollWidth <= clientWidth ? [] : all.filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      const cut = all.filter((element) => {
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        if (scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1) return false;
        if (clientWidth <= 1 || clientHeight <= 1 || element.closest('svg') || element.tagName === 'INPUT') return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        return (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
      });
      const told = (what) => (element) => what + ': ' + element.outerHTML.slice(0, 120);
      return [...wide.map(told('too wide')), ...cut.map(told('cut off'))];
    })()`,
  )) as string[];
}
