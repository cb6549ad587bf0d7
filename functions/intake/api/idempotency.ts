import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../core/time.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import { receiptSchema, type SubmissionReceipt } from './submission.ts';

/** The header of draft-ietf-httpapi-idempotency-key-header. */
export const idempotencyHeader = 'Idempotency-Key';

/** How long a key is kept with its answer. The store itself keeps the key with the case, so no case is ever made twice. */
const keptDays = 30;

/** The key of a header, which the draft puts in quotes and most senders do not; undefined when it is none. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  const [, quoted, bare] = /^(?:"([A-Za-z0-9_-]{8,255})"|([A-Za-z0-9_-]{8,255}))$/.exec(header ?? '') ?? [];
  return quoted ?? bare;
}

const attemptSchema = z.object({
  /** SHA-256 of the body the key came with first. */
  bodyHash: z.string(),
  /** The answer, once the case is stored and its execution started. */
  receipt: receiptSchema.optional(),
});
type Attempt = z.output<typeof attemptSchema>;

/** One key of one municipality, with the body it came with. */
export interface KeyedBody {
  readonly municipality: string;
  readonly key: string;
  readonly body: Uint8Array;
}

/** What has become of a key. */
export interface Idempotency {
  /** The first try with this key; undefined when there was none. */
  find(keyed: KeyedBody, now: Instant): Promise<Attempt | undefined>;
  /** Takes the key for this body, and gives the try that has it: this one, or one that came first. */
  claim(keyed: KeyedBody, now: Instant): Promise<Attempt>;
  /** Keeps the answer for whoever comes again. */
  settle(keyed: KeyedBody, receipt: SubmissionReceipt, now: Instant): Promise<void>;
}

/** Keys and their answers among what is kept for a while. */
export function createIdempotency(shortLived: ShortLived): Idempotency {
  const nameOf = ({ municipality, key }: KeyedBody) => `submission|${municipality}|${key}`;
  const keeping = (now: Instant) => ({ now, until: new Date(Date.parse(now) + keptDays * 86_400_000).toISOString() });
  const find: Idempotency['find'] = (keyed, now) => shortLived.load(nameOf(keyed), attemptSchema, now);
  return {
    find,
    async claim(keyed, now) {
      const attempt = { bodyHash: bodyHash(keyed) };
      if (await shortLived.saveOnce(nameOf(keyed), attempt, keeping(now))) return attempt;
      // Somebody was first; only what is over since this moment can be gone again.
      return (await find(keyed, now)) ?? attempt;
    },
    settle: (keyed, receipt, now) =>
      shortLived.save(nameOf(keyed), { bodyHash: bodyHash(keyed), receipt }, keeping(now)),
  };
}

/** SHA-256 of the body, in hex. */
export function bodyHash({ body }: Pick<KeyedBody, 'body'>): string {
  return createHash('sha256').update(body).digest('hex');
}

/** The store's key for the submission: bound to the body too, so that a key used anew after a month loses nothing. */
export function submissionKeyOf(keyed: KeyedBody): string {
  const digest = createHash('sha256')
    .update(`${keyed.municipality}|${keyed.key}|${bodyHash(keyed)}`)
    .digest('hex');
  return `api-${digest}`;
}
