import type { Failure } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Frame } from '../store/records.ts';
import type { Session } from './session.ts';

type Details = [member: string, content: JsonObject];

/** An event of the execution as a whole. */
export function recordExecution(session: Session, executionArn: string, type: string, details?: Details): number {
  return append(session, executionArn, { type, previousEventId: session.store.lastEventId(executionArn), details });
}

/** An event of one thread of control: it follows that thread's last event, not the history's. */
export function record(session: Session, frame: Frame, type: string, details?: Details): number {
  const id = append(session, frame.executionArn, { type, previousEventId: frame.lastEventId, details });
  frame.lastEventId = id;
  return id;
}

interface NewEvent {
  type: string;
  previousEventId: number;
  details: Details | undefined;
}

function append(session: Session, executionArn: string, { type, previousEventId, details }: NewEvent): number {
  const id = session.store.lastEventId(executionArn) + 1;
  session.store.addEvent(executionArn, {
    id,
    previousEventId,
    type,
    at: session.now,
    details: details === undefined ? undefined : { member: details[0], content: details[1] },
  });
  return id;
}

const WHOLE = { truncated: false };

export function recordEntered(session: Session, frame: Frame, stateType: string): void {
  const content = { name: frame.stateName, input: JSON.stringify(frame.input), inputDetails: WHOLE };
  frame.enteredEventId = record(session, frame, `${stateType}StateEntered`, ['stateEnteredEventDetails', content]);
}

/** The exit of a state, with what it leaves behind. */
export function recordExited(
  session: Session,
  frame: Frame,
  stateType: string,
  left: { output: Json; assigned: JsonObject },
): void {
  const content: JsonObject = { name: frame.stateName, output: JSON.stringify(left.output), outputDetails: WHOLE };
  const variables = Object.entries(left.assigned).map(([name, value]) => [name, JSON.stringify(value)]);
  if (variables.length > 0) {
    content.assignedVariables = Object.fromEntries(variables);
    content.assignedVariablesDetails = WHOLE;
  }
  record(session, frame, `${stateType}StateExited`, ['stateExitedEventDetails', content]);
}

export function recordEvaluationFailed(session: Session, frame: Frame, failure: Failure, location: string): void {
  const content = { ...failureContent(failure), location, state: frame.stateName };
  record(session, frame, 'EvaluationFailed', ['evaluationFailedEventDetails', content]);
}

/** `error` and `cause` as event details have them: left out when there is none. */
export function failureContent({ error, cause }: { error: string | undefined; cause: string | undefined }): JsonObject {
  return { ...(error ? { error } : {}), ...(cause === undefined ? {} : { cause }) };
}

export function outputContent(output: Json): JsonObject {
  return { output: JSON.stringify(output), outputDetails: WHOLE };
}
