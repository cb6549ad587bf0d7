import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contactScope, createContactRegister } from '../../functions/platform/peers/contact-register.ts';
import { createAccessTokens } from '../../functions/platform/peers/maskinporten.ts';
import { type Peers, startPeers } from '../../infra/local/peers/index.ts';
import { peerClientId } from '../../infra/local/peers/keys.ts';

const now = '2026-12-01T09:00:00.000Z';
const [registered, reserved, stale] = ['17868500050', '11847900182', '23894600063'];
const call = { pause: async () => undefined, timeoutMilliseconds: 300 };
let peers: Peers;
/** What went past on the way to the real stand-in; `fail` answers in its place. */
const traffic: { readonly path: string; readonly body: string; readonly authorization: string | undefined }[] = [];
let fail: (path: string) => number | 'hang' | undefined = () => undefined;
let front: Server;
let url: string;

beforeAll(async () => {
  peers = await startPeers({ port: 0, dataDir: join(tmpdir(), `peers-${randomUUID()}`), now: () => Date.parse(now) });
  front = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    const { authorization, 'content-type': type = '' } = request.headers;
    const path = request.url ?? '';
    traffic.push({ path, body, authorization });
    const failure = fail(path);
    if (failure === 'hang') return;
    if (failure !== undefined) return void response.writeHead(failure).end('<html>no JSON</html>');
    const headers = { 'content-type': type, ...(authorization && { authorization }) };
    const answer = await fetch(peers.url + path, { method: 'POST', headers, body });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});
afterAll(async () => {
  front.closeAllConnections();
  front.close();
  await peers.stop();
});

function client({ scope = contactScope, clientId = peerClientId, key = peers.clientKey as object } = {}) {
  traffic.length = 0;
  fail = () => undefined;
  const settings = { issuer: `${peers.url}/`, clientId, privateJwk: async () => JSON.stringify(key), scope, call };
  return createContactRegister({ url, tokens: createAccessTokens(settings), call });
}

const paths = () => traffic.map(({ path }) => path);

test('the register tells who is registered, reserved, of old data, and unknown', async () => {
  const register = client();

  expect(await register.lookUp(registered, now)).toEqual({
    kind: 'found',
    reserved: false,
    status: 'active',
    canBeNotified: true,
    email: { address: 'rakel.testperson@krr.example', verifiedAt: '2026-11-01T09:00:00.000Z' },
  });
  expect(await register.lookUp(reserved, now)).toMatchObject({ reserved: true, canBeNotified: false });
  // The register's own times have an offset without minutes.
  expect(await register.lookUp(stale, now)).toMatchObject({
    canBeNotified: false,
    email: { updatedAt: '2022-05-10T07:00:00.000Z', verifiedAt: '2024-02-10T08:00:00.000Z' },
  });
  expect(await register.lookUp('14858510016', now)).toMatchObject({ status: 'not-registered', reserved: false });

  expect(paths()).toEqual(Array(4).fill('/rest/v2/personer'));
  expect(JSON.parse(traffic[0]?.body ?? '')).toEqual({ personidentifikatorer: [registered] });
  expect(new Set(traffic.map(({ authorization }) => authorization)).size).toBe(1);
});

test('a token is kept until shortly before it expires, by the time of the request, and fetched anew when refused', async () => {
  const register = client();
  const tokens = () => new Set(traffic.map(({ authorization }) => authorization)).size;
  await register.lookUp(reserved, now);
  await register.lookUp(reserved, '2026-12-01T09:01:49.000Z');
  expect(tokens()).toBe(1);
  await register.lookUp(reserved, '2026-12-01T09:01:50.000Z');
  expect(tokens()).toBe(2);

  let refusals = 1;
  fail = () => (refusals-- > 0 ? 401 : undefined);
  await register.lookUp(reserved, '2026-12-01T09:01:51.000Z');
  expect(tokens()).toBe(3);
  fail = () => 401;
  await expect(register.lookUp(reserved, now)).rejects.toThrow(/^KRR: status 401$/);
});

test('trouble is tried again once, and is a DeliveryError that names nobody', async () => {
  const register = client();
  let troubles = 1;
  fail = () => (troubles-- > 0 ? 503 : undefined);
  expect(await register.lookUp(reserved, now)).toMatchObject({ reserved: true });

  for (const [trouble, word] of [
    [503, 'status 503'],
    [429, 'status 429'],
    ['hang', 'no answer'],
    [400, 'status 400'],
    [200, 'an answer that is no JSON'],
  ] as const) {
    traffic.length = 0;
    fail = () => trouble;
    const error = await register.lookUp(reserved, now).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'DeliveryError', message: `KRR: ${word}` });
    expect(error).not.toHaveProperty('cause');
    expect(traffic).toHaveLength(trouble === 400 || trouble === 200 ? 1 : 2);
  }
});

test('Maskinporten refuses another key, another client, another scope', async () => {
  const { d: _, ...publicKey } = peers.clientKey;
  await expect(client({ key: publicKey }).lookUp(reserved, now)).rejects.toMatchObject({ name: 'ConfigurationError' });
  await expect(client({ clientId: 'somebody' }).lookUp(reserved, now)).rejects.toThrow('Maskinporten: status 400');
  await expect(client({ scope: 'krr:global/digitalpost.read' }).lookUp(reserved, now)).rejects.toThrow('status 400');
  const unknown = { ...peers.clientKey, kid: 'unknown' };
  await expect(client({ key: unknown }).lookUp(reserved, now)).rejects.toThrow('Maskinporten: status 400');
});

test('a grant is good once, for two minutes at most, and with the claims that are documented', async () => {
  const key = await importJWK(peers.clientKey, 'RS256');
  const sign = (claims: Record<string, string>, life = '100s') =>
    new SignJWT({ scope: contactScope, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: peers.clientKey.kid ?? '' })
      .setIssuer(peerClientId)
      .setAudience(`${peers.url}/`)
      .setIssuedAt()
      .setExpirationTime(life)
      .setJti(randomUUID())
      .sign(key);
  const statusOf = async (assertion: string) => {
    const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    return (await fetch(`${peers.url}/token`, { method: 'POST', body })).status;
  };
  const grant = await sign({});
  expect([await statusOf(grant), await statusOf(grant)]).toEqual([200, 400]);
  expect(await statusOf(await sign({}, '200s'))).toBe(400);
  expect(await statusOf(await sign({ nonce: 'x' }))).toBe(400);
});

test('a story enters what is true of a person from now on', async () => {
  const entry = { personidentifikator: registered, reservasjon: 'JA' };
  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${peers.url}/minprofil`, { method: 'POST', body: JSON.stringify(body), headers });
  expect((await post({ ...entry, reservasjon: 'kanskje' })).status).toBe(400);
  expect((await post(entry, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post(entry)).status).toBe(200);
  expect(await client().lookUp(registered, now)).toMatchObject({ reserved: true });
});
