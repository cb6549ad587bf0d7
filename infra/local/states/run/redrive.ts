import { ServiceError } from '../errors.ts';
import type { Execution, Frame } from '../store/records.ts';
import { progress, recordIteration, removeChildren } from './fan-out.ts';
import { recordExecution } from './history.ts';
import { known, type Session, wake } from './session.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-eligibility */
const REDRIVABLE_DAYS = 14;
const MAX_REDRIVES = 1_000;
const MAX_EVENTS_TO_REDRIVE = 24_999;
const DAY = 86_400_000;

/** Why an execution cannot be redriven, in the words of DescribeExecution's redriveStatusReason; undefined when it can. */
export function notRedrivable(session: Session, execution: Execution): string | undefined {
  const { status, stoppedAt, redriveCount, arn } = execution;
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
  if (session.now - (stoppedAt ?? session.now) > REDRIVABLE_DAYS * DAY) return 'Execution redrivable period exceeded';
  if (session.store.lastEventId(arn) >= MAX_EVENTS_TO_REDRIVE) return 'Execution history event limit exceeded';
  return redriveCount >= MAX_REDRIVES ? 'Execution redrive limit exceeded' : undefined;
}

/**
 * Carries a failed, aborted or timed out execution on from the states that did not succeed, in every branch. Retry counts
 * start from zero and tasks get new tokens; what had succeeded is kept.
 */
export function redrive(session: Session, execution: Execution, timeoutSeconds: number | undefined): void {
  const reason = notRedrivable(session, execution);
  if (reason !== undefined) throw new ServiceError('ExecutionNotRedrivable', reason);
  execution.status = 'RUNNING';
  execution.stoppedAt = undefined;
  execution.failure = undefined;
  execution.redriveCount += 1;
  execution.redrivenAt = session.now;
  session.store.saveExecution(execution);
  const details = { redriveCount: execution.redriveCount };
  const eventId = recordExecution(session, execution.arn, 'ExecutionRedriven', [
    'executionRedrivenEventDetails',
    details,
  ]);
  if (timeoutSeconds !== undefined) {
    const at = session.now + timeoutSeconds * 1000;
    session.store.addTimer({ executionArn: execution.arn, frameId: undefined, kind: 'execution', at });
  }
  const root = session.store.frames(execution.arn).find((frame) => frame.parentId === undefined);
  redriveFrame(session, known(root, `the place of ${execution.arn}`), eventId);
}

function redriveFrame(session: Session, frame: Frame, eventId: number): void {
  if (frame.phase === 'done') return;
  frame.lastEventId = eventId;
  frame.retryCount = 0;
  frame.retries = [];
  // Cut down between a success and the next state: the success counts.
  if (frame.outcome?.ok) {
    wake(session, frame, 'settle');
    return;
  }
  frame.outcome = undefined;
  const unfinished = session.store.children(frame.id).filter((child) => child.phase !== 'done');
  if (frame.fanOut !== undefined && unfinished.length > 0) {
    redriveChildren(session, frame, unfinished, eventId);
    return;
  }
  // All children succeeded and yet the state failed (its output was too large, say): AWS runs all of it again.
  removeChildren(session, frame);
  wake(session, frame, frame.enteredEventId === 0 ? 'enter' : 'run');
}

function redriveChildren(session: Session, frame: Frame, children: Frame[], eventId: number): void {
  frame.phase = 'await';
  session.store.saveFrame(frame);
  for (const child of children) {
    if (child.item !== undefined) {
      child.lastEventId = eventId;
      recordIteration(session, child, 'Started');
      redriveFrame(session, child, child.lastEventId);
    } else redriveFrame(session, child, eventId);
  }
  progress(session, frame);
}
