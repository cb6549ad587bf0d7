import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../../infra/local/synthesize.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cloud assembly that all journeys of a run play. */
    readonly assembly: string;
  }
}

/** The app synthesized once for all the files that play it. */
export default async function synthesizeOnce(project: TestProject): Promise<() => Promise<void>> {
  const assembly = await mkdtemp(join(tmpdir(), 'individuell-plan-assembly-'));
  await synthesize(assembly);
  project.provide('assembly', assembly);
  return () => rm(assembly, { recursive: true, force: true });
}
