import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { ServiceError, type StatesEngine } from './engine.ts';
import { tryParseJson } from './json.ts';

const TARGET_PREFIX = 'AWSStepFunctions.';

/**
 * The Step Functions endpoint over HTTP: AWS JSON 1.0, the action in `X-Amz-Target`.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export function statesListener(engine: StatesEngine): RequestListener {
  return (request, response) => {
    answer(engine, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => sendError(response, error),
    );
  };
}

async function answer(engine: StatesEngine, request: IncomingMessage): Promise<unknown> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const body = await text(request);
  if (!target.startsWith(TARGET_PREFIX))
    throw new ServiceError('UnknownOperationException', `Unknown target '${target}'`);
  const input = tryParseJson(body === '' ? '{}' : body);
  if (input === undefined) throw new ServiceError('SerializationException', 'The request is not JSON');
  return engine.api(target.slice(TARGET_PREFIX.length), input);
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof ServiceError) send(response, 400, error.toBody());
  else
    send(response, 500, { __type: 'InternalFailure', message: error instanceof Error ? error.message : String(error) });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}
