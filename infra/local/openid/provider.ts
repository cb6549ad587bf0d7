import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIssuer } from './issuer.ts';
import { openIdKeys } from './keys.ts';
import { anybody, applicants, staff } from './people.ts';

/** How the stand-ins for ID-porten and for the municipalities' own sign-in are started. */
export interface OpenIdOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the keys are kept. */
  readonly dataDir: string;
  /** Where the app is reached; its callback is `<publicUrl>/sign-in/callback`. */
  readonly publicUrl: string;
  /** Host name the browser and the functions reach it by. */
  readonly host?: string;
}

/** The running stand-ins. */
export interface OpenIdProvider {
  /** Origin of both issuers. */
  readonly url: string;
  /** For APPLICANT_ISSUER; the client id is `applicants`. */
  readonly applicantIssuer: string;
  /** For STAFF_ISSUER; the client id is `staff`. */
  readonly staffIssuer: string;
  stop(): Promise<void>;
}

/**
 * Starts both issuers on one port, on loopback only. They live in the machine's time, not in the moved clock: a sign-in
 * takes seconds, and the app's own sessions follow the moved clock by themselves.
 */
export async function startOpenIdProvider(options: OpenIdOptions): Promise<OpenIdProvider> {
  const { host = 'localhost', publicUrl } = options;
  const keys = await openIdKeys(options.dataDir);
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const issuer = (name: 'applicants' | 'staff', heading: string) =>
    createIssuer({
      name,
      heading,
      url: `${origin}/${name}`,
      publicUrl,
      ...(name === 'staff' ? { people: staff } : { people: applicants, anybody }),
      clientKey: keys.clients[name],
      signingKey: keys.issuers[name],
    });
  const handlers = {
    applicants: issuer('applicants', 'Logg inn som innbygger (i stedet for ID-porten)'),
    staff: issuer('staff', 'Logg inn som ansatt'),
  };
  server.on('request', (request, response) => {
    const path = request.url ?? '';
    const handle = path.startsWith('/staff/') ? handlers.staff : path.startsWith('/applicants/') && handlers.applicants;
    if (!handle) {
      response.writeHead(404).end();
      return;
    }
    handle(request, response).catch(() => response.writeHead(400, { 'content-type': 'text/plain' }).end('Start again'));
  });
  return {
    url: origin,
    applicantIssuer: `${origin}/applicants`,
    staffIssuer: `${origin}/staff`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
