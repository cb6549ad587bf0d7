import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the CDK app's cloud assembly is written and played from. */
export const assemblyDirectory = fileURLToPath(new URL('../../cdk.out', import.meta.url));

/** Runs the CDK app as `cdk synth` does, without the CLI around it. Throws when it does not succeed. */
export async function synthesize(): Promise<void> {
  const child = spawn(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assemblyDirectory },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The app could not be synthesized (exit code ${code})`);
}
