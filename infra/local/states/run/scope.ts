import { StateFailure, StatesErrors } from '../errors.ts';
import type { Scope } from '../expression/evaluate.ts';
import { byteLength, type Json, type JsonObject, MAX_PAYLOAD_BYTES, parseJson } from '../json.ts';
import type { Execution, Frame } from '../store/records.ts';
import { executionOf, known, type Session } from './session.ts';

interface Extras {
  result?: Json;
  errorOutput?: Json;
  token?: string | undefined;
  item?: Frame['item'];
}

/** Everything an expression of the frame's current state can see. */
export function scopeOf(session: Session, frame: Frame, extras: Extras = {}): Scope {
  const states: JsonObject = { input: frame.input, context: contextOf(session, frame, extras) };
  if (extras.result !== undefined) states.result = extras.result;
  if (extras.errorOutput !== undefined) states.errorOutput = extras.errorOutput;
  const where = `An error occurred while executing the state '${frame.stateName}' (entered at the event id #${frame.enteredEventId}). `;
  return { states, variables: variablesOf(session, frame), now: session.now, where };
}

/** The frame's own variables over those of the frames around it, which it can read but not assign. */
function variablesOf(session: Session, frame: Frame): JsonObject {
  const outer = frame.parentId === undefined ? {} : variablesOf(session, parentOf(session, frame.parentId));
  return { ...outer, ...frame.variables };
}

function parentOf(session: Session, id: number): Frame {
  return known(session.store.frame(id), `frame ${id}`);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
function contextOf(session: Session, frame: Frame, extras: Extras): JsonObject {
  const execution = executionOf(session, frame);
  const item = extras.item ?? itemOf(session, frame);
  return {
    Execution: executionContext(session, execution),
    StateMachine: { Id: execution.machineArn, Name: execution.machineArn.split(':').at(-1) ?? '' },
    State: { EnteredTime: isoTime(frame.enteredAt), Name: frame.stateName, RetryCount: frame.retryCount },
    ...(extras.token === undefined ? {} : { Task: { Token: extras.token } }),
    ...(item === undefined ? {} : { Map: { Item: { Index: item.index, Value: item.value } } }),
  };
}

function executionContext(session: Session, execution: Execution): JsonObject {
  const revision = known(session.store.revision(execution.revisionId), execution.revisionId);
  return {
    Id: execution.arn,
    Input: parseJson(execution.input),
    Name: execution.name,
    RoleArn: revision.roleArn,
    StartTime: isoTime(execution.startedAt),
    RedriveCount: execution.redriveCount,
    ...(execution.redrivenAt === undefined ? {} : { RedriveTime: isoTime(execution.redrivenAt) }),
  };
}

function itemOf(session: Session, frame: Frame): Frame['item'] {
  if (frame.item !== undefined || frame.parentId === undefined) return frame.item;
  return itemOf(session, parentOf(session, frame.parentId));
}

function isoTime(millis: number): string {
  return new Date(millis).toISOString();
}

/** Throws States.DataLimitExceeded, which no States.ALL catches, for what would not fit between two states. */
export function limitSize<T extends Json>(value: T, what: string): T {
  if (byteLength(value) <= MAX_PAYLOAD_BYTES) return value;
  throw new StateFailure({
    error: StatesErrors.dataLimitExceeded,
    cause: `${what} has a size exceeding the maximum number of bytes service limit.`,
  });
}
