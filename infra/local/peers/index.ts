import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { JWK } from 'jose';
import { registeredPeople } from '../openid/people.ts';
import { closeServer, listen } from '../servers.ts';
import { createRegisterBook } from './contact-register.ts';
import { peerClientId, peerClientKey, publicHalf } from './keys.ts';
import { createMaskinporten, type Maskinporten } from './maskinporten.ts';
import { addSvarUt, fiksScope, type ReceivedLetter } from './svarut.ts';

/** The running stand-ins. */
export interface Peers {
  /** Where the register is; below it `/token`, and with a slash at its end Maskinporten's name. */
  readonly url: string;
  /** The app's private key in Maskinporten. */
  readonly clientKey: JWK;
  /** The letters SvarUt has received. */
  readonly shipped: readonly ReceivedLetter[];
  stop(): Promise<void>;
}

const scope = 'krr:global/kontaktinformasjon.read';

/** Starts the stand-ins for Maskinporten, the contact register (KRR) and SvarUt, on loopback only. */
export async function startPeers(options: {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the key and the persons are kept. */
  readonly dataDir: string;
  /** The moved clock: what is 18 months old goes by it. */
  readonly now: () => number;
}): Promise<Peers> {
  const { dataDir, now } = options;
  const clientKey = await peerClientKey(dataDir);
  const app = new Hono();
  const server = createServer(getRequestListener(app.fetch));
  const url = `http://localhost:${await listen(server, options.port, 'contact register')}`;
  const maskinporten = createMaskinporten({
    issuer: `${url}/`,
    clientId: peerClientId,
    publicKey: publicHalf(clientKey),
    scopes: [scope, fiksScope],
  });
  const book = createRegisterBook({ file: join(dataDir, 'contact-register.json'), persons: registeredPeople, now });
  route(app, maskinporten, book);
  const shipped = addSvarUt(app, { scopeOf: maskinporten.scopeOf, now });
  return { url, clientKey, shipped, stop: () => closeServer(server) };
}

function route(app: Hono, maskinporten: Maskinporten, book: ReturnType<typeof createRegisterBook>): void {
  app.post('/token', async (c) => {
    const { status, body } = await maskinporten.grant(new URLSearchParams(await c.req.text()));
    return Response.json(body, { status });
  });
  app.post('/rest/v2/personer', async (c) => {
    const [kind, token = ''] = (c.req.header('authorization') ?? '').split(' ');
    if (kind !== 'Bearer' || maskinporten.scopeOf(token) !== scope) return c.json({ error: 'invalid_token' }, 401);
    const { status, body } = book.lookUp(await c.req.json().catch(() => undefined));
    return Response.json(body, { status });
  });
  app.post('/minprofil', async (c) => {
    // A page on the web must not enter anybody here.
    if (c.req.header('sec-fetch-site') === 'cross-site') return c.text('Only from this machine', 403);
    const { status, body } = book.enter(await c.req.json().catch(() => undefined));
    return Response.json(body, { status });
  });
}
