import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { templatePlugin } from '../../infra/constructs/bundling/esbuild-plugin.ts';
import { root } from '../../infra/constructs/bundling/paths.ts';

/**
 * Bundles a module that imports templates, which Node alone cannot load, as the functions are. Gives the file, which lies
 * inside the project, so that its packages are found from there; `remove` it when it is loaded.
 */
export async function bundled(entry: string): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const name = entry.replaceAll(/[^a-z]+/gi, '-').slice(-40);
  const file = join(root, 'node_modules', '.cache', `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    logLevel: 'error',
    plugins: [templatePlugin()],
  });
  return { file, remove: () => rm(file, { force: true }) };
}
