import { evaluate, type Scope } from '../expression/evaluate.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Frame } from '../store/records.ts';
import { removeChildren } from './fan-out.ts';
import { endFrame } from './finish.ts';
import { recordExited } from './history.ts';
import { closeAttempt } from './outcome.ts';
import { limitSize } from './scope.ts';
import { type Session, stateOf, wake } from './session.ts';

interface Leaving {
  scope: Scope;
  /** The state's own Assign and Output, or those of the rule or catcher that was taken. */
  shaping: { assign: JsonObject | undefined; output: Json | undefined };
  /** Field prefix for errors: '' for the state itself, `Catch[0]/` for a catcher. */
  prefix: string;
  otherwise: Json;
  next: string | undefined;
}

/**
 * Leaves a state: Assign and Output both see the variables as they were, then the variables change together, then the next
 * state is entered or the frame ends.
 */
export async function leaveState(session: Session, frame: Frame, leaving: Leaving): Promise<void> {
  const { scope, shaping, prefix, otherwise, next } = leaving;
  const assign = await evaluate(shaping.assign ?? {}, scope, `${prefix}Assign`);
  const output = shaping.output === undefined ? otherwise : await evaluate(shaping.output, scope, `${prefix}Output`);
  const assigned = isJsonObject(assign) ? assign : {};
  limitSize(assigned, `The variables assigned by '${frame.stateName}'`);
  limitSize(output, `The output of '${frame.stateName}'`);
  closeAttempt(session, frame);
  removeChildren(session, frame);
  recordExited(session, frame, stateOf(session, frame).type, { output, assigned });
  frame.variables = { ...frame.variables, ...assigned };
  if (next === undefined) endFrame(session, frame, output);
  else goTo(session, frame, next, output);
}

function goTo(session: Session, frame: Frame, stateName: string, input: Json): void {
  frame.stateName = stateName;
  frame.input = input;
  frame.enteredEventId = 0;
  frame.retryCount = 0;
  frame.retries = [];
  frame.outcome = undefined;
  wake(session, frame, 'enter');
}
