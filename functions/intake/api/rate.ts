import type { Instant } from '../../core/time.ts';
import type { ShortLived } from '../../platform/short-lived.ts';

/**
 * Signed requests a municipality may send in a minute. One a second empties a vendor's queue of a long outage within the
 * hour, and keeps a sender that runs wild from filling the caseworkers' week. One number for all: no municipality has
 * asked for another.
 */
export const submissionsPerMinute = 60;

/** How much of the minute's quota is left, and when the next minute begins. */
export interface Quota {
  readonly exceeded: boolean;
  /** RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers), and Retry-After when exceeded. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a signed request of a municipality. */
export async function takeQuota(shortLived: ShortLived, municipality: string, now: Instant): Promise<Quota> {
  const minute = Math.floor(Date.parse(now) / 60_000);
  const until = new Date((minute + 1) * 60_000).toISOString();
  const count = await shortLived.count(`submissions|${municipality}|${minute}`, { now, until });
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  const exceeded = count > submissionsPerMinute;
  return {
    exceeded,
    headers: {
      'RateLimit-Policy': `"minute";q=${submissionsPerMinute};w=60`,
      RateLimit: `"minute";r=${Math.max(0, submissionsPerMinute - count)};t=${seconds}`,
      ...(exceeded && { 'Retry-After': String(seconds) }),
    },
  };
}
