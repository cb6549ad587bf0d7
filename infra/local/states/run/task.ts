import { randomBytes } from 'node:crypto';
import { type Integration, integrationOf } from '../definition/resources.ts';
import type { TaskState } from '../definition/types.ts';
import { StateFailure, StatesErrors } from '../errors.ts';
import { evaluate, type Scope } from '../expression/evaluate.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Frame, TimerKind } from '../store/records.ts';
import { record } from './history.ts';
import { resourceContent } from './outcome.ts';
import { limitSize, scopeOf } from './scope.ts';
import { known, type Session } from './session.ts';
import { timeLimit } from './values.ts';

/** Every token of this engine begins so: what does not was never one, and is answered with InvalidToken. */
export const TOKEN_PREFIX = 'AAAAKgAAAAIAAAAAAAAAA';

/** Schedules a Task's call; it is made after this turn is durable, so a crash can repeat it but never lose it. */
export async function scheduleTask(session: Session, frame: Frame, state: TaskState): Promise<void> {
  const integration = known(integrationOf(state.resource), state.resource);
  const token = integration.pattern === 'token' ? `${TOKEN_PREFIX}${randomBytes(96).toString('base64')}` : undefined;
  const scope = scopeOf(session, frame, { token });
  const parameters = await callParameters(state, integration, scope);
  const timeout = await timeLimit(state.timeoutSeconds, scope, 'TimeoutSeconds');
  const heartbeatSeconds = await timeLimit(state.heartbeatSeconds, scope, 'HeartbeatSeconds');
  recordScheduled(session, frame, state, { parameters, timeout, heartbeatSeconds });
  frame.phase = 'await';
  frame.call = { resource: state.resource, parameters, token, heartbeatSeconds, submitted: false, childArn: undefined };
  session.store.saveFrame(frame);
  const { executionArn, attempt, id: frameId } = frame;
  if (token !== undefined) session.store.saveToken({ token, frameId, executionArn, attempt, open: true });
  setTimer(session, frame, 'timeout', timeout);
  setTimer(session, frame, 'heartbeat', heartbeatSeconds);
  session.after({ kind: 'call', frameId, attempt });
}

/** Sets a timer of the present try of a state; none when the definition sets no limit. */
export function setTimer(session: Session, frame: Frame, kind: TimerKind, seconds: number | undefined): void {
  if (seconds === undefined) return;
  const { executionArn, id: frameId } = frame;
  session.store.addTimer({ executionArn, frameId, kind, at: session.now + seconds * 1000 });
}

async function callParameters(state: TaskState, integration: Integration, scope: Scope): Promise<JsonObject> {
  const parameters = await evaluate(state.arguments ?? {}, scope, 'Arguments');
  limitSize(parameters, `The arguments of '${state.name}'`);
  const given = isJsonObject(parameters) ? parameters : {};
  const allowed = [...integration.required, ...integration.optional];
  const missing = integration.required.filter((key) => given[key] === undefined);
  const unknown = Object.keys(given).filter((key) => !allowed.includes(key));
  if (missing.length === 0 && unknown.length === 0) return given;
  const cause = `${scope.where}Arguments of ${state.resource}: missing [${missing}], not supported [${unknown}]`;
  throw new StateFailure({ error: StatesErrors.runtime, cause });
}

interface Scheduled {
  parameters: JsonObject;
  timeout: number | undefined;
  heartbeatSeconds: number | undefined;
}

function recordScheduled(session: Session, frame: Frame, state: TaskState, scheduled: Scheduled): void {
  const resource = resourceContent(state.resource);
  const { parameters, timeout, heartbeatSeconds } = scheduled;
  record(session, frame, 'TaskScheduled', [
    'taskScheduledEventDetails',
    {
      ...resource,
      region: session.region,
      parameters: JSON.stringify(parameters),
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: heartbeatSeconds }),
    },
  ]);
  record(session, frame, 'TaskStarted', ['taskStartedEventDetails', resource]);
}
