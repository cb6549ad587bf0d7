import { type Statistics, statisticsOf } from '../statistics.ts';
import { browserPerLetter, pagePerLetter, usualBrowserPerLetter } from './browsers.ts';
import type { Contender, Missing } from './contender.ts';
import type { Pipeline } from './pipeline.ts';
import { typst } from './typst.ts';
import { weasyPrint } from './weasyprint.ts';

/** How one way did; without times it could not be tried. */
export interface WarmRow {
  readonly name: string;
  readonly note: string;
  readonly pages?: number;
  readonly kilobytes?: number;
  readonly times?: Statistics;
}

export const printOnly = 'this pipeline, print only';
export const withChecks = 'this pipeline, with archive and checks';

/** Has every way make the same letters, in turns, so that what else the machine does falls on all. */
export async function warmTimes(pipeline: Pipeline, folder: string, runs: number): Promise<readonly WarmRow[]> {
  const all = await openAll(pipeline, folder);
  const contenders = all.filter((each) => 'make' in each);
  const measured = contenders.map((contender) => ({ contender, times: [] as number[], last: new Uint8Array() }));
  try {
    const rounds = 10;
    // Round 0 warms up, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const row of measured) {
        const count = Math.max(1, Math.round((runs * row.contender.share) / rounds));
        for (let run = 0; run < count; run += 1) {
          const number = round * runs + run + 1;
          const html = pipeline.html(number);
          const began = performance.now();
          row.last = Buffer.from(await row.contender.make(html, number));
          if (round > 0) row.times.push(performance.now() - began);
        }
      }
    }
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()));
  }
  const missing = all.filter((each) => 'missing' in each);
  return [
    ...measured.map(({ contender: { name, note }, times, last }) => ({
      name,
      note,
      pages: pagesIn(last),
      kilobytes: Math.round(last.length / 1024),
      times: statisticsOf(times),
    })),
    ...missing.map(({ name, missing }) => ({ name, note: `not measured: ${missing}` })),
  ];
}

async function openAll(pipeline: Pipeline, folder: string): Promise<readonly (Contender | Missing)[]> {
  const ours = { share: 1, close: () => undefined };
  return [
    { ...ours, name: printOnly, note: 'a warm page', make: (html) => pipeline.print(html) },
    { ...ours, name: withChecks, note: 'from the case file', make: (_, number) => pipeline.produce(number) },
    await pagePerLetter(folder),
    browserPerLetter(folder),
    await usualBrowserPerLetter(folder),
    await typst(folder),
    await weasyPrint(folder),
  ];
}

/** Counted by what every maker writes in the page tree; 0 where it is compressed. */
function pagesIn(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  return Math.max(0, ...[...text.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)).slice(0, 1));
}
