import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder for the whole run, removed after it: a test that leaves a file behind leaves none on the machine. */
export function setup(): () => void {
  const place = mkdtempSync(join(tmpdir(), 'individuell-plan-tests-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = place;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(place, { recursive: true, force: true, maxRetries: 3 });
  };
}
