import { readJson, writeAtomically } from './files.ts';
import { asNumber, asObject } from './json.ts';

/** The time the whole local runtime agrees on: real time plus an offset, or a time that stands still while it is moved. */
export interface MovedClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Stands still at `at` (never before the present) until the next `hold` or `release`. */
  hold(at: number): void;
  /** Runs on in real time from where it is. */
  release(): void;
}

/** Where the clock keeps its offset, and where it begins when nothing is kept yet. */
export interface ClockOptions {
  readonly file: string;
  /** Epoch milliseconds; only for a new data directory, since time never goes backwards. */
  readonly start?: number | undefined;
  readonly real?: (() => number) | undefined;
}

/** Opens the moved clock and remembers each move, so that a killed runtime goes on at the same time. */
export function openClock({ file, start, real = Date.now }: ClockOptions): MovedClock {
  const kept = asNumber(asObject(readJson(file)).offset);
  let offset = kept ?? (start === undefined ? 0 : start - real());
  let held: number | undefined;
  const now = () => held ?? real() + offset;
  const keep = () => writeAtomically(file, `${JSON.stringify({ offset })}\n`);
  if (kept === undefined) keep();
  return {
    now,
    hold(at) {
      held = Math.max(at, now());
      offset = held - real();
      keep();
    },
    release() {
      if (held === undefined) return;
      offset = held - real();
      held = undefined;
      keep();
    },
  };
}
