import { ServiceError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { closeExecution } from '../run/finish.ts';
import { notRedrivable, redrive } from '../run/redrive.ts';
import type { Session } from '../run/session.ts';
import { startExecution } from '../run/start.ts';
import { sendFailure, sendHeartbeat, sendSuccess } from '../run/tokens.ts';
import type { Execution } from '../store/records.ts';
import { epochSeconds, type Input, pageToken } from './input.ts';
import { machineOf } from './machines.ts';

export function executionNamed(session: Session, arn: string): Execution {
  if (!/^arn:[^:]+:states:[^:]*:[^:]*:execution:[^:]+:[^:]+$/.test(arn))
    throw new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`);
  const execution = session.store.execution(arn);
  if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}

export function start(session: Session, input: Input): Json {
  const { arn: machineArn } = machineOf(session, input.text('stateMachineArn'));
  const request = { machineArn, name: input.optionalText('name'), input: input.optionalText('input') ?? '{}' };
  const execution = startExecution(session, request);
  return { executionArn: execution.arn, startDate: epochSeconds(execution.startedAt) };
}

/** Stopping what has already ended changes nothing. */
export function stop(session: Session, input: Input): Json {
  const execution = executionNamed(session, input.text('executionArn'));
  if (execution.status === 'RUNNING') {
    const failure = { error: input.optionalText('error') ?? '', cause: input.optionalText('cause') };
    closeExecution(session, execution, { status: 'ABORTED', failure });
  }
  return { stopDate: epochSeconds(execution.stoppedAt ?? session.now) };
}

export function redriveNamed(session: Session, input: Input): Json {
  const execution = executionNamed(session, input.text('executionArn'));
  redrive(session, execution, session.definitionOf(execution.revisionId).timeoutSeconds);
  return { redriveDate: epochSeconds(session.now) };
}

export function describe(session: Session, input: Input): Json {
  const execution = executionNamed(session, input.text('executionArn'));
  const { output, failure } = execution;
  return {
    ...summary(execution),
    input: execution.input,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
    ...(failure?.error === undefined ? {} : { error: failure.error }),
    ...(failure?.cause === undefined ? {} : { cause: failure.cause }),
    ...redriveState(session, execution),
  };
}

function redriveState(session: Session, execution: Execution): JsonObject {
  const reason = notRedrivable(session, execution);
  return reason === undefined
    ? { redriveStatus: 'REDRIVABLE' }
    : { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: reason };
}

function summary({
  arn,
  machineArn,
  name,
  status,
  startedAt,
  stoppedAt,
  redriveCount,
  redrivenAt,
}: Execution): JsonObject {
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: epochSeconds(startedAt),
    ...(stoppedAt === undefined ? {} : { stopDate: epochSeconds(stoppedAt) }),
    redriveCount,
    ...(redrivenAt === undefined ? {} : { redriveDate: epochSeconds(redrivenAt) }),
  };
}

/** Newest first. */
export function list(session: Session, input: Input): Json {
  const { arn } = machineOf(session, input.text('stateMachineArn'));
  const limit = input.pageSize(100);
  const before = input.pageStart() ?? Number.MAX_SAFE_INTEGER;
  const rows = session.store.executions(arn, input.optionalText('statusFilter'), { before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    executions: page.map(({ execution }) => summary(execution)),
    ...(rows.length > limit && last !== undefined ? { nextToken: pageToken(last.seq) } : {}),
  };
}

export function taskSuccess(session: Session, input: Input): Json {
  sendSuccess(session, input.text('taskToken'), input.text('output'));
  return {};
}

export function taskFailure(session: Session, input: Input): Json {
  const failure = { error: input.optionalText('error'), cause: input.optionalText('cause') };
  sendFailure(session, input.text('taskToken'), failure);
  return {};
}

export function taskHeartbeat(session: Session, input: Input): Json {
  sendHeartbeat(session, input.text('taskToken'));
  return {};
}
