import { randomBytes } from 'node:crypto';
import { importJWK, type JWK, jwtVerify } from 'jose';

/** Claims Maskinporten knows of; a grant with any other is refused (docs.digdir.no, "JWT grant"). */
const knownClaims = ['aud', 'iss', 'iat', 'exp', 'jti', 'scope', 'resource', 'consumer_org', 'iss_onbehalfof', 'pid'];

/** Seconds a token is good for, as Maskinporten's own default. */
const tokenLife = 120;

/** The stand-in for Maskinporten's token endpoint. */
export interface Maskinporten {
  /** The answer to `POST /token`, by the form that was posted. */
  grant(form: URLSearchParams): Promise<{ readonly status: number; readonly body: object }>;
  /** The scope of a token that is good now; undefined for any other. */
  scopeOf(token: string): string | undefined;
}

/**
 * Checks a grant as Maskinporten does: RS256 by the client's registered key, one audience, the claims it knows and no
 * others, a life of at most 120 seconds, issued within ten seconds, never used before, a scope the client has. It lives
 * in the machine's time, as the sign-in does.
 */
export function createMaskinporten(options: {
  readonly issuer: string;
  readonly clientId: string;
  readonly publicKey: JWK;
  /** Those the client has. */
  readonly scopes: readonly string[];
  readonly now?: () => number;
}): Maskinporten {
  const { issuer, clientId, publicKey, scopes, now = Date.now } = options;
  const used = new Set<string>();
  const tokens = new Map<string, { readonly until: number; readonly scope: string }>();
  const check = async (assertion: string): Promise<string> => {
    const { payload, protectedHeader } = await jwtVerify(assertion, await importJWK(publicKey, 'RS256'), {
      issuer: clientId,
      audience: issuer,
      algorithms: ['RS256', 'RS384', 'RS512'],
      requiredClaims: ['aud', 'iss', 'iat', 'exp', 'scope'],
      currentDate: new Date(now()),
    });
    const { iat = 0, exp = 0, jti, aud } = payload;
    const strange = Object.keys(payload).filter((claim) => !knownClaims.includes(claim));
    if (protectedHeader.kid !== publicKey.kid) throw new Error('Unknown key id');
    if (strange.length > 0 || Array.isArray(aud)) throw new Error('Invalid assertion');
    if (exp - iat > 120 || Math.abs(now() / 1000 - iat) > 10) throw new Error('Invalid assertion');
    if (jti !== undefined && used.has(jti)) throw new Error('The assertion was used before');
    const scope = scopes.find((each) => each === payload.scope);
    if (scope === undefined) throw new Error('Scope not granted');
    if (jti !== undefined) used.add(jti);
    return scope;
  };
  return {
    async grant(form) {
      if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
        return refused('unsupported_grant_type', 'Only JWT grants');
      let scope: string;
      try {
        scope = await check(form.get('assertion') ?? '');
      } catch (error) {
        return refused('invalid_grant', error instanceof Error ? error.message : 'Invalid assertion');
      }
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, { until: now() + tokenLife * 1000, scope });
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: tokenLife, scope } };
    },
    scopeOf(token) {
      const known = tokens.get(token);
      return known && known.until > now() ? known.scope : undefined;
    },
  };
}

function refused(error: string, description: string) {
  return { status: 400, body: { error, error_description: description } };
}
