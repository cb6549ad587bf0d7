/**
 * While a mail is on its way, its record's `messageId` says who has claimed it: `claim-1`, `claim-2` … for the senders
 * that tried, with `-freed` when SES refused it in words. Afterwards it is SES's own id.
 */
const claim = /^claim-(\d+)(-freed)?$/;

/** The first sender's claim. */
export const firstClaim = 'claim-1';

/** True for a claim, false for the id of a mail that was sent. */
export function isClaim(messageId: string): boolean {
  return claim.test(messageId);
}

/** True when the claim's holder has told that nothing was sent. */
export function isFreed(messageId: string): boolean {
  return claim.exec(messageId)?.[2] !== undefined;
}

/** The claim of whoever takes over. */
export function nextClaim(messageId: string): string {
  return `claim-${Number(claim.exec(messageId)?.[1] ?? 0) + 1}`;
}

/** The same claim, given up. */
export function freed(messageId: string): string {
  return `${messageId}-freed`;
}
