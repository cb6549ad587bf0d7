import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserFolder } from '../../../infra/constructs/bundling/browser/browser-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { thisMachine } from '../machine.ts';
import { barsOf } from './bars.ts';
import { coldStarts } from './cold.ts';
import type { Pipeline } from './pipeline.ts';
import { type Report, readable, readableSoak } from './report.ts';
import { soak } from './soak.ts';
import { warmTimes } from './warm.ts';

export const help = `  letters [options]    a three-page decision by this pipeline and by other ways, and cold starts
    --runs N           letters by the fastest ways (default 200); slower ways make fewer
    --cold N           cold starts of each kind (default 5)
    --soak N           instead: N letters in one process, and what they leave in memory
    --strict           exit code 1 when a bar is missed`;

/** What a bench of letters takes on the command line. */
export const letterOptions = {
  runs: { type: 'string', default: '200' },
  cold: { type: 'string', default: '5' },
  soak: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const;

/** How much is measured. */
export interface LetterArguments {
  readonly runs: number;
  readonly cold: number;
  /** Letters of a soak, which is made instead. */
  readonly soak: number | undefined;
  readonly strict: boolean;
}

/** What was typed, as numbers. Throws TypeError for what is none. */
export function letterArguments(typed: {
  readonly runs: string;
  readonly cold: string;
  readonly soak?: string | undefined;
  readonly strict: boolean;
}): LetterArguments {
  return {
    runs: count('runs', typed.runs),
    cold: count('cold', typed.cold),
    soak: typed.soak === undefined ? undefined : count('soak', typed.soak),
    strict: typed.strict,
  };
}

/** Measures letters. Gives what to print, and the exit code. */
export async function benchLetters(args: LetterArguments): Promise<{ found: object; text: string; code: number }> {
  const machine = thisMachine();
  const folder = await browserFolder();
  const pipeline = await openPipeline(folder);
  try {
    if (args.soak !== undefined) {
      const held = await soak(pipeline, args.soak);
      return { found: { machine, held }, text: readableSoak(machine, held), code: 0 };
    }
    const versions = { chromium: (await pipeline.browser()?.version()) ?? 'unknown' };
    const warm = await warmTimes(pipeline, folder, args.runs);
    const cold = await coldStarts(args.cold, pipeline.html(1));
    const report: Report = { machine, versions, warm, cold, bars: barsOf(warm, cold) };
    const missed = report.bars.some(({ met }) => met === false);
    return { found: report, text: readable(report), code: args.strict && missed ? 1 : 0 };
  } finally {
    pipeline.close();
  }
}

async function openPipeline(folder: string): Promise<Pipeline> {
  const { file, remove } = await bundled(join(import.meta.dirname, 'pipeline.ts'));
  try {
    const module: typeof import('./pipeline.ts') = await import(pathToFileURL(file).href);
    return await module.openPipeline(folder);
  } finally {
    await remove();
  }
}

function count(name: string, written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1) throw new TypeError(`--${name} is a number from 1 up, not ${written}`);
  return number;
}
