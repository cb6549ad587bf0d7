import { readFile } from 'node:fs/promises';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import { printIn } from './browsers.ts';

/** A cold start by the stock package, as its manual says: unpacks Brotli to the temporary folder, starts, prints a page. */
const began = performance.now();
const executablePath = await chromium.executablePath();
const unpackMs = performance.now() - began;
const args = puppeteer.defaultArgs({ args: chromium.args, headless: 'shell' });
const browser = await puppeteer.launch({ args, executablePath, headless: 'shell', pipe: true, timeout: 0 });
const pdf = await printIn(browser, await readFile(process.argv[2] ?? '', 'utf8'));
// Since this process began.
console.log(JSON.stringify({ unpackMs, firstMs: performance.now(), bytes: pdf.length }));
browser.process()?.kill('SIGKILL');
process.exit(0);
