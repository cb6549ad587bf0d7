import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** One purpose per key, so that a value made for one can never pass for another. */
export type KeyPurpose = 'csrf' | 'session' | 'sign-in' | 'submission';

/** A 32-byte key for one purpose, derived from the session secret (HKDF, RFC 5869). */
export function deriveKey(secret: string, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `individuell-plan/${purpose}`, 32));
}

/** HMAC-SHA256 in base64url. */
export function sign(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** True when `given` is `expected`, in a time that does not tell how much of it is right. */
export function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
