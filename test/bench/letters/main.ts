import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
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

/** Measures letters. Gives what to print, and the exit code. */
export async function benchLetters(args: readonly string[]): Promise<{ found: object; text: string; code: number }> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '200' },
      cold: { type: 'string', default: '5' },
      soak: { type: 'string' },
      strict: { type: 'boolean', default: false },
    },
  });
  const machine = thisMachine();
  const folder = await browserFolder();
  const pipeline = await openPipeline(folder);
  try {
    if (values.soak !== undefined) {
      const held = await soak(pipeline, count('soak', values.soak));
      return { found: { machine, held }, text: readableSoak(machine, held), code: 0 };
    }
    const versions = { chromium: (await pipeline.browser()?.version()) ?? 'unknown' };
    const warm = await warmTimes(pipeline, folder, count('runs', values.runs));
    const cold = await coldStarts(count('cold', values.cold), pipeline.html(1));
    const report: Report = { machine, versions, warm, cold, bars: barsOf(warm, cold) };
    const missed = report.bars.some(({ met }) => met === false);
    return { found: report, text: readable(report), code: values.strict && missed ? 1 : 0 };
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
