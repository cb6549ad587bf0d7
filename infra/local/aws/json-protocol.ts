import { isObject, type JsonObject } from '../json.ts';
import { AwsError, type Exchange, notImplemented, readBody, type Service } from './exchange.ts';

/** The operations of a service, by the name in `X-Amz-Target`. */
export type Operations = Readonly<Record<string, (input: JsonObject) => unknown>>;

/** A service that speaks AWS JSON (1.0 or 1.1): the operation in `X-Amz-Target`, JSON both ways. */
export function jsonService(name: string, operations: Operations): Service {
  return async (exchange) => {
    const operation = targetOperation(exchange);
    const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (run === undefined) throw notImplemented(`${name} ${operation}`);
    sendJson(exchange, 200, (await run(await readJsonBody(exchange))) ?? {});
  };
}

/** The operation an AWS JSON request names. */
export function targetOperation({ request }: Exchange): string {
  return String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
}

/** The body of a request as a JSON object. */
export async function readJsonBody({ request }: Exchange): Promise<JsonObject> {
  const text = (await readBody(request)).toString('utf8');
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Not JSON at all; answered like JSON of another kind.
  }
  throw new AwsError('SerializationException', 'The request is not a JSON object');
}

/** Answers in the JSON flavour that was asked in. */
export function sendJson({ request, response }: Exchange, status: number, body: unknown): void {
  const asked = request.headers['content-type'] ?? '';
  const type = asked.startsWith('application/x-amz-json') ? asked : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

/** Answers with an error: `__type` for AWS JSON, the header for REST services; the SDKs read either. */
export function sendJsonError(exchange: Exchange, error: AwsError): void {
  exchange.response.setHeader('x-amzn-errortype', error.name);
  sendJson(exchange, error.status, { __type: error.name, message: error.message });
}
