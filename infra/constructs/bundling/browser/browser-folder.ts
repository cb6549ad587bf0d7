import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { root } from '../paths.ts';
import { installable } from './font-file.ts';
import { filesIn } from './tar-file.ts';

const unpacked = promisify(brotliDecompress);
const find = createRequire(import.meta.url).resolve;
// …/@sparticuz/chromium/build/<format>/index.js
const packs = join(dirname(find('@sparticuz/chromium')), '../../bin');
const inter = join(dirname(find('@fontsource/inter/package.json')), 'files');
const cache = join(root, 'node_modules', '.cache', 'letters-browser');

/** Names the browser and fonts of this version; one word, the same on every machine. */
async function versionOf(): Promise<string> {
  const recipe = ['browser-folder.ts', 'font-file.ts', 'tar-file.ts'].map((name) => join(import.meta.dirname, name));
  const versions = [join(packs, '../package.json'), join(inter, '../package.json')];
  const hash = createHash('sha256');
  for (const file of [...recipe, ...versions]) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The folder with the browser that prints letters, ready to run as it lies: the program, the system libraries a bare
 * machine lacks, the letters' fonts. Unpacked once for each version, which takes some seconds.
 */
export async function browserFolder(): Promise<string> {
  const version = await versionOf();
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  // Moved into place whole: one that is stopped half-way, or a second one at the same time, leaves no half a browser.
  const staging = await mkdtemp(join(cache, 'unpacking-'));
  await Promise.all([addProgram(staging), addLibraries(staging), addFonts(join(staging, 'fonts'))]);
  await writeFile(join(staging, 'version'), version);
  await rename(staging, folder).catch(() => rm(staging, { recursive: true, force: true }));
  await removeOthers(folder);
  return folder;
}

async function addProgram(folder: string): Promise<void> {
  const program = join(folder, 'chromium');
  await writeFile(program, await unpacked(await readFile(join(packs, 'chromium.br'))));
  await chmod(program, 0o755);
}

async function addLibraries(folder: string): Promise<void> {
  const libraries = join(folder, 'lib');
  await mkdir(libraries);
  for (const { path, content } of filesIn(await unpacked(await readFile(join(packs, 'al2023.tar.br'))))) {
    await writeFile(join(libraries, path.replace(/^lib\//, '')), content);
  }
}

async function addFonts(folder: string): Promise<void> {
  await mkdir(folder);
  for (const weight of [400, 600]) {
    for (const part of ['latin', 'latin-ext']) {
      const woff = await readFile(join(inter, `inter-${part}-${weight}-normal.woff`));
      await writeFile(join(folder, `inter-${part}-${weight}.ttf`), installable(woff));
    }
  }
  const others = filesIn(await unpacked(await readFile(join(packs, 'fonts.tar.br'))));
  for (const { path, content } of others.filter(({ path }) => path.endsWith('.ttf'))) {
    await writeFile(join(folder, path.slice(path.lastIndexOf('/') + 1)), content);
  }
  await writeFile(join(folder, 'fonts.conf'), fontsConfiguration);
}

function named(files: string, family: string): string {
  return `<match target="scan"><test name="file" compare="contains"><string>${files}</string></test><edit name="family" mode="assign"><string>${family}</string></edit></match>`;
}

/** Only these fonts: a letter looks the same on every machine. Inter's parts have a name each, for the style sheet. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir prefix="relative">.</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
${named('inter-latin-4', 'Inter')}
${named('inter-latin-6', 'Inter')}
${named('inter-latin-ext', 'Inter Extended')}
<alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** Two hundred megabytes each. What another process unpacks at this moment stays. */
async function removeOthers(kept: string): Promise<void> {
  for (const other of (await readdir(cache)).map((name) => join(cache, name))) {
    const found = await stat(other).catch(() => undefined);
    const unpacking = basename(other).startsWith('unpacking-') && Date.now() - (found?.mtimeMs ?? 0) < 600_000;
    if (other !== kept && !unpacking) await rm(other, { recursive: true, force: true });
  }
}
