import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SubmissionKey } from './keys.ts';

/** The header that carries the signature. `Signature` itself belongs to RFC 9421, which proxies may try to judge. */
export const signatureHeader = 'Submission-Signature';

/** How far the time of a signature may be from ours, in seconds. */
export const signatureSeconds = 5 * 60;

/** What a signature covers: all that decides what a request does. */
export interface SignedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
}

/** HMAC-SHA256 of `<time>.<method>.<path>.<idempotency key>.<body>` in hex; `time` in seconds since 1970. */
export function signatureOf({ method, path, idempotencyKey, body }: SignedRequest, time: number, key: string): string {
  const signed = createHmac('sha256', key).update(`${time}.${method}.${path}.${idempotencyKey}.`).update(body);
  return signed.digest('hex');
}

const form = /^t=(\d{1,12}),k=([A-Za-z0-9_-]{1,64}),v1=([0-9a-f]{64})$/;

/** Is the header a signature of the request by one of the keys, made within five minutes of `now` (seconds)? */
export function isSigned(
  header: string | undefined,
  request: SignedRequest,
  { keys, now }: { readonly keys: readonly SubmissionKey[]; readonly now: number },
): boolean {
  const [, time = '', id, given = ''] = form.exec(header ?? '') ?? [];
  const known = keys.find((key) => key.id === id);
  // Computed for an unknown key as well, so that the answer's time tells nothing of which keys there are.
  const expected = signatureOf(request, Number(time), known?.key ?? 'no such key');
  const same = timingSafeEqual(Buffer.from(expected), Buffer.from(given.padEnd(expected.length)));
  return same && known !== undefined && Math.abs(now - Number(time)) <= signatureSeconds;
}
