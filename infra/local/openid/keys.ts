import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { readJson, writeAtomically } from '../files.ts';

/** Who signs in where; also the clients' ids at the two issuers. */
const issuers = ['applicants', 'staff'] as const;
export type Issuer = (typeof issuers)[number];

interface Keys {
  /** Private keys of our own app as a client of each issuer (private_key_jwt). */
  readonly clients: Readonly<Record<Issuer, JWK>>;
  /** Private keys the issuers sign id tokens with. */
  readonly issuers: Readonly<Record<Issuer, JWK>>;
}

/**
 * The private keys of the two clients as JWK: what the secrets APPLICANT_KEY_SECRET_ID (`applicants`) and
 * STAFF_KEY_SECRET_ID (`staff`) hold, as JSON text. Made once and kept in `dataDir`.
 */
export async function clientKeys(dataDir: string): Promise<Readonly<Record<Issuer, JWK>>> {
  return (await openIdKeys(dataDir)).clients;
}

/** All keys of the local sign-in, made once and kept in `<dataDir>/openid-keys.json`. */
export async function openIdKeys(dataDir: string): Promise<Keys> {
  const file = join(dataDir, 'openid-keys.json');
  const known = readJson(file);
  if (known !== undefined) return known as Keys;
  const keys: Keys = {
    clients: { applicants: await privateKey('applicants-client'), staff: await privateKey('staff-client') },
    issuers: { applicants: await privateKey('applicants-issuer'), staff: await privateKey('staff-issuer') },
  };
  writeAtomically(file, `${JSON.stringify(keys, undefined, 2)}\n`);
  return keys;
}

/** RS256, as ID-porten and Entra ID use. */
async function privateKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  return { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
}

/** The public half of a private RSA key. */
export function publicHalf({ kty, n, e, kid, alg, use }: JWK): object {
  return { kty, n, e, kid, alg, use };
}
