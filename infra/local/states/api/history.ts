import type { Json, JsonObject } from '../json.ts';
import type { Session } from '../run/session.ts';
import type { HistoryEvent } from '../store/records.ts';
import { executionNamed } from './executions.ts';
import { epochSeconds, type Input, pageToken } from './input.ts';

/** What `includeExecutionData: false` leaves out. */
const DATA_MEMBERS = ['input', 'output', 'parameters', 'assignedVariables'];

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html */
export function history(session: Session, input: Input): Json {
  const { arn } = executionNamed(session, input.text('executionArn'));
  const reverse = input.flag('reverseOrder', false);
  const withData = input.flag('includeExecutionData', true);
  const limit = input.pageSize(100);
  const after = input.pageStart() ?? (reverse ? Number.MAX_SAFE_INTEGER : 0);
  const events = session.store.events(arn, { after, limit: limit + 1, reverse });
  const page = events.slice(0, limit);
  const last = page.at(-1);
  return {
    events: page.map((event) => describeEvent(event, withData)),
    ...(events.length > limit && last !== undefined ? { nextToken: pageToken(last.id) } : {}),
  };
}

function describeEvent({ id, previousEventId, type, at, details }: HistoryEvent, withData: boolean): JsonObject {
  const event: JsonObject = { id, previousEventId, type, timestamp: epochSeconds(at) };
  if (details !== undefined) event[details.member] = withData ? details.content : withoutData(details.content);
  return event;
}

function withoutData(content: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !DATA_MEMBERS.includes(name)));
}
