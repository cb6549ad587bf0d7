import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** Where the browser lies, ready to run: beside the function's bundle. */
export function browserIn(taskRoot = '.'): string {
  return join(taskRoot, 'chromium');
}

/**
 * Starts a headless Chromium from its folder, without any way to the network but to `reach`, a host a test looks at. It
 * talks through a pipe, so it ends when the process or worker that started it does. What it writes, it writes to a folder
 * of its own, which is removed when it ends, however it ends. Rejects when it cannot be started.
 */
export async function launchChromium(folder: string, reach?: 'localhost'): Promise<Browser> {
  // Loaded on first use: a cached letter is returned without it.
  const [{ default: puppeteer }, home] = await Promise.all([import('puppeteer-core'), newHome()]);
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const browser = await puppeteer.launch({
      executablePath: join(folder, 'chromium'),
      args: [...switches, ...offline(reach), `--user-data-dir=${join(home, 'profile')}`],
      headless: 'shell',
      pipe: true,
      env: environmentIn(folder, home),
      // The printer has its own limit and kills what is late.
      timeout: 0,
      // A worker has no signals of its own to handle.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    browser.process()?.once('exit', remove);
    return browser;
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * One process, as Lambda lets no browser confine its parts, and no graphics processor: pages become PDF, not pictures.
 * Hinting would make letters look different on different machines.
 */
const switches = [
  '--single-process',
  '--no-zygote',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--font-render-hinting=none',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-background-networking',
  '--disable-features=AudioServiceOutOfProcess,IsolateOrigins,site-per-process',
];

/** No name resolves. */
function offline(reach: string | undefined): string[] {
  return [`--host-resolver-rules=MAP * ~NOTFOUND${reach ? `, EXCLUDE ${reach}` : ''}`];
}

/**
 * The browser brings its own system libraries and fonts, so a bare machine is enough. What it writes, it writes to
 * `home`.
 */
export function environmentIn(folder: string, home: string): Record<string, string> {
  const { PATH = '', LD_LIBRARY_PATH } = process.env;
  const libraries = join(folder, 'lib');
  return {
    PATH,
    HOME: home,
    TMPDIR: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: LD_LIBRARY_PATH ? `${libraries}:${LD_LIBRARY_PATH}` : libraries,
  };
}

const homes = 'letters-browser-';

/** A folder for one browser. Those of processes that were killed, and could not clean up, are removed. */
async function newHome(): Promise<string> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(homes) && !isAlive(name));
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
  return mkdtemp(join(tmpdir(), `${homes}${process.pid}-`));
}

function isAlive(name: string): boolean {
  try {
    // Signal 0 only asks whether there is such a process.
    return process.kill(Number(name.slice(homes.length).split('-')[0]), 0);
  } catch {
    return false;
  }
}
