import { mkdtempSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherFunctions, steps } from './workflow/steps.ts';

// The CDK is 20 MB of JavaScript; the cache saves half of its start the second time.
enableCompileCache();
const { bundle, bundleDirectory, bundlePlace } = await import('./constructs/bundling/bundle.ts');

// The CDK copies each bundle into its assembly; a place of one's own lets several syntheses run side by side.
const place = { ...bundlePlace, out: mkdtempSync(join(tmpdir(), 'individuell-plan-bundles-')) };
const specs = [...steps, ...otherFunctions];
try {
  // esbuild is a process of its own and works while this one loads the CDK.
  const [{ createApp }] = await Promise.all([import('./constructs/create-app.ts'), bundle(specs, place)]);
  const codeOf = (name: string) => bundleDirectory(name, place);
  createApp({ specs, codeOf }, { outdir: process.env.CDK_OUTDIR ?? 'cdk.out' }).app.synth();
} finally {
  rmSync(place.out, { recursive: true, force: true });
}
