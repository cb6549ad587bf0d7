import type { CaseStore } from './case-store.ts';
import { secretsClient } from './clients/secrets.ts';
import { documentClient } from './clients/table.ts';
import { createCaseStore } from './dynamo/case-store.ts';
import { createShortLived } from './dynamo/short-lived.ts';
import { readEnvironment } from './environment.ts';
import { once } from './once.ts';
import { createSecret, type Secret } from './secrets.ts';
import type { ShortLived } from './short-lived.ts';

/** The secret with this name or ARN, for entries: `secret(readEnvironment(['SESSION_SECRET_ID']).SESSION_SECRET_ID)`. */
export function secret(id: string): Secret {
  return createSecret(secretsClient(), id);
}

/** The case store of this function: TABLE_NAME and PERSON_KEY_SECRET_ID (access words `table` and `personKey`). */
export const caseStore: () => CaseStore = once(() => {
  const env = readEnvironment(['TABLE_NAME', 'PERSON_KEY_SECRET_ID']);
  return createCaseStore({
    tableName: env.TABLE_NAME,
    client: documentClient(),
    personKey: secret(env.PERSON_KEY_SECRET_ID),
  });
});

/** What this function keeps for a while only; the same table and access words as {@link caseStore}. */
export const shortLived: () => ShortLived = once(() => {
  const env = readEnvironment(['TABLE_NAME', 'PERSON_KEY_SECRET_ID']);
  return createShortLived({
    tableName: env.TABLE_NAME,
    client: documentClient(),
    personKey: secret(env.PERSON_KEY_SECRET_ID),
  });
});
