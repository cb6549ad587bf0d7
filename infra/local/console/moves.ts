import { Temporal } from 'temporal-polyfill';
import { asObject, asString } from '../json.ts';

/** Where a request asks the clock to go. */
export type Move = { readonly kind: 'next' } | { readonly kind: 'to'; readonly at: number };

/** A request that does not say where the clock should go. */
export class NotAMoveError extends Error {
  override readonly name = 'NotAMoveError';
}

/** Months and days are the calendar's in Norway: a day is sometimes 23 or 25 hours long. */
const TIME_ZONE = 'Europe/Oslo';

/** Reads `"next"`, an ISO 8601 duration (`"P1M"`, `"PT1H"`) or `{"to": "2026-03-01T12:00:00Z"}`. */
export function parseMove(advance: unknown, now: number): Move {
  if (advance === 'next') return { kind: 'next' };
  const at = targetOf(advance, now);
  if (at < now) throw new NotAMoveError(`The clock does not go back: it is ${new Date(now).toISOString()}`);
  return { kind: 'to', at };
}

function targetOf(advance: unknown, now: number): number {
  const to = asString(asObject(advance).to);
  const duration = asString(advance);
  try {
    if (to !== undefined) return Temporal.Instant.from(to).epochMilliseconds;
    if (duration !== undefined) return zoned(now).add(Temporal.Duration.from(duration)).epochMilliseconds;
  } catch (cause) {
    throw new NotAMoveError(`Not a time or duration: ${to ?? duration}`, { cause });
  }
  throw new NotAMoveError('Say {"advance": "next"}, {"advance": "P1M"} or {"advance": {"to": "2026-03-01T12:00:00Z"}}');
}

/** A time as a person in Norway reads it. */
export function showTime(at: number): string {
  const time = zoned(at);
  return `${time.toPlainDate()} ${time.toPlainTime().toString({ smallestUnit: 'second' })}`;
}

function zoned(at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(TIME_ZONE);
}
