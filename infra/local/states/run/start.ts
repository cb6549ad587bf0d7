import { randomUUID } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { isJsonObject, type Json, MAX_PAYLOAD_BYTES, parseJson, tryParseJson } from '../json.ts';
import type { Execution } from '../store/records.ts';
import { newFrame } from './fan-out.ts';
import { recordExecution } from './history.ts';
import { known, type Session, wake } from './session.ts';

export interface StartRequest {
  machineArn: string;
  name: string | undefined;
  /** JSON text */
  input: string;
  awaitedBy?: Execution['awaitedBy'];
}

/**
 * Starts an execution, or hands back the running one of the same name and input: StartExecution is idempotent for Standard
 * workflows. https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export function startExecution(session: Session, request: StartRequest): Execution {
  const machine = session.store.machine(request.machineArn);
  if (machine === undefined) {
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${request.machineArn}'`);
  }
  const name = request.name ?? randomUUID();
  checkName(name);
  checkInput(request.input);
  const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
  const existing = session.store.execution(arn);
  if (existing !== undefined) {
    if (existing.status === 'RUNNING' && sameJson(existing.input, request.input)) return existing;
    throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }
  return create(session, { arn, name, machineArn: machine.arn, revisionId: machine.revisionId }, request);
}

type Identity = Pick<Execution, 'arn' | 'name' | 'machineArn' | 'revisionId'>;

function create(session: Session, identity: Identity, { input, awaitedBy }: StartRequest): Execution {
  const execution: Execution = {
    ...identity,
    status: 'RUNNING',
    input,
    output: undefined,
    failure: undefined,
    startedAt: session.now,
    stoppedAt: undefined,
    redriveCount: 0,
    redrivenAt: undefined,
    awaitedBy,
  };
  session.store.saveExecution(execution);
  const { roleArn } = known(session.store.revision(identity.revisionId), identity.revisionId);
  const details = { input, inputDetails: { truncated: false }, roleArn };
  recordExecution(session, execution.arn, 'ExecutionStarted', ['executionStartedEventDetails', details]);
  const { flow, timeoutSeconds } = session.definitionOf(identity.revisionId);
  if (timeoutSeconds !== undefined) {
    const at = session.now + timeoutSeconds * 1000;
    session.store.addTimer({ executionArn: execution.arn, frameId: undefined, kind: 'execution', at });
  }
  const start = {
    executionArn: execution.arn,
    stateName: flow.startAt,
    input: parseJson(input),
    parentId: undefined,
    index: 0,
  };
  wake(session, newFrame(session, start), 'enter');
  return execution;
}

/** 1 to 80 characters, none of those that AWS names as breaking CloudWatch or ARNs. */
export function checkName(name: string): void {
  const valid = name.length >= 1 && name.length <= 80 && !FORBIDDEN_IN_NAME.test(name);
  if (!valid) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
}

const FORBIDDEN_IN_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

function checkInput(input: string): void {
  if (Buffer.byteLength(input) > MAX_PAYLOAD_BYTES) {
    throw new ServiceError('InvalidExecutionInput', "Invalid State Machine Execution Input: 'The input is too large'");
  }
  if (tryParseJson(input) === undefined) {
    throw new ServiceError('InvalidExecutionInput', "Invalid State Machine Execution Input: 'The input is not JSON'");
  }
}

function sameJson(left: string, right: string): boolean {
  return left === right || JSON.stringify(sorted(parseJson(left))) === JSON.stringify(sorted(parseJson(right)));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
