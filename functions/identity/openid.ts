import { importJWK } from 'jose';
import * as client from 'openid-client';
import { ConfigurationError } from '../core/errors.ts';

/** One issuer we send people to. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** The client's private key as JWK JSON (private_key_jwt); fetched once. */
  readonly privateJwk: () => Promise<string>;
  readonly publicUrl: string;
  /** Asked of the issuer, e.g. `idporten-loa-high`. The answer's level is checked apart. */
  readonly acrValues?: string;
  /** Plain http is for the provider on the same laptop only. */
  readonly allowHttp: boolean;
}

/** What must be remembered, sealed in a cookie, between leaving for the issuer and coming back. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Sign-in by authorization code with PKCE, state and nonce. */
export interface OpenIdClient {
  /** Whom people are sent to, as it names itself. */
  readonly issuer: string;
  /** Where to send the browser, and what to remember. */
  leave(language: string): Promise<{ readonly url: string; readonly checks: Checks }>;
  /** The id token and its claims, all validated. Throws when anything does not fit. `search` is the query that came back. */
  comeBack(
    search: string,
    checks: Checks,
  ): Promise<{ readonly idToken: string; readonly claims: Readonly<Record<string, unknown>> }>;
  /** Where to sign out at the issuer; undefined when it offers no such page. */
  signOutUrl(idToken: string): Promise<string | undefined>;
}

/** Path the issuer sends the browser back to. */
export const callbackPath = '/sign-in/callback';
/** Path the issuer sends the browser to after signing out. */
export const signedOutPath = '/signed-out';

/** See {@link OpenIdClient}. The issuer is looked up on first use, and again if that failed. */
export function createOpenIdClient(settings: OpenIdSettings): OpenIdClient {
  let found: Promise<client.Configuration> | undefined;
  const configuration = () => {
    found ??= discover(settings).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    issuer: settings.issuer,
    leave: async (language) => {
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.publicUrl + callbackPath,
        scope: 'openid profile',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(settings.acrValues && { acr_values: settings.acrValues }),
      });
      return { url: url.href, checks };
    },
    comeBack: async (search, checks) => {
      const tokens = await client.authorizationCodeGrant(
        await configuration(),
        new URL(`${settings.publicUrl}${callbackPath}${search}`),
        {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.verifier,
          idTokenExpected: true,
        },
      );
      return { idToken: tokens.id_token ?? '', claims: { ...tokens.claims() } };
    },
    signOutUrl: async (idToken) => {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      const post_logout_redirect_uri = settings.publicUrl + signedOutPath;
      return client.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri }).href;
    },
  };
}

async function discover(settings: OpenIdSettings): Promise<client.Configuration> {
  const issuer = new URL(settings.issuer);
  if (issuer.protocol !== 'https:' && !settings.allowHttp) {
    throw new ConfigurationError('An OpenID issuer must be https outside a laptop.');
  }
  const jwk = JSON.parse(await settings.privateJwk());
  const key = await importJWK(jwk);
  if (key instanceof Uint8Array) throw new ConfigurationError('The key of an OpenID client must be a private key.');
  const clientKey = typeof jwk.kid === 'string' ? { key, kid: jwk.kid } : { key };
  // Signed with the algorithm the key itself names, e.g. RS256 for ID-porten.
  return client.discovery(issuer, settings.clientId, undefined, client.PrivateKeyJwt(clientKey), {
    execute: settings.allowHttp ? [client.allowInsecureRequests] : [],
  });
}
