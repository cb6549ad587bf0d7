import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { synthFixture } from './fixture/app.ts';

/** Where time begins in the tests: a Monday. */
const START = '2026-03-02T08:00:00.000Z';
export const DAY = 86_400_000;

/** A new, empty data directory. */
export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'local-data-'));
}

/** Synthesizes the fixture app and plays it. */
export async function startFixture(): Promise<{ runtime: Runtime; assembly: string; dataDir: string }> {
  const assembly = synthFixture();
  const dataDir = newDataDir();
  return { assembly, dataDir, runtime: await startRuntime({ assembly, dataDir, start: START }) };
}

/** What an AWS client of the test needs to find a runtime. */
export function clientOptions({ urls }: Runtime) {
  return {
    endpoint: urls.aws,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
}

/** Posts a form to the fixture's `/do/{what}`. */
export async function post({ urls }: Runtime, what: string, fields: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  return await fetch(`${urls.pages}/do/${what}`, { method: 'POST', body, redirect: 'manual' });
}
