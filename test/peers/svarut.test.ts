import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptedFor } from '../../functions/platform/peers/encryption.ts';
import { createAccessTokens } from '../../functions/platform/peers/maskinporten.ts';
import { createSvarUt, fiksScope } from '../../functions/platform/peers/svarut.ts';
import { type Peers, startPeers } from '../../infra/local/peers/index.ts';
import { peerClientId } from '../../infra/local/peers/keys.ts';
import { svarUtIntegration } from '../../infra/local/peers/svarut.ts';
import { createOfficeKey } from '../../infra/local/peers/svarut-key.ts';

let clock = Date.parse('2026-12-01T09:00:00.000Z');
const now = () => new Date(clock).toISOString();
let peers: Peers;
beforeAll(async () => {
  peers = await startPeers({ port: 0, dataDir: join(tmpdir(), `peers-${randomUUID()}`), now: () => clock });
});
afterAll(() => peers.stop());

const { integrationId, password, account } = svarUtIntegration;
const secret = { integrationId, password, accounts: { 4635: account } };

function client(integration: object | string = secret, { scope = fiksScope, url = peers.url } = {}) {
  const call = { pause: async () => undefined, timeoutMilliseconds: 500 };
  const key = async () => JSON.stringify(peers.clientKey);
  const settings = { issuer: `${peers.url}/`, clientId: peerClientId, privateJwk: key, scope, call };
  const text = typeof integration === 'string' ? integration : JSON.stringify(integration);
  return createSvarUt({ url, tokens: createAccessTokens(settings), integration: async () => text, call });
}

const address = { street: 'Testvegen 1', postalCode: '5966', city: 'Eivindvik' };
const letter = (overrides: object = {}) => ({
  ...{ reference: `case/${randomUUID()}`, title: 'Brev frå Gulen kommune', name: 'Kari Testperson', address },
  ...{ pdf: Buffer.from('%PDF-1.7 æøå'), ...overrides },
});

test('a letter is sent to print once by its reference, with its file and its address', async () => {
  const svarUt = client();
  const sent = letter();
  const [first, second] = [await svarUt.print('4635', sent, now()), await svarUt.print('4635', sent, now())];
  expect(second).toEqual(first);
  const got = peers.shipped.filter(({ metadata }) => metadata.eksternReferanse === sent.reference);
  expect(got).toHaveLength(1);
  expect(first).toEqual({ ok: true, value: got[0]?.id });
  expect(got[0]?.files[0]?.toString()).toBe('%PDF-1.7 æøå');
  expect(got[0]?.metadata).toMatchObject({
    tittel: 'Brev frå Gulen kommune',
    mottaker: {
      navn: 'Kari Testperson',
      adresse: { adresselinje1: 'Testvegen 1', postnummer: '5966', poststed: 'Eivindvik' },
    },
  });
});

test('post to another authority arrives encrypted, is read by nobody else, and is sent once', async () => {
  const files = [
    { name: '1-statement.pdf', pdf: Buffer.from('%PDF-1.7 fråsegn') },
    { name: '2-decision.pdf', pdf: Buffer.alloc(300_000, 'x') },
  ];
  const office = { name: 'Statsforvaltaren i Vestland', organisationNumber: '974760665', address: undefined };
  const post = { reference: `case/${randomUUID()}`, title: 'Oversending av klage, sak 1', ...office, files };
  const first = await client().send('4635', post, now());
  expect(await client().send('4635', post, now())).toEqual(first);
  const got = peers.shipped.filter(({ metadata }) => metadata.eksternReferanse === post.reference);
  expect(got).toHaveLength(1);
  expect(got[0]?.metadata).toMatchObject({
    ...{ kryptert: true, sikkerhetsniva: 'HOYESTE', taushetsbelagtPost: true },
    mottaker: { digitalId: '974760665' },
    dokumenter: [{ filnavn: '1-statement.pdf' }, { filnavn: '2-decision.pdf' }],
  });
  // The stand-in gives what it could open with its own key.
  expect(got[0]?.files.map((each) => each.toString())).toEqual(files.map(({ pdf }) => pdf.toString()));
  const sealed = await encryptedFor(Buffer.from((await createOfficeKey()).certificate), files[0]?.pdf ?? Buffer.of());
  expect(Buffer.from(sealed).includes('%PDF')).toBe(false);
  expect(await (await createOfficeKey()).opened(sealed)).toBeUndefined();
});

test('what becomes of it is told: under way, posted, or never delivered', async () => {
  const svarUt = client();
  const good = await svarUt.print('4635', letter(), now());
  const bad = await svarUt.print('4635', letter({ address: { ...address, postalCode: '0000' } }), now());
  if (!good.ok || !bad.ok) throw new Error('not sent');
  expect(await svarUt.fate('4635', good.value, now())).toBe('under-way');
  clock += 2 * 86_400_000;
  expect(await svarUt.fate('4635', good.value, now())).toBe('delivered');
  expect(await svarUt.fate('4635', bad.value, now())).toBe('failed');
  expect(await svarUt.fate('4635', randomUUID(), now())).toBe('under-way');
});

test('a municipality without an account, and a letter SvarUt does not take, are no errors', async () => {
  expect(await client().print('4204', letter(), now())).toEqual({ ok: false, error: 'no-account' });
  expect(await client().print('4635', letter({ name: 'N'.repeat(101) }), now())).toEqual({
    ok: false,
    error: 'refused',
  });
});

test.each([
  ['a wrong password', () => client({ ...secret, password: 'wrong' }), 'DeliveryError', 'SvarUt: status 403'],
  ['a scope of another service', () => client(secret, { scope: 'other' }), 'DeliveryError', 'Maskinporten: status 400'],
  ['nobody at the address', () => client(secret, { url: 'http://127.0.0.1:9' }), 'DeliveryError', 'SvarUt: no answer'],
  ['a secret nobody has filled in', () => client({}), 'ConfigurationError', 'the secret of SvarUt'],
  ['a secret that is no JSON', () => client('hemmeleg'), 'ConfigurationError', 'the secret of SvarUt'],
])('%s is told by name, and neither the secret nor the person is', async (_what, made, name, message) => {
  const failure = await made()
    .print('4635', letter(), now())
    .then(
      () => new Error('sent'),
      (error: Error) => error,
    );
  expect(failure.name).toBe(name);
  expect(failure.message).toContain(message);
  expect(`${failure.message} ${failure.cause ?? ''}`).not.toMatch(/Kari|wrong|hemmeleg|Testvegen/);
});
