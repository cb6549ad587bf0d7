import { StatesErrors } from '../errors.ts';
import type { Timer } from '../store/records.ts';
import { closeExecution } from './finish.ts';
import { deliver } from './outcome.ts';
import { known, type Session, wake } from './session.ts';

/** Fires the first timer that is due; false when none is. */
export function fireNext(session: Session): boolean {
  const timer = session.store.nextTimer();
  if (timer === undefined || timer.at > session.now) return false;
  session.store.removeTimer(timer.id);
  fire(session, timer);
  return true;
}

function fire(session: Session, timer: Timer): void {
  if (timer.frameId === undefined) {
    const execution = known(session.store.execution(timer.executionArn), timer.executionArn);
    const failure = { error: StatesErrors.timeout, cause: undefined };
    closeExecution(session, execution, { status: 'TIMED_OUT', failure });
    return;
  }
  // A timer is removed with the try it belongs to, so the frame still waits for it.
  const frame = known(session.store.frame(timer.frameId), `frame ${timer.frameId}`);
  if (timer.kind === 'retry') wake(session, frame, 'run');
  else if (timer.kind === 'wait') {
    frame.outcome = { ok: true, result: null };
    wake(session, frame, 'settle');
  } else {
    const error = timer.kind === 'heartbeat' ? StatesErrors.heartbeatTimeout : StatesErrors.timeout;
    deliver(session, frame, { ok: false, error, cause: undefined });
  }
}
