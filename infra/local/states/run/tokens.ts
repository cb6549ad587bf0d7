import { ServiceError, StatesErrors } from '../errors.ts';
import { byteLength, MAX_PAYLOAD_BYTES, tryParseJson } from '../json.ts';
import type { Frame } from '../store/records.ts';
import { deliver } from './outcome.ts';
import { known, type Session } from './session.ts';
import { setTimer, TOKEN_PREFIX } from './task.ts';

/** Completes the task that waits for the token. */
export function sendSuccess(session: Session, token: string, output: string): void {
  const result = tryParseJson(output);
  if (result === undefined) throw new ServiceError('InvalidOutput', "Invalid Output: 'The output is not JSON'");
  if (byteLength(result) > MAX_PAYLOAD_BYTES)
    throw new ServiceError('InvalidOutput', "Invalid Output: 'The output is too large'");
  deliver(session, waiting(session, token), { ok: true, result });
}

/** Fails the task that waits for the token. */
export function sendFailure(
  session: Session,
  token: string,
  failure: { error: string | undefined; cause: string | undefined },
): void {
  const error = failure.error ?? StatesErrors.taskFailed;
  deliver(session, waiting(session, token), { ok: false, error, cause: failure.cause });
}

/** Starts the heartbeat's time anew. */
export function sendHeartbeat(session: Session, token: string): void {
  const frame = waiting(session, token);
  session.store.clearHeartbeat(frame.id);
  setTimer(session, frame, 'heartbeat', frame.call?.heartbeatSeconds);
}

function waiting(session: Session, text: string): Frame {
  if (!text.startsWith(TOKEN_PREFIX)) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  const token = session.store.token(text);
  if (token === undefined) throw new ServiceError('TaskDoesNotExist', "Task does not exist: 'No task has this token'");
  // AWS tells a spent token and an expired one apart as little as this: both are TaskTimedOut.
  if (!token.open) throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  return known(session.store.frame(token.frameId), `frame ${token.frameId}`);
}
