import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { asList, asNumber, asObject, asString, type JsonObject } from '../json.ts';
import type { StatesEngine } from '../states/engine.ts';

/** An execution as the console lists it. */
export interface ExecutionEntry {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachine: string;
  readonly status: string;
  readonly started: number;
}

/** One thing that happened in an execution. */
export interface HistoryEntry {
  readonly id: number;
  readonly at: number;
  readonly type: string;
  readonly state: string;
  readonly details: JsonObject;
  /** The event as the API gives it. */
  readonly event: HistoryEvent;
}

/** Lists the executions of all state machines, the newest first. */
export async function listExecutions(engine: StatesEngine): Promise<ExecutionEntry[]> {
  const machines = asList(asObject(await engine.api('ListStateMachines', {})).stateMachines).map(asObject);
  const lists = await Promise.all(
    machines.map(async ({ stateMachineArn, name }) => {
      const all = await pages(engine, 'ListExecutions', { input: { stateMachineArn }, member: 'executions' });
      return all.map((execution) => ({
        executionArn: String(execution.executionArn),
        name: String(execution.name),
        stateMachine: String(name),
        status: String(execution.status),
        started: millis(execution.startDate),
      }));
    }),
  );
  return lists.flat().sort((one, other) => other.started - one.started);
}

/** The history of an execution, oldest first. */
export async function readHistory(engine: StatesEngine, executionArn: string): Promise<HistoryEntry[]> {
  const events = await pages(engine, 'GetExecutionHistory', { input: { executionArn }, member: 'events' });
  return events.map((event) => {
    const details = asObject(Object.entries(event).find(([name]) => name.endsWith('EventDetails'))?.[1]);
    return {
      id: asNumber(event.id) ?? 0,
      at: millis(event.timestamp),
      type: String(event.type),
      state: asString(details.name) ?? '',
      details,
      // The engine answers in the API's own shape.
      event: event as unknown as HistoryEvent,
    };
  });
}

interface Paged {
  readonly input: JsonObject;
  readonly member: string;
}

async function pages(engine: StatesEngine, action: string, { input, member }: Paged): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  let nextToken: unknown;
  do {
    const page: JsonObject = { maxResults: 1000, ...input, ...(nextToken === undefined ? {} : { nextToken }) };
    const answer = asObject(await engine.api(action, page));
    found.push(...asList(answer[member]).map(asObject));
    nextToken = answer.nextToken ?? undefined;
  } while (nextToken !== undefined);
  return found;
}

/** The API gives times in seconds; the engine may give a Date inside the process. */
function millis(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  return Math.round((asNumber(value) ?? 0) * 1000);
}
