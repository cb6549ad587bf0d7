import { type Integration, integrationOf } from '../definition/resources.ts';
import { ServiceError } from '../errors.ts';
import type { InvokeResult } from '../invoke.ts';
import { type Json, toJson } from '../json.ts';
import type { Call, Frame } from '../store/records.ts';
import { outputContent, record } from './history.ts';
import { deliver, resourceContent } from './outcome.ts';
import { known, type Session } from './session.ts';
import { startExecution } from './start.ts';
import { sendFailure, sendSuccess } from './tokens.ts';

export interface PendingCall {
  frame: Frame;
  call: Call;
  integration: Integration;
}

/** The call that a frame waits for; undefined when that try is over or the call has been answered. */
export function pendingCall(
  session: Pick<Session, 'store'>,
  frameId: number,
  attempt: number,
): PendingCall | undefined {
  const frame = session.store.frame(frameId);
  const call = frame?.call;
  if (frame === undefined || call === undefined || frame.attempt !== attempt || call.submitted) return undefined;
  return { frame, call, integration: known(integrationOf(call.resource), call.resource) };
}

/** A function's answer has arrived. */
export function answerInvocation(session: Session, pending: PendingCall, result: InvokeResult): void {
  const { frame, integration } = pending;
  if (!result.ok) {
    const { errorType, errorMessage, trace } = result;
    const cause = JSON.stringify({ errorMessage, errorType, trace: trace ?? [] });
    deliver(session, frame, { ok: false, error: errorType, cause });
    return;
  }
  const answer = { ExecutedVersion: '$LATEST', Payload: toJson(result.payload), StatusCode: 200 };
  if (integration.pattern === 'token') submitted(session, pending, answer);
  else deliver(session, frame, { ok: true, result: answer });
}

/**
 * Carries out a call to this engine itself. The effect and the task's outcome are one transaction, so unlike a function's
 * invocation it happens exactly once.
 */
export function performOwn(session: Session, pending: PendingCall): void {
  const { frame, integration } = pending;
  let answer: Json;
  try {
    answer = callOwn(session, pending);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // The SDK names its exceptions so; a few of the service's own names already end like that.
    const name = `${integration.errorPrefix}${error.name.replace(/Exception$/, '')}Exception`;
    deliver(session, frame, { ok: false, error: name, cause: error.message });
    return;
  }
  if (integration.pattern === 'response') deliver(session, frame, { ok: true, result: answer });
  else submitted(session, pending, answer);
}

function submitted(session: Session, { frame, call }: PendingCall, answer: Json): void {
  const content = { ...resourceContent(call.resource), ...outputContent(answer) };
  record(session, frame, 'TaskSubmitted', ['taskSubmittedEventDetails', content]);
  call.submitted = true;
  session.store.saveFrame(frame);
}

function callOwn(session: Session, pending: PendingCall): Json {
  const { call, integration } = pending;
  if (integration.action === 'startExecution') return startChild(session, pending);
  const token = textOf(call, 'TaskToken') ?? '';
  if (integration.action === 'sendTaskSuccess') sendSuccess(session, token, textOf(call, 'Output') ?? '');
  else sendFailure(session, token, { error: textOf(call, 'Error'), cause: textOf(call, 'Cause') });
  return {};
}

function startChild(session: Session, { frame, call, integration }: PendingCall): Json {
  const awaited = integration.pattern === 'sync';
  const execution = startExecution(session, {
    machineArn: textOf(call, 'StateMachineArn') ?? '',
    name: textOf(call, 'Name'),
    input: JSON.stringify(call.parameters.Input ?? {}),
    awaitedBy: awaited ? { frameId: frame.id, attempt: frame.attempt } : undefined,
  });
  if (awaited) call.childArn = execution.arn;
  return { ExecutionArn: execution.arn, StartDate: execution.startedAt };
}

function textOf(call: Call, key: string): string | undefined {
  const value = call.parameters[key];
  if (value === undefined || typeof value === 'string') return value;
  throw new ServiceError('ValidationException', `${key} must be a string`);
}

/** The outcome of a call that the runtime could not make at all. */
export function undelivered(error: unknown): Extract<InvokeResult, { ok: false }> {
  const errorMessage = error instanceof Error ? error.message : String(error);
  return { ok: false, errorType: 'Lambda.Unknown', errorMessage };
}
