import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { FunctionSpec } from '../../workflow/steps.ts';
import { browserFolder } from './browser/browser-folder.ts';
import { templatePlugin } from './esbuild-plugin.ts';
import { root } from './paths.ts';

/** Where entries are found and bundles put; tests give their own. */
export interface BundlePlace {
  /** The folder that holds `<folder>/index.ts`. */
  readonly functions: string;
  /** Gets one directory per function, `<out>/<Name>`, which is the function's asset. */
  readonly out: string;
}

export const bundlePlace: BundlePlace = { functions: join(root, 'functions'), out: join(root, '.build') };

/**
 * Bundles all functions in one run of esbuild, each into a directory of its own, `<out>/<Name>`, with the AWS SDK in it
 * (smaller, pinned, faster to start than the one in Lambda). A function with Chromium gets it in
 * `<out>/<Name>/chromium`, which is `${LAMBDA_TASK_ROOT}/chromium` where it runs.
 *
 * What several functions use is made once, as chunks, and put into each directory that needs it: a fifth of the time and of
 * the memory that as many single files take. Nothing is minified: it would save a fiftieth, and stack traces would not
 * name the source.
 */
export async function bundle(specs: readonly FunctionSpec[], place: BundlePlace = bundlePlace): Promise<void> {
  refuseMissingEntries(specs, place);
  await rm(place.out, { recursive: true, force: true });
  const { metafile, outputFiles } = await build({
    entryPoints: Object.fromEntries(specs.map((spec) => [spec.name, entryOf(spec, place)])),
    outdir: place.out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // CommonJS packages call `require` for Node's own modules, which an ES module does not have. The import has a name
    // of its own, as a bundled module may import `createRequire` itself.
    banner: {
      js: "import { createRequire as bannerRequire } from 'node:module';\nconst require = bannerRequire(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'error',
    plugins: [templatePlugin(), englishOnly],
  });
  const modules: Modules = {
    contents: new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])),
    imports: new Map(
      Object.entries(metafile.outputs).map(([path, { imports }]) => [basename(path), localImports(imports)]),
    ),
  };
  await Promise.all(specs.map((spec) => writeFunction(spec, modules, place)));
}

/** What esbuild made: entries and chunks by file name, and which of them each one imports. */
interface Modules {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

function localImports(imports: Metafile['outputs'][string]['imports']): string[] {
  return imports.filter(({ external }) => !external).map(({ path }) => basename(path));
}

async function writeFunction({ name, chromium }: FunctionSpec, modules: Modules, place: BundlePlace): Promise<void> {
  const directory = bundleDirectory(name, place);
  await mkdir(directory, { recursive: true });
  const entry = `${name}.mjs`;
  await Promise.all(
    [...reached(entry, modules)].map((file) =>
      writeFile(join(directory, file === entry ? 'index.mjs' : file), modules.contents.get(file) ?? ''),
    ),
  );
  if (chromium) await addChromium(directory);
}

function reached(file: string, modules: Modules, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of modules.imports.get(file) ?? []) reached(imported, modules, found);
  return found;
}

/**
 * zod brings its error messages in fifty languages, a fifth of a function that only loads cases. Ours are never shown to
 * a person; the pages have their own words.
 */
const englishOnly: Plugin = {
  name: 'english-only',
  setup(build) {
    build.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** The asset directory of a function. */
export function bundleDirectory(name: string, { out }: BundlePlace = bundlePlace): string {
  return join(out, name);
}

function entryOf({ folder }: FunctionSpec, { functions }: BundlePlace): string {
  return join(functions, folder, 'index.ts');
}

function refuseMissingEntries(specs: readonly FunctionSpec[], place: BundlePlace): void {
  const missing = specs.map((spec) => entryOf(spec, place)).filter((entry) => !existsSync(entry));
  if (missing.length > 0) throw new Error(`Functions without an entry file:\n  ${missing.join('\n  ')}`);
}

async function addChromium(directory: string): Promise<void> {
  await linked(await browserFolder(), join(directory, 'chromium'));
}

/** The same files in a second place, at no cost; copies where the two places are on different disks. */
async function linked(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linked(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
