import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { WebEnv } from '../../../functions/platform/http/index.ts';
import { staticFiles } from '../../../functions/platform/http/static-files.ts';
import { createAssetsHandler } from '../../../functions/web/assets/handler.ts';
import type { Browser } from '../../support/browser.ts';

const assets = createAssetsHandler(staticFiles);

/**
 * An app and its assets on a port of this machine, at a time in milliseconds, so that a real browser can walk through it.
 */
export async function openSite(app: Hono<WebEnv>, time: number) {
  const site = new Hono();
  site.get('/assets/*', async (c) => {
    const event = { rawPath: c.req.path, headers: { 'accept-encoding': c.req.header('accept-encoding') } };
    const { statusCode, headers, body } = await assets(event as never);
    return new Response(Buffer.from(body ?? '', 'base64'), { status: statusCode ?? 500, headers: headers as never });
  });
  site.all('*', (c) => app.fetch(c.req.raw, { requestContext: { timeEpoch: time } }));
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    /** The cookies of a browser without windows, for one with. */
    cookiesOf: (browser: Browser) => browser.cookies().map(([name, value]) => ({ name, value, url, secure: true })),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
