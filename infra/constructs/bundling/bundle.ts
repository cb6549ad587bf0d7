import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { FunctionSpec } from '../../workflow/steps.ts';
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
 * Bundles all functions in one run of esbuild, each into `<out>/<Name>/index.mjs`, with the AWS SDK in it (smaller,
 * pinned, faster to start than the one in Lambda). Nothing is minified: it would save a fiftieth, cost a third of the time,
 * and stack traces would not name the source. A function with Chromium gets its packs in `<out>/<Name>/chromium`,
 * which is `${LAMBDA_TASK_ROOT}/chromium` where it runs.
 */
export async function bundle(specs: readonly FunctionSpec[], place: BundlePlace = bundlePlace): Promise<void> {
  refuseMissingEntries(specs, place);
  await rm(place.out, { recursive: true, force: true });
  await build({
    entryPoints: Object.fromEntries(specs.map((spec) => [`${spec.name}/index`, entryOf(spec, place)])),
    outdir: place.out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // CommonJS packages call `require` for Node's own modules, which an ES module does not have.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    legalComments: 'none',
    logLevel: 'error',
    plugins: [templatePlugin(), englishOnly],
  });
  await Promise.all(specs.filter(({ chromium }) => chromium).map(({ name }) => addChromium(join(place.out, name))));
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
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  // …/@sparticuz/chromium/build/<format>/index.js
  await cp(join(dirname(main), '../../bin'), join(directory, 'chromium'), { recursive: true });
}
