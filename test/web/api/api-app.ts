import { createPersonId } from '../../../functions/identity/person-id.ts';
import { signatureHeader, signatureOf } from '../../../functions/intake/api/signature.ts';
import { createApiApp } from '../../../functions/web/api/app.ts';
import { createMemoryShortLived } from '../../support/memory-short-lived.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

/** When the requests of these tests reach the API; shortly after the times of the description's examples. */
export const apiTime = Date.parse('2026-11-21T09:05:00Z');

/** The keys of Gulen: the old and the new one, while they are changed. Nobody else uses the API. */
export const gulensKeys = [
  { id: 'old', key: 'o'.repeat(40) },
  { id: 'new', key: 'n'.repeat(40) },
] as const;

const requestId = '0c3d7a5e-2f6b-4a8e-9d57-6f1f0f4f9a11';

/** What a request differs in from a good one. */
export interface Differences {
  readonly body?: string;
  readonly key?: string;
  readonly signedBody?: string;
  readonly signedKey?: string;
  readonly keyId?: string;
  readonly secret?: string;
  readonly signature?: string;
  readonly method?: string;
  readonly municipality?: string;
  /** Milliseconds; of the request and of the signature. */
  readonly time?: number;
  readonly signedAt?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API over stores in memory, and a sender that knows Gulen's keys. */
export function apiApp() {
  const store = createMemoryStore();
  const executions = new Set<string>();
  const reported: unknown[] = [];
  let made = 0;
  const app = createApiApp({
    publicUrl: 'https://plan.example',
    environment: 'test',
    report: (error) => reported.push(error),
    personId: createPersonId(async () => 'person key'),
    store,
    shortLived: createMemoryShortLived(),
    executions: {
      startApplication: async ({ caseId }) => void executions.add(caseId),
      startAppeal: async () => undefined,
    },
    random: () => {
      made += 1;
      return new Uint8Array(16).fill(made).fill(made >> 8, 0, 8);
    },
    keys: async (municipality) => (municipality === '4635' ? gulensKeys : []),
  });

  const request = (path: string, init: RequestInit, time = apiTime) =>
    app.request(path, init, { requestContext: { timeEpoch: time }, lambdaContext: { awsRequestId: requestId } });

  async function post(body: unknown, differences: Differences = {}): Promise<Response> {
    const text = differences.body ?? JSON.stringify(body);
    const { municipality = 'gulen', method = 'POST', time = apiTime, key = 'a-key-of-its-own' } = differences;
    const path = `/api/v1/municipalities/${municipality}/applications`;
    const signed = {
      method,
      path,
      idempotencyKey: differences.signedKey ?? key.replaceAll('"', ''),
      body: Buffer.from(differences.signedBody ?? text),
    };
    const at = Math.floor((differences.signedAt ?? time) / 1000);
    const signature = signatureOf(signed, at, differences.secret ?? gulensKeys[1].key);
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      [signatureHeader]: differences.signature ?? `t=${at},k=${differences.keyId ?? 'new'},v1=${signature}`,
      ...differences.headers,
    };
    return request(path, { method, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body: text }) }, time);
  }

  return { app, store, executions, reported, request, post };
}
