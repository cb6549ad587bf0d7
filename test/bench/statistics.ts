/** Times of many runs, in milliseconds. */
export interface Statistics {
  readonly runs: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
}

/** Throws RangeError when there are no times. */
export function statisticsOf(times: readonly number[]): Statistics {
  if (times.length === 0) throw new RangeError('no times');
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { runs: times.length, min: at(0), p50: at(0.5), p95: at(0.95), mean: rounded(mean) };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
