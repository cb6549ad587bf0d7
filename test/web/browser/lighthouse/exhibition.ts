import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { staticFiles } from '../../../../functions/platform/http/static-files.ts';
import { gallery } from '../gallery/index.ts';
import type { Sight } from '../gallery/sight.ts';

/** A page that can be visited. */
export interface Exhibit {
  readonly name: string;
  readonly url: string;
}

/**
 * Every page of the gallery on a port of this machine, as the apps answered it, but for two things. The status is 200:
 * Lighthouse judges no page that answers otherwise. And there is no `referrer-policy`: with `no-referrer`, which all our
 * answers carry (test/web/security-headers.test.ts), this Chromium aborts Lighthouse's own navigation (net::ERR_ABORTED),
 * whatever its flags.
 */
export async function openExhibition() {
  const sights: Sight[] = [];
  for (const room of Object.values(gallery)) sights.push(...(await room()));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = staticFiles.get(path);
    const seen = sights[Number(path.slice(1))]?.seen;
    if (file) response.writeHead(200, { 'content-type': file.type }).end(file.content);
    else if (seen) {
      const headers = [...seen.headers].filter(([name]) => !leftOut.has(name));
      response.writeHead(200, Object.fromEntries(headers)).end(seen.text);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    exhibits: sights.map(({ name }, at): Exhibit => ({ name, url: `http://localhost:${port}/${at}` })),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Besides `referrer-policy`: what is about the connection, or about another machine than this. */
const leftOut = new Set([
  'referrer-policy',
  'set-cookie',
  'content-length',
  'content-encoding',
  'strict-transport-security',
]);
