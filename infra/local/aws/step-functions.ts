import type { StatesEngine } from '../states/engine.ts';
import { AwsError, type Service } from './exchange.ts';
import { readJsonBody, sendJson, targetOperation } from './json-protocol.ts';

/** Step Functions: every call goes to the engine; the SDK speaks AWS JSON 1.0 here. */
export function stepFunctionsService(engine: StatesEngine): Service {
  return async (exchange) => {
    const input = await readJsonBody(exchange);
    sendJson(exchange, 200, (await call(engine, targetOperation(exchange), input)) ?? {});
  };
}

async function call(engine: StatesEngine, action: string, input: unknown): Promise<unknown> {
  try {
    return await engine.api(action, input);
  } catch (error) {
    // The engine's errors carry AWS's names; anything else is a fault of the engine and shows as one.
    if (error instanceof Error && !isProgrammingError(error)) throw new AwsError(error.name, error.message);
    throw error;
  }
}

function isProgrammingError({ name }: Error): boolean {
  return ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'AssertionError'].includes(name);
}
