import { enableCompileCache } from 'node:module';
import { otherFunctions, steps } from './workflow/steps.ts';

// The CDK is 20 MB of JavaScript; the cache saves half of its start the second time.
enableCompileCache();
const { bundle, bundleDirectory } = await import('./constructs/bundling/bundle.ts');
const { createApp } = await import('./constructs/create-app.ts');

const specs = [...steps, ...otherFunctions];
await bundle(specs);
createApp({ specs, codeOf: bundleDirectory }, { outdir: process.env.CDK_OUTDIR ?? 'cdk.out' }).app.synth();
