import { z } from 'zod';
import { ConfigurationError } from '../../core/errors.ts';
import type { Instant } from '../../core/time.ts';
import type { Secret } from '../../platform/secrets.ts';

const key = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), key: z.string().min(32) });

/** By municipality number; two at a time, so that a key can be changed without a pause. */
const keysSchema = z.record(z.string().regex(/^\d{4}$/), z.array(key).max(2));

/** A key that a municipality's form signs with. */
export type SubmissionKey = z.output<typeof key>;

/** The keys of a municipality (by number); none while it does not use the API. */
export type SubmissionKeys = (municipality: string, now: Instant) => Promise<readonly SubmissionKey[]>;

/** A key put in or taken out counts within this time. */
const freshMilliseconds = 5 * 60 * 1000;

/**
 * The keys in a secret's JSON `{"4635": [{"id": "…", "key": "…"}]}`, read anew every five minutes: they are changed while
 * the functions run. Throws ConfigurationError for a secret of another form.
 */
export function createSubmissionKeys(read: Secret): SubmissionKeys {
  let kept: { readonly keys: Promise<z.output<typeof keysSchema>>; readonly at: number } | undefined;
  return async (municipality, now) => {
    const at = Date.parse(now);
    if (kept === undefined || at - kept.at >= freshMilliseconds) kept = { keys: read().then(parsed), at };
    try {
      return (await kept.keys)[municipality] ?? [];
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
}

function parsed(text: string): z.output<typeof keysSchema> {
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch {
    // Not the reason: it would quote the keys.
    throw new ConfigurationError('the submission keys are not of the form the runbook tells');
  }
}
