import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '../json.ts';

/** What an event is made of. */
export interface EventInput {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly accountId: string;
  readonly apiId: string;
  readonly requestId: string;
  /** Epoch milliseconds, moved clock. */
  readonly now: number;
}

/** What API Gateway hands over as text; any other body, a form too, comes in base64. */
const TEXT = /^(text\/.*|application\/(json|xml|javascript))$/;

/** A request as Lambda gets it from an HTTP API, payload format 2.0. */
export function toEvent(input: EventInput): JsonObject {
  const { request, body, routeKey, pathParameters } = input;
  const { path, query } = splitUrl(request.url ?? '/');
  const cookies = (request.headers.cookie ?? '').split(/; */).filter((cookie) => cookie !== '');
  const parameters = queryParameters(query);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: headersOf(request),
    ...(Object.keys(parameters).length > 0 ? { queryStringParameters: parameters } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    requestContext: requestContext(input, path),
    ...bodyMembers(request, body),
  };
}

function requestContext({ request, routeKey, accountId, apiId, requestId, now }: EventInput, path: string): JsonObject {
  const host = request.headers.host ?? 'localhost';
  return {
    accountId,
    apiId,
    // With the port, so that an address built from it is the one the browser uses.
    domainName: host,
    domainPrefix: host.split('.')[0],
    http: {
      method: request.method,
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now,
  };
}

/** An HTTP API decodes the path it hands over; the query string stays as it came. */
export function splitUrl(url: string): { path: string; query: string } {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return { path: decode(path), query: at < 0 ? '' : url.slice(at + 1) };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Headers in lower case without cookies, a repeated one joined by commas, and those that API Gateway adds. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined && name !== 'cookie') headers[name] = values.join(',');
  }
  const [, port = '80'] = (request.headers.host ?? '').split(':');
  return {
    'content-length': '0',
    ...headers,
    'x-amzn-trace-id': `Root=1-${randomBytes(4).toString('hex')}-${randomBytes(12).toString('hex')}`,
    'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-port': port,
    'x-forwarded-proto': 'http',
  };
}

function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

function bodyMembers(request: IncomingMessage, body: Buffer): JsonObject {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isText = TEXT.test(type);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** `12/Mar/2020:19:03:58 +0000`. */
function commonLogTime(now: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
