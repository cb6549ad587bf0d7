import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import Provider, { type KoaContext } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { frontChannelLogout } from './front-channel.ts';
import { type Issuer, publicHalf } from './keys.ts';
import { errorPage, loginPage, logoutPage } from './pages.ts';
import type { TestPerson } from './people.ts';

/** What one of the two stand-ins needs. */
export interface IssuerOptions {
  readonly name: Issuer;
  /** Its whole address, e.g. `http://localhost:3001/applicants`. */
  readonly url: string;
  /** Where the app is reached. */
  readonly publicUrl: string;
  /** Those of the login page. */
  readonly people: readonly TestPerson[];
  /** Lets in whoever has a national id number of the test series, too: not everybody a test needs stands on the page. */
  readonly anybody?: (nationalId: string) => TestPerson | undefined;
  readonly heading: string;
  readonly clientKey: JWK;
  readonly signingKey: JWK;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One certified OpenID provider with a login page of test people. Requests come with the mount path still in `url`. */
export function createIssuer(options: IssuerOptions): Handler {
  const provider = new Provider(options.url, configuration(options));
  // ID-porten always names the session in the id token; oidc-provider only for clients it signs out over the back channel.
  provider.Client.prototype.includeSid = () => true;
  const signOutUri = `${options.publicUrl}/signed-out/front-channel`;
  provider.use(frontChannelLogout({ issuer: options.url, clientId: options.name, signOutUri }));
  const handle = provider.callback();
  const mount = new URL(options.url).pathname;
  return async (request, response) => {
    const path = (request.url ?? '').slice(mount.length);
    if (path.startsWith('/login/')) return login(provider, options, { request, response });
    // oidc-provider learns from the difference of the two where it is mounted.
    Object.assign(request, { originalUrl: request.url, url: path });
    handle(request, response);
  };
}

async function login(
  provider: Provider,
  options: IssuerOptions,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { name, heading, people, anybody } = options;
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === 'POST') {
    const form = new URLSearchParams(await text(request));
    const chosen = form.get('person') ?? '';
    const person = personOf(options, chosen === 'other' ? (form.get('nationalId') ?? '').replaceAll(' ', '') : chosen);
    if (person !== undefined) {
      const result = { login: { accountId: person.id, acr: person.acr, remember: false } };
      return provider.interactionFinished(request, response, result);
    }
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(loginPage({ heading, people, others: anybody !== undefined, action: `/${name}/login/${uid}` }));
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function configuration(options: IssuerOptions): object {
  const { name, publicUrl, clientKey, signingKey } = options;
  return {
    // Named, as it is meant: a sign-in need not outlive the process.
    adapter: class SignInAdapter extends MemoryAdapter {},
    clients: [
      {
        client_id: name,
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS256',
        id_token_signed_response_alg: 'RS256',
        jwks: { keys: [publicHalf(clientKey)] },
      },
    ],
    clientAuthMethods: ['private_key_jwt'],
    jwks: { keys: [signingKey] },
    acrValues: ['idporten-loa-high', 'idporten-loa-substantial', 'staff'],
    claims: { openid: ['sub', 'pid'], profile: ['name', 'roles', 'municipality'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // Both issuers live on one host, where cookies know no ports and no paths of others.
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: KoaContext, form: string) => show(ctx, logoutPage(form, 'op.logoutForm')),
      },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/${name}/login/${uid}` },
    findAccount: (_: unknown, id: string) => account(options, id),
    loadExistingGrant: grantEverything,
    renderError: (ctx: KoaContext, { error }: { error: string }) => show(ctx, errorPage(error)),
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 3600, Interaction: 3600, Session: 3600, Grant: 3600 },
  };
}

function show(ctx: KoaContext, html: string): void {
  ctx.type = 'html';
  ctx.body = html;
}

/** Somebody of the page by their id, or anybody else by their number. */
function personOf({ people, anybody }: IssuerOptions, id: string): TestPerson | undefined {
  return people.find((each) => each.id === id) ?? anybody?.(id);
}

function account(options: IssuerOptions, id: string): object | undefined {
  const person = personOf(options, id);
  return person && { accountId: id, claims: () => ({ sub: id, ...person.claims }) };
}

/** The app is the issuers' only client and its own: nobody is asked to agree to it. */
async function grantEverything(ctx: KoaContext): Promise<object | undefined> {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}
