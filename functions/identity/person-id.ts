import { createHmac } from 'node:crypto';

/** Stands for a person in events: the same each time, and nothing can be read from it. */
export type PersonId = (nationalId: string) => Promise<string>;

/** Person ids by HMAC-SHA256 with the person key (PERSON_KEY_SECRET_ID), so that the log holds no national id number. */
export function createPersonId(personKey: () => Promise<string>): PersonId {
  return async (nationalId) =>
    `person-${createHmac('sha256', await personKey())
      .update(`actor|${nationalId}`)
      .digest('hex')
      .slice(0, 24)}`;
}
