import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs the CDK app as `cdk synth` does, without the CLI around it, into `assembly`. The CDK's own slow check of the
 * template is left to `npm run synth` and the tests. Throws when the synthesis does not succeed.
 */
export async function synthesize(assembly: string): Promise<void> {
  // The CDK leaves the assets of earlier syntheses where they are, a browser of 200 MB among them.
  await rm(assembly, { recursive: true, force: true });
  const child = spawn(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The app could not be synthesized (exit code ${code})`);
}
