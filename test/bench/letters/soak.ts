import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Pipeline } from './pipeline.ts';

/** What the process and its browser hold after so many letters. */
export interface Held {
  readonly letters: number;
  /** What the process has of the machine, and what of it is in use. */
  readonly nodeMb: number;
  readonly usedMb: number;
  readonly browserMb: number;
  readonly openPages: number;
  /** Folders of browsers in the temporary folder. */
  readonly folders: number;
  /** Browsers used so far. */
  readonly browsers: number;
}

/** Makes letter after letter in this process, and looks ten times at what that leaves behind. */
export async function soak(pipeline: Pipeline, letters: number): Promise<readonly Held[]> {
  const held: Held[] = [];
  const seen = new Set<number>();
  const every = Math.max(1, Math.floor(letters / 10));
  for (let number = 1; number <= letters; number += 1) {
    await pipeline.produce(number);
    seen.add(pipeline.browser()?.process()?.pid ?? 0);
    if (number === 1 || number % every === 0) held.push(await look(pipeline, number, seen.size));
  }
  return held;
}

async function look(pipeline: Pipeline, letters: number, browsers: number): Promise<Held> {
  // What is garbage is not held; `npm run bench` lets us ask for it to be collected.
  globalThis.gc?.();
  const browser = pipeline.browser();
  const memory = process.memoryUsage();
  return {
    letters,
    nodeMb: megabytes(process.pid),
    usedMb: Math.round((memory.heapUsed + memory.external) / 2 ** 20),
    browserMb: megabytes(browser?.process()?.pid),
    openPages: (await browser?.pages())?.length ?? 0,
    folders: readdirSync(tmpdir()).filter((name) => name.startsWith(`letters-browser-${process.pid}-`)).length,
    browsers,
  };
}

function megabytes(pid: number | undefined): number {
  const kilobytes = pid === undefined ? undefined : /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(kilobytes?.[1] ?? 0) / 1024);
}
