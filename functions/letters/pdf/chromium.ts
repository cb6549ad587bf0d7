import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** Where Chromium's compressed pack lies: beside the function's bundle, or in the package on a developer's machine. */
export function packDirectory(taskRoot: string | undefined): string {
  const bundled = taskRoot === undefined ? undefined : join(taskRoot, 'chromium');
  if (bundled && existsSync(bundled)) return bundled;
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return join(dirname(main), '../../bin');
}

/**
 * Starts a headless Chromium from the pack, without any way to the network but to `reach`, a host a test looks at. It
 * talks through a pipe, so it ends when the process or worker that started it does. Rejects when it cannot be started.
 */
export async function launchChromium(pack: string, reach?: 'localhost'): Promise<Browser> {
  // Loaded on first use: a cached letter is returned without them.
  const [{ default: puppeteer }, home] = await Promise.all([import('puppeteer-core'), unpack(pack)]);
  const { default: chromium } = await import('@sparticuz/chromium');
  return puppeteer.launch({
    executablePath: join(home, 'chromium'),
    args: puppeteer.defaultArgs({ headless: 'shell', args: [...chromium.args, ...offline(reach)] }),
    headless: 'shell',
    pipe: true,
    env: environmentIn(home),
    // The printer has its own limit and kills what is late.
    timeout: 0,
    // A worker has no signals of its own to handle.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** No name resolves, nothing is fetched in the background. */
function offline(reach: string | undefined): string[] {
  const names = `MAP * ~NOTFOUND${reach ? `, EXCLUDE ${reach}` : ''}`;
  return [`--host-resolver-rules=${names}`, '--disable-background-networking', '--no-first-run'];
}

/** The pack brings its own system libraries and fonts, so a bare machine is enough. */
function environmentIn(home: string): Record<string, string> {
  const { PATH = '', LD_LIBRARY_PATH } = process.env;
  const libraries = join(home, 'al2023', 'lib');
  return {
    PATH,
    HOME: home,
    TMPDIR: tmpdir(),
    FONTCONFIG_PATH: join(home, 'fonts'),
    LD_LIBRARY_PATH: LD_LIBRARY_PATH ? `${libraries}:${LD_LIBRARY_PATH}` : libraries,
  };
}

/**
 * Unpacks into a folder of its own and moves it into place whole: a process that is stopped half-way, or a second one
 * that unpacks at the same time, can never leave half a browser behind.
 */
async function unpack(pack: string): Promise<string> {
  const { size } = await stat(join(pack, 'chromium.br'));
  const home = join(tmpdir(), `letters-chromium-${size}`);
  if (existsSync(home)) return home;
  const staging = await mkdtemp(join(tmpdir(), 'letters-unpacking-'));
  const { default: chromium } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  // The package unpacks to the temporary directory, with no way to name another. It reads it at once, before it waits.
  process.env.TMPDIR = staging;
  const unpacking = chromium.executablePath(pack);
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await unpacking;
  await writeFile(join(staging, 'fonts', 'fonts.conf'), fontsConfiguration(join(home, 'fonts')));
  await rename(staging, home).catch(() => rm(staging, { recursive: true, force: true }));
  return home;
}

/** Only the pack's own fonts: a letter looks the same on every machine. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}
