import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { addSeconds } from '../../core/calendar.ts';
import { ConfigurationError, DeliveryError } from '../../core/errors.ts';
import type { Instant } from '../../core/time.ts';
import { callPeer, jsonOf, type PeerOptions } from './http.ts';

/** A client of Maskinporten, with one scope. */
export interface MaskinportenSettings {
  /**
   * Maskinporten's own name, with the slash at its end: `https://maskinporten.no/`; its token endpoint is `token` below
   * that.
   */
  readonly issuer: string;
  readonly clientId: string;
  /** The client's private key as JWK (JSON) with its `kid` in Maskinporten. */
  readonly privateJwk: () => Promise<string>;
  readonly scope: string;
  readonly call?: Partial<PeerOptions>;
}

/** Access tokens of one client and scope. */
export interface AccessTokens {
  /** A token that is good for a while yet at `now`. Throws DeliveryError or ConfigurationError. */
  token(now: Instant): Promise<string>;
  /** Forgets the token: it was refused. */
  drop(): void;
}

const privateKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string().min(1), d: z.string().min(1) });
const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Seconds a token is given up before it expires. */
const margin = 10;
/** Maskinporten takes no grant that lives longer than 120 seconds. */
const grantLife = '100s';

/**
 * Tokens by JWT grant (RFC 7523; docs.digdir.no, "JWT grant" and "/token endpoint"). The grant carries the claims that
 * are documented and no others, as Maskinporten refuses any more. Its `iat` is the machine's time, set by the signing
 * library: Maskinporten refuses one that is ten seconds off, and a retried step's `now` may be older. How long a token is
 * kept goes by `now`; one that turns out to be dead is dropped by whoever was refused.
 */
export function createAccessTokens(settings: MaskinportenSettings): AccessTokens {
  let kept: { readonly token: string; readonly until: Instant } | undefined;
  return {
    async token(now) {
      if (kept !== undefined && now < kept.until) return kept.token;
      const { access_token: token, expires_in: seconds } = await fetchToken(settings);
      kept = { token, until: addSeconds(now, Math.max(0, Math.floor(seconds) - margin)) };
      return token;
    },
    drop() {
      kept = undefined;
    },
  };
}

async function fetchToken(settings: MaskinportenSettings): Promise<z.output<typeof granted>> {
  const options = { peer: 'Maskinporten', ...settings.call };
  const grants: string[] = [];
  // A grant is good once, so each attempt has its own.
  for (let n = 0; n < (options.attempts ?? 2); n += 1) grants.push(await signedGrant(settings));
  const answer = await callPeer(options, `${settings.issuer}token`, () => ({
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: grants.shift() ?? '',
    }),
  }));
  if (answer.status !== 200) throw new DeliveryError(`Maskinporten: status ${answer.status}`);
  const parsed = granted.safeParse(jsonOf(options.peer, answer));
  if (!parsed.success) throw new DeliveryError('Maskinporten: an answer without a token');
  return parsed.data;
}

async function signedGrant({ privateJwk, issuer, clientId, scope }: MaskinportenSettings): Promise<string> {
  const parsed = privateKey.safeParse(parseKey(await privateJwk()));
  if (!parsed.success) throw new ConfigurationError("Maskinporten's key is no private RSA JWK with a kid");
  return await new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', kid: parsed.data.kid })
    .setAudience(issuer)
    .setIssuer(clientId)
    .setIssuedAt()
    .setExpirationTime(grantLife)
    .setJti(randomUUID())
    .sign(await importJWK(parsed.data, 'RS256'));
}

function parseKey(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
