import { join } from 'node:path';

/** The OpenID provider as the runtime uses it; it stands in for ID-porten and the staff's sign-in. */
export interface OpenIdProvider {
  readonly url: string;
  readonly clientKeys: ClientKeys;
  stop(): Promise<void>;
}

/** The app's private keys at the two issuers (JWK). */
export interface ClientKeys {
  readonly applicants: object;
  readonly staff: object;
}

/** What the provider is started with. */
export interface OpenIdOptions {
  readonly port: number;
  /** The runtime's data directory; the keys are kept below it. */
  readonly dataDir: string;
  readonly clock: { now(): number };
  readonly publicUrl: string;
}

/** Starts the provider. It is loaded only when a template asks for an issuer, since it is slow to load. */
export async function startOpenId(options: OpenIdOptions): Promise<OpenIdProvider> {
  const { clientKeys, startOpenIdProvider } = await import('./openid/index.ts');
  const dataDir = join(options.dataDir, 'openid');
  const provider = await startOpenIdProvider({ ...options, dataDir });
  return { url: provider.url, clientKeys: await clientKeys(dataDir), stop: () => provider.stop() };
}
