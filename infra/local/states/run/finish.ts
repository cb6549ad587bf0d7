import type { Failure } from '../errors.ts';
import { type Json, parseJson } from '../json.ts';
import type { Execution, ExecutionStatus, Frame, Outcome } from '../store/records.ts';
import { progress, recordIteration } from './fan-out.ts';
import { failureContent, outputContent, record, recordExecution } from './history.ts';
import { closeAttempt, deliver } from './outcome.ts';
import { executionOf, known, type Session, stateOf, wake } from './session.ts';

/** A frame has come to an `End` or a Succeed. */
export function endFrame(session: Session, frame: Frame, output: Json): void {
  frame.phase = 'done';
  frame.output = output;
  if (frame.parentId === undefined) {
    session.store.saveFrame(frame);
    closeExecution(session, executionOf(session, frame), { status: 'SUCCEEDED', output });
    return;
  }
  recordIteration(session, frame, 'Succeeded');
  session.store.saveFrame(frame);
  progress(session, known(session.store.frame(frame.parentId), `frame ${frame.parentId}`));
}

/** A frame's state has failed and nothing in it takes the failure: the state around it fails, or the execution. */
export function failFrame(session: Session, frame: Frame, failure: Failure): void {
  closeAttempt(session, frame);
  frame.phase = 'failed';
  frame.outcome = { ok: false, ...failure };
  if (frame.parentId === undefined) {
    session.store.saveFrame(frame);
    closeExecution(session, executionOf(session, frame), { status: 'FAILED', failure });
    return;
  }
  recordIteration(session, frame, 'Failed');
  session.store.saveFrame(frame);
  const parent = known(session.store.frame(frame.parentId), `frame ${frame.parentId}`);
  for (const sibling of session.store.children(parent.id)) abortFrame(session, sibling, { recorded: true });
  parent.lastEventId = frame.lastEventId;
  record(session, parent, `${stateOf(session, parent).type}StateFailed`);
  parent.outcome = { ok: false, ...failure };
  wake(session, parent, 'settle');
}

/**
 * Stops a frame where it stands, with everything inside it. Its place is kept: a redrive goes on from there.
 * `recorded`: whether the history says so; when a whole execution ends, the execution's own event is enough.
 */
function abortFrame(session: Session, frame: Frame, { recorded }: { recorded: boolean }): void {
  if (frame.phase === 'done' || frame.phase === 'failed' || frame.phase === 'aborted') return;
  for (const child of session.store.children(frame.id)) abortFrame(session, child, { recorded });
  const wasEntered = frame.phase !== 'enter';
  const childArn = frame.call?.childArn;
  closeAttempt(session, frame);
  const { type } = stateOf(session, frame);
  if (recorded && wasEntered && ABORTABLE.has(type)) record(session, frame, `${type}StateAborted`);
  if (recorded) recordIteration(session, frame, 'Aborted');
  frame.phase = 'aborted';
  session.store.saveFrame(frame);
  if (childArn !== undefined) abortChildExecution(session, childArn);
}

const ABORTABLE = new Set(['Task', 'Wait', 'Parallel', 'Map']);

function abortChildExecution(session: Session, arn: string): void {
  const child = session.store.execution(arn);
  if (child?.status !== 'RUNNING') return;
  child.awaitedBy = undefined;
  closeExecution(session, child, { status: 'ABORTED', failure: { error: '', cause: 'The parent execution ended.' } });
}

type End =
  | { status: 'SUCCEEDED'; output: Json }
  | { status: Exclude<ExecutionStatus, 'SUCCEEDED' | 'RUNNING'>; failure: Failure };

const CLOSING_EVENTS = {
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
} as const;

/** Ends an execution: nothing of it runs or waits any more, and a parent that waits for it gets the outcome. */
export function closeExecution(session: Session, execution: Execution, end: End): void {
  const { store } = session;
  store.clearExecutionTimers(execution.arn);
  execution.status = end.status;
  execution.stoppedAt = session.now;
  if (end.status === 'SUCCEEDED') {
    execution.output = JSON.stringify(end.output);
    recordExecution(session, execution.arn, 'ExecutionSucceeded', [
      'executionSucceededEventDetails',
      outputContent(end.output),
    ]);
    for (const frame of store.frames(execution.arn)) store.removeFrame(frame.id);
  } else {
    const { error, cause } = end.failure;
    execution.failure = { error: error === '' ? undefined : error, cause };
    const roots = store.frames(execution.arn).filter((frame) => frame.parentId === undefined);
    for (const root of roots) abortFrame(session, root, { recorded: false });
    const [type, member] = CLOSING_EVENTS[end.status];
    recordExecution(session, execution.arn, type, [member, failureContent(end.failure)]);
  }
  store.saveExecution(execution);
  tellParent(session, execution);
}

function tellParent(session: Session, execution: Execution): void {
  const { awaitedBy } = execution;
  const frame = awaitedBy === undefined ? undefined : session.store.frame(awaitedBy.frameId);
  if (frame === undefined || frame.attempt !== awaitedBy?.attempt || frame.call === undefined) return;
  deliver(session, frame, childOutcome(execution));
}

/** What a `startExecution.sync:2` task gets: the description of the child, its output already parsed. */
function childOutcome(execution: Execution): Outcome {
  const description = {
    ExecutionArn: execution.arn,
    Name: execution.name,
    StateMachineArn: execution.machineArn,
    Status: execution.status,
    StartDate: execution.startedAt,
    StopDate: execution.stoppedAt ?? execution.startedAt,
    RedriveCount: execution.redriveCount,
    Input: parseJson(execution.input),
    InputDetails: { Included: true },
  };
  if (execution.output !== undefined) {
    const result = { ...description, Output: parseJson(execution.output), OutputDetails: { Included: true } };
    return { ok: true, result };
  }
  const { error, cause } = execution.failure ?? {};
  return {
    ok: false,
    error: 'States.TaskFailed',
    cause: JSON.stringify({ ...description, Error: error, Cause: cause }),
  };
}
