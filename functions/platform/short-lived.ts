import type { z } from 'zod';
import type { Instant } from '../core/time.ts';

/** When something is kept, and until when. */
export interface Keeping {
  readonly now: Instant;
  readonly until: Instant;
}

/**
 * What is kept for a while and then forgotten by itself: drafts, ended sessions, counts. A key may hold a national id
 * number: only its keyed hash is stored. What is over is gone at once for whoever reads, whenever the table gets to
 * erasing it.
 */
export interface ShortLived {
  /** The value; undefined when there is none, when it is over, or when it is of another shape. */
  load<T>(key: string, schema: z.ZodType<T>, now: Instant): Promise<T | undefined>;
  /** Keeps a value, in place of the one before. */
  save(key: string, value: Readonly<Record<string, unknown>>, keeping: Keeping): Promise<void>;
  /** Keeps a value unless there is one that is not over; false when there is. */
  saveOnce(key: string, value: Readonly<Record<string, unknown>>, keeping: Keeping): Promise<boolean>;
  /** Adds one to a count that begins at nothing, and gives the new one. Put the period in the key. */
  count(key: string, keeping: Keeping): Promise<number>;
  /** Erases the value now. */
  forget(key: string, now: Instant): Promise<void>;
}
