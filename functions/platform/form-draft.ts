import { z } from 'zod';
import { addSeconds } from '../core/calendar.ts';
import type { Instant } from '../core/time.ts';
import type { ShortLived } from './short-lived.ts';

/** Seconds a draft is kept: 30 days. */
const kept = 30 * 24 * 60 * 60;
const shape = z.object({ values: z.record(z.string(), z.string()) });

/** What somebody has typed and not sent, kept for 30 days. */
export interface FormDrafts {
  load(key: string, now: Instant): Promise<Readonly<Record<string, string>> | undefined>;
  save(key: string, values: Readonly<Record<string, string>>, now: Instant): Promise<void>;
  forget(key: string, now: Instant): Promise<void>;
}

/** Drafts of the forms of `form`, such as `appeal`; a key holds the case and the person's keyed hash. */
export function createFormDrafts(shortLived: ShortLived, form: string): FormDrafts {
  const full = (key: string) => `draft#${form}#${key}`;
  return {
    load: async (key, now) => (await shortLived.load(full(key), shape, now))?.values,
    save: (key, values, now) => shortLived.save(full(key), { values }, { now, until: addSeconds(now, kept) }),
    forget: (key, now) => shortLived.forget(full(key), now),
  };
}
