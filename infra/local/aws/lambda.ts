import { FunctionNotFoundError, type Functions } from '../lambda/functions.ts';
import { AwsError, type Exchange, notImplemented, readBody, type Service } from './exchange.ts';
import { sendJson } from './json-protocol.ts';

/** The largest payload of an invocation (Lambda quotas): 6 MB synchronous, 1 MB asynchronous. */
const MAXIMUM_BYTES = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024 } as const;

/** Lambda's Invoke. */
export function lambdaService(functions: Functions): Service {
  return async (exchange) => {
    const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(exchange.url.pathname) ?? [];
    const { request, url } = exchange;
    if (name === undefined || request.method !== 'POST')
      throw notImplemented(`Lambda ${request.method} ${url.pathname}`);
    const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (type !== 'RequestResponse' && type !== 'Event') throw notImplemented(`Lambda Invoke ${type}`);
    const payload = (await readBody(request, MAXIMUM_BYTES[type])).toString('utf8') || '{}';
    refuseOtherThanJson(payload);
    try {
      await invoke({ exchange, functions, payload, name: decodeURIComponent(name) }, type);
    } catch (error) {
      if (!(error instanceof FunctionNotFoundError)) throw error;
      throw new AwsError(error.name, error.message, { status: 404 });
    }
  };
}

interface Invocation {
  readonly exchange: Exchange;
  readonly functions: Functions;
  readonly name: string;
  readonly payload: string;
}

async function invoke({ exchange, functions, name, payload }: Invocation, type: string): Promise<void> {
  const { response } = exchange;
  if (type === 'Event') {
    functions.invokeLater(name, payload);
    response.writeHead(202).end();
    return;
  }
  const outcome = await functions.invoke(name, payload, { nested: true });
  response.setHeader('x-amz-executed-version', '$LATEST');
  if (outcome.ok) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(outcome.payload);
    return;
  }
  response.setHeader('x-amz-function-error', 'Unhandled');
  sendJson(exchange, 200, outcome.error);
}

function refuseOtherThanJson(payload: string): void {
  try {
    JSON.parse(payload);
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
  }
}
