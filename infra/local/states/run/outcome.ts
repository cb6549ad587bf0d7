import { integrationOf } from '../definition/resources.ts';
import { StatesErrors } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { byteLength, MAX_PAYLOAD_BYTES } from '../json.ts';
import type { Frame, Outcome } from '../store/records.ts';
import { failureContent, outputContent, record } from './history.ts';
import { type Session, wake } from './session.ts';

/** Ends the present try of a state: its timers stop and its token is spent. */
export function closeAttempt(session: Session, frame: Frame): void {
  session.store.clearFrameTimers(frame.id);
  const token = frame.call?.token === undefined ? undefined : session.store.token(frame.call.token);
  if (token?.open) session.store.saveToken({ ...token, open: false });
  frame.call = undefined;
}

/** `resourceType` and `resource`, as every event of a task carries them. */
export function resourceContent(resource: string): { resourceType: string; resource: string } {
  const integration = integrationOf(resource);
  return { resourceType: integration?.resourceType ?? '', resource: integration?.resource ?? resource };
}

/** A Task's call has come to its outcome; the first one wins, and the state goes on from there. */
export function deliver(session: Session, frame: Frame, outcome: Outcome): void {
  const checked = limitOutcome(frame, outcome);
  const content: JsonObject = resourceContent(frame.call?.resource ?? '');
  if (checked.ok) {
    record(session, frame, 'TaskSucceeded', [
      'taskSucceededEventDetails',
      { ...content, ...outputContent(checked.result) },
    ]);
  } else {
    const timedOut = checked.error === StatesErrors.timeout || checked.error === StatesErrors.heartbeatTimeout;
    const [type, member] = timedOut ? TIMED_OUT : FAILED;
    record(session, frame, type, [member, { ...content, ...failureContent(checked) }]);
  }
  closeAttempt(session, frame);
  frame.outcome = checked;
  wake(session, frame, 'settle');
}

const TIMED_OUT = ['TaskTimedOut', 'taskTimedOutEventDetails'] as const;
const FAILED = ['TaskFailed', 'taskFailedEventDetails'] as const;

function limitOutcome(frame: Frame, outcome: Outcome): Outcome {
  if (!outcome.ok || byteLength(outcome.result) <= MAX_PAYLOAD_BYTES) return outcome;
  const cause = `The state/task '${frame.stateName}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  return { ok: false, error: StatesErrors.dataLimitExceeded, cause };
}
