/** The small part of oidc-provider that is used here; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface KoaContext {
    type: string;
    body: string;
    status: number;
    readonly response: { get(name: string): string };
    remove(name: string): void;
    readonly oidc: {
      readonly route?: string;
      readonly params?: { readonly logout?: string };
      readonly client?: { readonly clientId: string };
      readonly session?: {
        readonly accountId?: string;
        readonly authorizations?: Readonly<Record<string, { readonly sid?: string }>>;
      };
      readonly provider: Provider;
    };
  }
  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: object);
    proxy: boolean;
    readonly Grant: new (properties: {
      clientId: string;
      accountId: string;
    }) => Grant;
    readonly Client: { readonly prototype: { includeSid(): boolean } };
    use(middleware: (ctx: KoaContext, next: () => Promise<void>) => Promise<void>): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  const MemoryAdapter: new (name: string) => object;
  export default MemoryAdapter;
}
