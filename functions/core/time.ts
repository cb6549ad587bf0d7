/** A point in time as ISO 8601 in UTC with milliseconds, e.g. `2026-11-21T09:00:00.000Z`. Always handed in, never read. */
export type Instant = string;

/** A calendar date `YYYY-MM-DD` in Europe/Oslo. Deadlines are dates, not instants. */
export type CalendarDate = string;

/** The zone all legal dates are counted in. */
export const zone = 'Europe/Oslo';
