import { asList, asNumber, asObject, asString, isObject } from '../json.ts';

/** What goes out over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** An answer of the gateway's own, as API Gateway words it. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  return json(status, JSON.stringify({ message }));
}

/** Reads a function's response, payload format 2.0; without `statusCode` the whole response is the JSON body. */
export function toAnswer(payload: string): HttpAnswer {
  const response: unknown = JSON.parse(payload);
  if (!isObject(response) || response.statusCode === undefined) {
    return json(200, typeof response === 'string' ? response : payload);
  }
  const status = asNumber(response.statusCode);
  if (status === undefined || status < 100 || status > 599) return gatewayAnswer(500, 'Internal Server Error');
  const cookies = asList(response.cookies).map(String);
  const text =
    asString(response.body) ??
    (response.body === undefined || response.body === null ? '' : JSON.stringify(response.body));
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      ...headersOf(response),
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: Buffer.from(text, response.isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

function headersOf(response: Record<string, unknown>): Record<string, string | string[]> {
  const single = Object.entries(asObject(response.headers)).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const multiple = Object.entries(asObject(response.multiValueHeaders)).map(([name, values]) => [
    name.toLowerCase(),
    asList(values).map(String),
  ]);
  return Object.fromEntries([...single, ...multiple]);
}

function json(status: number, text: string): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
}
