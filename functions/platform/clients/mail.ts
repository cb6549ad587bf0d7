import { SESv2Client } from '@aws-sdk/client-sesv2';
import { once } from '../once.ts';

/**
 * Mail. One attempt only and short: SES has no idempotency token, so a retry inside the SDK after a lost answer would
 * send the mail twice unseen. The mailer decides when to try again, and waits longer than this for a sender in flight.
 */
export const mailClient = once(
  () => new SESv2Client({ maxAttempts: 1, requestHandler: { connectionTimeout: 1_500, requestTimeout: 5_000 } }),
);
