import { secret } from './composition.ts';
import { readEnvironment } from './environment.ts';
import { type AccessTokens, createAccessTokens } from './peers/maskinporten.ts';

/** Maskinporten's tokens for a scope (access words `contacts` and `svarUt`). */
export function accessTokens(scope: string): AccessTokens {
  const env = readEnvironment(['MASKINPORTEN_ISSUER', 'MASKINPORTEN_CLIENT_ID', 'MASKINPORTEN_KEY_SECRET_ID']);
  return createAccessTokens({
    issuer: env.MASKINPORTEN_ISSUER,
    clientId: env.MASKINPORTEN_CLIENT_ID,
    privateJwk: secret(env.MASKINPORTEN_KEY_SECRET_ID),
    scope,
  });
}
