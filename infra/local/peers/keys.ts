import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { readJson, writeAtomically } from '../files.ts';

/** The app's id as a client of the stand-in for Maskinporten. */
export const peerClientId = 'individuell-plan';

/** The app's private key (RS256, JWK) in the stand-in for Maskinporten, made once and kept in `dataDir`. */
export async function peerClientKey(dataDir: string): Promise<JWK> {
  const file = join(dataDir, 'maskinporten-key.json');
  const known = readJson(file);
  if (known !== undefined) return known as JWK;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  const key = { ...(await exportJWK(privateKey)), kid: 'maskinporten-client', alg: 'RS256', use: 'sig' };
  writeAtomically(file, `${JSON.stringify(key, undefined, 2)}\n`);
  return key;
}

/** What Maskinporten has of the key. */
export function publicHalf({ kty, n, e, kid, alg, use }: JWK): JWK {
  return Object.fromEntries(Object.entries({ kty, n, e, kid, alg, use }).filter(([, value]) => value !== undefined));
}
