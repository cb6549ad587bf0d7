/** The OpenID provider as the runtime uses it; it stands in for ID-porten and the staff's sign-in. */
export interface OpenIdProvider {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the provider is started with. */
export interface OpenIdOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly clock: { now(): number };
  readonly publicUrl: string;
}

interface ProviderModule {
  startOpenIdProvider(options: OpenIdOptions): Promise<OpenIdProvider>;
}

/** Starts the provider. It is loaded only when a template asks for an issuer, since it is slow to load. */
export async function startOpenId(options: OpenIdOptions): Promise<OpenIdProvider> {
  const path = './openid/provider.ts';
  let module: Partial<ProviderModule>;
  try {
    module = (await import(path)) as Partial<ProviderModule>;
  } catch (error) {
    throw new Error('The OpenID provider (infra/local/openid/provider.ts) cannot be loaded', { cause: error });
  }
  if (module.startOpenIdProvider === undefined) {
    throw new Error('infra/local/openid/provider.ts does not export startOpenIdProvider');
  }
  return await module.startOpenIdProvider(options);
}
