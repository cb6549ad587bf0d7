import type { ChoiceState, FailState, State, SucceedState, WaitState } from '../definition/types.ts';
import { StateFailure, StatesErrors } from '../errors.ts';
import type { Frame } from '../store/records.ts';
import { leaveState } from './exit.ts';
import { startMap, startParallel } from './fan-out.ts';
import { closeExecution } from './finish.ts';
import { recordEntered } from './history.ts';
import { limitSize, scopeOf } from './scope.ts';
import { executionOf, type Session, stateOf } from './session.ts';
import { complete, handleFailure, settle } from './settle.ts';
import { scheduleTask } from './task.ts';
import { condition, text, timestamp, waitSeconds } from './values.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-execution-history */
const MAX_EVENTS = 25_000;
/** Room for the events of one turn and the closing event. */
const EVENTS_OF_A_TURN = 50;

/** Does what a frame has to do next, if it has: a frame that was stopped meanwhile, or that waits, is left alone. */
export async function advance(session: Session, frameId: number): Promise<void> {
  const frame = session.store.frame(frameId);
  if (frame === undefined || !['enter', 'run', 'settle'].includes(frame.phase)) return;
  if (session.store.lastEventId(frame.executionArn) > MAX_EVENTS - EVENTS_OF_A_TURN) {
    stopForHistory(session, frame);
    return;
  }
  try {
    if (frame.phase === 'settle') await settle(session, frame);
    else await run(session, frame);
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    await handleFailure(session, frame, error);
  }
}

/** A loop without an end must end: AWS closes an execution whose history is full. */
function stopForHistory(session: Session, frame: Frame): void {
  const cause = `The execution reached the maximum number of history events (${MAX_EVENTS}).`;
  const failure = { error: StatesErrors.runtime, cause };
  closeExecution(session, executionOf(session, frame), { status: 'FAILED', failure });
}

async function run(session: Session, frame: Frame): Promise<void> {
  const state = stateOf(session, frame);
  if (frame.enteredEventId === 0) {
    frame.enteredAt = session.now;
    recordEntered(session, frame, state.type);
  }
  frame.attempt += 1;
  frame.phase = 'run';
  await carryOut(session, frame, state);
}

async function carryOut(session: Session, frame: Frame, state: State): Promise<void> {
  switch (state.type) {
    case 'Pass':
      return complete(session, frame, state);
    case 'Task':
      return scheduleTask(session, frame, state);
    case 'Choice':
      return choose(session, frame, state);
    case 'Wait':
      return wait(session, frame, state);
    case 'Succeed':
      return succeed(session, frame, state);
    case 'Fail':
      return fail(session, frame, state);
    case 'Parallel':
      return startParallel(session, frame, state);
    case 'Map':
      return startMap(session, frame, state);
  }
}

async function choose(session: Session, frame: Frame, state: ChoiceState): Promise<void> {
  const scope = scopeOf(session, frame);
  const otherwise = frame.input;
  for (const [index, rule] of state.choices.entries()) {
    if (!(await condition(rule.condition, scope, `Choices[${index}]/Condition`))) continue;
    return leaveState(session, frame, {
      scope,
      shaping: rule,
      prefix: `Choices[${index}]/`,
      otherwise,
      next: rule.next,
    });
  }
  if (state.default === undefined) {
    throw new StateFailure({ error: StatesErrors.noChoiceMatched, cause: `${scope.where}No choice rule matched.` });
  }
  return leaveState(session, frame, { scope, shaping: state, prefix: '', otherwise, next: state.default });
}

async function wait(session: Session, frame: Frame, state: WaitState): Promise<void> {
  const at = await waitUntil(session, frame, state);
  if (at <= session.now) return complete(session, frame, state);
  frame.phase = 'await';
  session.store.saveFrame(frame);
  session.store.addTimer({ executionArn: frame.executionArn, frameId: frame.id, kind: 'wait', at });
}

async function waitUntil(session: Session, frame: Frame, state: WaitState): Promise<number> {
  const scope = scopeOf(session, frame);
  if (state.timestamp !== undefined) return timestamp(state.timestamp, scope);
  return session.now + (await waitSeconds(state.seconds ?? 0, scope)) * 1000;
}

async function succeed(session: Session, frame: Frame, state: SucceedState): Promise<void> {
  const shaping = { assign: undefined, output: state.output };
  const scope = scopeOf(session, frame);
  await leaveState(session, frame, { scope, shaping, prefix: '', otherwise: frame.input, next: undefined });
}

async function fail(session: Session, frame: Frame, state: FailState): Promise<void> {
  const scope = scopeOf(session, frame);
  const error = state.error === undefined ? '' : await text(state.error, scope, 'Error');
  const cause = state.cause === undefined ? undefined : await text(state.cause, scope, 'Cause');
  limitSize(cause ?? null, `The cause of '${state.name}'`);
  throw new StateFailure({ error, cause });
}
