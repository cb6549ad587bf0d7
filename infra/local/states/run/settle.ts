import { type Catcher, type GuardedState, isGuarded, type OnwardState, type Retrier } from '../definition/types.ts';
import { type Failure, matchesError, StateFailure } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Frame } from '../store/records.ts';
import { leaveState } from './exit.ts';
import { removeChildren } from './fan-out.ts';
import { failFrame } from './finish.ts';
import { recordEvaluationFailed } from './history.ts';
import { closeAttempt } from './outcome.ts';
import { scopeOf } from './scope.ts';
import { known, type Session, stateOf } from './session.ts';

/** Turns the outcome of a Task, Parallel or Map, or the end of a Wait, into what comes after it. */
export async function settle(session: Session, frame: Frame): Promise<void> {
  const outcome = known(frame.outcome, `the outcome of ${frame.stateName}`);
  if (!outcome.ok) throw new StateFailure({ error: outcome.error, cause: outcome.cause });
  const state = stateOf(session, frame);
  if (isGuarded(state)) await complete(session, frame, state, outcome.result);
  else if (state.type === 'Pass' || state.type === 'Wait') await complete(session, frame, state);
}

/** Leaves a state by its Next. Without an Output, the result goes on; without a result, the input does. */
export async function complete(session: Session, frame: Frame, state: OnwardState, result?: Json): Promise<void> {
  const scope = scopeOf(session, frame, result === undefined ? {} : { result });
  await leaveState(session, frame, {
    scope,
    shaping: state,
    prefix: '',
    otherwise: result ?? frame.input,
    next: state.next,
  });
}

/** What becomes of a state that has failed: tried again, caught, or passed on to what is around it. */
export async function handleFailure(session: Session, frame: Frame, failure: StateFailure): Promise<void> {
  noteEvaluation(session, frame, failure);
  const state = stateOf(session, frame);
  const { error } = failure.failure;
  if (isGuarded(state)) {
    if (retry(session, frame, state, error)) return;
    const index = state.catch.findIndex((entry) => matchesError(entry.errorEquals, error));
    const catcher = state.catch[index];
    if (catcher !== undefined) {
      await takeCatcher(session, frame, { catcher, index, failure: failure.failure });
      return;
    }
  }
  failFrame(session, frame, failure.failure);
}

function noteEvaluation(session: Session, frame: Frame, failure: StateFailure): void {
  if (failure.location !== undefined) recordEvaluationFailed(session, frame, failure.failure, failure.location);
}

/** Only the first retrier that names the error counts; when its attempts are used up, the catchers have their turn. */
function retry(session: Session, frame: Frame, state: GuardedState, error: string): boolean {
  const index = state.retry.findIndex((entry) => matchesError(entry.errorEquals, error));
  const retrier = state.retry[index];
  if (retrier === undefined) return false;
  const used = frame.retries[index] ?? 0;
  if (used >= retrier.maxAttempts) return false;
  frame.retries = state.retry.map((_, position) => (frame.retries[position] ?? 0) + (position === index ? 1 : 0));
  frame.retryCount += 1;
  closeAttempt(session, frame);
  removeChildren(session, frame);
  frame.outcome = undefined;
  frame.phase = 'await';
  session.store.saveFrame(frame);
  const at = session.now + Math.round(delaySeconds(retrier, used) * 1000);
  session.store.addTimer({ executionArn: frame.executionArn, frameId: frame.id, kind: 'retry', at });
  return true;
}

function delaySeconds(retrier: Retrier, used: number): number {
  const backedOff = retrier.intervalSeconds * retrier.backoffRate ** used;
  const delay = Math.min(backedOff, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return retrier.fullJitter ? delay * Math.random() : delay;
}

interface Caught {
  catcher: Catcher;
  index: number;
  failure: Failure;
}

async function takeCatcher(session: Session, frame: Frame, { catcher, index, failure }: Caught): Promise<void> {
  const errorOutput: JsonObject = { Error: failure.error };
  if (failure.cause !== undefined) errorOutput.Cause = failure.cause;
  const scope = scopeOf(session, frame, { errorOutput });
  const prefix = `Catch[${index}]/`;
  try {
    await leaveState(session, frame, { scope, shaping: catcher, prefix, otherwise: errorOutput, next: catcher.next });
  } catch (error) {
    // A catcher that cannot compute its own output is not caught again.
    if (!(error instanceof StateFailure)) throw error;
    noteEvaluation(session, frame, error);
    failFrame(session, frame, error.failure);
  }
}
