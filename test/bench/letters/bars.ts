import type { ColdTimes } from './cold.ts';
import { printOnly, type WarmRow, withChecks } from './warm.ts';

/** One limit we set ourselves, and what was measured. */
export interface Bar {
  readonly name: string;
  readonly limit: number;
  readonly measured: number | null;
  /** null: not measured. */
  readonly met: boolean | null;
}

/** Milliseconds at the median. */
export function barsOf(warm: readonly WarmRow[], cold: Record<'stock' | 'ours', ColdTimes>): readonly Bar[] {
  const p50 = (name: string) => warm.find((row) => row.name === name)?.times?.p50;
  const share = (name: string, part: number) => {
    const theirs = p50(name);
    return theirs === undefined ? undefined : theirs * part;
  };
  return [
    bar('three pages, print only: 25 ms', 25, p50(printOnly)),
    bar('three pages, with archive and checks: 40 ms', 40, p50(withChecks)),
    // The others only print: both are told, like with like and the stricter one. A browser starts twice as fast the way we
    // start it as the usual way, so that is told as well.
    ...['a browser for each letter, as usual', 'a browser for each letter'].flatMap((other) => [
      bar(`print only: a tenth of ${other}`, share(other, 0.1), p50(printOnly)),
      bar(`with all: a tenth of ${other}`, share(other, 0.1), p50(withChecks)),
    ]),
    bar('with all: a third of WeasyPrint', share('WeasyPrint', 1 / 3), p50(withChecks)),
    bar('cold unpack: a third of stock', cold.stock.unpack.p50 / 3, cold.ours.unpack.p50),
  ];
}

function bar(name: string, limit: number | undefined, measured: number | undefined): Bar {
  if (limit === undefined || measured === undefined) return { name, limit: limit ?? 0, measured: null, met: null };
  return { name, limit: Math.round(limit * 10) / 10, measured, met: measured <= limit };
}
