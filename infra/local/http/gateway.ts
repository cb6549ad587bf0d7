import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Functions } from '../lambda/functions.ts';
import type { LocalRoute } from '../template/model.ts';
import { splitUrl, toEvent } from './event.ts';
import { gatewayAnswer, type HttpAnswer, toAnswer } from './response.ts';
import type { RouteTable } from './routes.ts';

/** What the gateway needs of the runtime; `undefined` until it is ready. */
export interface GatewayBackend {
  readonly routes: RouteTable<LocalRoute>;
  readonly functions: Functions;
  readonly now: () => number;
  readonly accountId: string;
}

/** An HTTP API takes 10 MB at most (quota of API Gateway), a function 6 MB in one event (quota of Lambda). */
const MAXIMUM_BODY_BYTES = 10 * 1024 * 1024;
const MAXIMUM_EVENT_BYTES = 6 * 1024 * 1024;

/** The pages' address: an HTTP API over real requests. `/healthz` is answered by the runtime itself. */
export function createGateway(backend: () => GatewayBackend | undefined, log: (line: string) => void): Server {
  return createServer((request, response) => {
    answer(request, backend()).then(
      (result) => send(request, response, result),
      (error: unknown) => {
        log(`http: ${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
        send(request, response, gatewayAnswer(500, 'Internal Server Error'));
      },
    );
  });
}

async function answer(request: IncomingMessage, backend: GatewayBackend | undefined): Promise<HttpAnswer> {
  const { path } = splitUrl(request.url ?? '/');
  if (path === '/healthz') return health(backend !== undefined);
  if (backend === undefined) return gatewayAnswer(503, 'Service Unavailable');
  const match = backend.routes.match(request.method ?? 'GET', path);
  if (match === undefined) return gatewayAnswer(404, 'Not Found');
  const body = await readUpTo(request, MAXIMUM_BODY_BYTES);
  if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
  const { route, pathParameters } = match;
  const requestId = randomUUID();
  const { accountId, now } = backend;
  const { apiId, routeKey } = route;
  const event = toEvent({ request, body, routeKey, pathParameters, accountId, apiId, requestId, now: now() });
  const payload = JSON.stringify(event);
  if (Buffer.byteLength(payload) > MAXIMUM_EVENT_BYTES) return gatewayAnswer(413, 'Request Entity Too Large');
  return await invoke(backend.functions, route, payload);
}

function health(ready: boolean): HttpAnswer {
  const body = Buffer.from(JSON.stringify({ status: ready ? 'ok' : 'starting' }));
  return { status: ready ? 200 : 503, headers: { 'content-type': 'application/json' }, body };
}

async function invoke(functions: Functions, route: LocalRoute, payload: string): Promise<HttpAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), route.timeoutMs);
  });
  const outcome = await Promise.race([functions.invoke(route.functionName, payload), timeout]);
  clearTimeout(timer);
  if (outcome === 'timeout') return gatewayAnswer(503, 'Service Unavailable');
  if (outcome.ok) return toAnswer(outcome.payload);
  const timedOut = outcome.error.errorType === 'Sandbox.Timedout';
  return timedOut ? gatewayAnswer(503, 'Service Unavailable') : gatewayAnswer(500, 'Internal Server Error');
}

/** Reads a body; one that is too large is drained, so that the sender gets to hear why. */
async function readUpTo(request: IncomingMessage, maximum: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maximum) chunks.push(chunk);
  }
  return size <= maximum ? Buffer.concat(chunks) : undefined;
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length, 'apigw-requestid': randomUUID() });
  response.end(request.method === 'HEAD' ? undefined : body);
}
