import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { stories } from './stories/index.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function demo(...options: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'test/journeys/demo.ts', ...options],
      (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

it.concurrent('tells its options, and every journey by name', async () => {
  const { code, stdout } = await demo('--help');
  expect(code).toBe(0);
  for (const name of [...Object.keys(stories), '--out', '--municipality', '--journey']) expect(stdout).toContain(name);
});

it.concurrent.each([
  [['--municipality', 'oslo'], 'no municipality oslo; there are gjovik, gulen'],
  [['--journey', 'toString'], 'no journey toString; there are granted'],
  [['--jorney', 'granted'], "Unknown option '--jorney'"],
  [['granted'], "Unexpected argument 'granted'"],
])('refuses %j with what is wrong, before anything is played', async (options, message) => {
  const { code, stdout, stderr } = await demo(...options);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr).toContain('--help');
});
