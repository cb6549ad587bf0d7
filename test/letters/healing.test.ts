import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { LetterRenderingError } from '../../functions/core/errors.ts';
import { launchChromium } from '../../functions/letters/pdf/chromium.ts';
import { pageCount } from '../../functions/letters/pdf/pdf-file.ts';
import { createPrinter } from '../../functions/letters/pdf/printer.ts';
import { openSheet } from '../../functions/letters/pdf/sheet.ts';
import { browserFolder } from '../../infra/constructs/bundling/browser/browser-folder.ts';

const own = mkdtempSync(join(tmpdir(), 'healing-'));
const folder = await browserFolder();
const limits = { openMs: 15_000, printMs: 5_000, lettersPerBrowser: 200 };
const page = `<!doctype html><html lang="nb"><head><title>Brev</title><style></style><style></style></head>
<body><h1>Hei</h1></body></html>`;

let browsers: Browser[] = [];
const open = () =>
  openSheet(async () => {
    const browser = await launchChromium(folder);
    browsers.push(browser);
    return browser;
  });
const current = () => browsers.at(-1)?.process();
const isOver = (index: number) => browsers[index]?.process()?.signalCode !== null;
const left = () => readdirSync(own);

beforeAll(() => {
  vi.stubEnv('TMPDIR', own);
});
afterEach(async () => {
  for (const browser of browsers) browser.process()?.kill('SIGKILL');
  await vi.waitFor(() => expect(left()).toEqual([]));
  browsers = [];
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(own, { recursive: true });
});

test('a browser that was killed is replaced within the same letter, and leaves nothing in the temporary folder', async () => {
  const printer = createPrinter(open, limits);
  await printer.print(page);
  current()?.kill('SIGKILL');
  expect(pageCount(await printer.print(page))).toBe(1);
  expect(browsers).toHaveLength(2);
  await vi.waitFor(() => expect(left()).toHaveLength(1));
});

test('a browser that hangs is ended at the limit and replaced within the same letter', async () => {
  const printer = createPrinter(open, { ...limits, printMs: 1_500 });
  await printer.print(page);
  current()?.kill('SIGSTOP');
  expect(pageCount(await printer.print(page))).toBe(1);
  expect(browsers).toHaveLength(2);
  await vi.waitFor(() => expect([isOver(0), isOver(1)]).toEqual([true, false]));
  await vi.waitFor(() => expect(left()).toHaveLength(1));
});

test('many letters need one browser, one page and one folder; a worn browser goes with all it had', async () => {
  const printer = createPrinter(open, { ...limits, lettersPerBrowser: 20 });
  for (let letter = 0; letter < 20; letter += 1) await printer.print(page);
  expect(await browsers[0]?.pages()).toHaveLength(1);
  expect(left()).toHaveLength(1);
  await printer.print(page);
  expect(browsers).toHaveLength(2);
  await vi.waitFor(() => expect(left()).toHaveLength(1));
  expect(isOver(0)).toBe(true);
});

test('a browser that does not start leaves nothing, and what killed processes left is cleared by the next one', async () => {
  const broken = createPrinter(() => openSheet(() => launchChromium(own)), limits);
  await expect(broken.print(page)).rejects.toThrow(LetterRenderingError);
  expect(left()).toEqual([]);
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(join(own, `letters-browser-${pid}-Xy12ab`));
  mkdirSync(join(own, `letters-browser-${process.ppid}-Xy12ab`));
  await createPrinter(open, limits).print(page);
  expect(left()).not.toContain(`letters-browser-${pid}-Xy12ab`);
  // Another process that lives may have a browser of its own.
  expect(left()).toContain(`letters-browser-${process.ppid}-Xy12ab`);
  rmSync(join(own, `letters-browser-${process.ppid}-Xy12ab`), { recursive: true });
});
