import { createHash } from 'node:crypto';
import { describeProblems, parseDefinition } from '../definition/parse.ts';
import { ServiceError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { known, type Session } from '../run/session.ts';
import { checkName } from '../run/start.ts';
import type { Machine, Revision } from '../store/records.ts';
import { epochSeconds, type Input } from './input.ts';

export function machineOf(session: Session, arn: string): Machine {
  if (!/^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:[^:]+$/.test(arn))
    throw new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`);
  const machine = session.store.machine(arn);
  if (machine === undefined)
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

/** Idempotent: the same name with the same definition and role gives the machine that is there. */
export function createStateMachine(session: Session, input: Input): Json {
  const name = input.text('name');
  checkName(name);
  const type = input.optionalText('type') ?? 'STANDARD';
  if (type !== 'STANDARD')
    throw new ServiceError('StateMachineTypeNotSupported', `${type} is not supported by this runtime`);
  const definition = checkedDefinition(input.text('definition'));
  const arn = `arn:aws:states:${session.region}:${session.accountId}:stateMachine:${name}`;
  const revision = saveRevision(session, { machineArn: arn, definition, roleArn: input.text('roleArn') });
  const existing = session.store.machine(arn);
  if (existing !== undefined && existing.revisionId !== revision.id) {
    throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
  }
  const machine = existing ?? newMachine(session, { arn, name, revision, input });
  return { stateMachineArn: arn, creationDate: epochSeconds(machine.createdAt) };
}

interface NewMachine {
  arn: string;
  name: string;
  revision: Revision;
  input: Input;
}

function newMachine(session: Session, { arn, name, revision, input }: NewMachine): Machine {
  const machine: Machine = {
    arn,
    name,
    roleArn: revision.roleArn,
    revisionId: revision.id,
    createdAt: session.now,
    updatedAt: session.now,
    settings: settingsOf(input),
    tags: readTags(input.list('tags')),
  };
  session.store.saveMachine(machine);
  return machine;
}

/** Running executions keep the revision they started with. */
export function updateStateMachine(session: Session, input: Input): Json {
  const machine = machineOf(session, input.text('stateMachineArn'));
  const current = known(session.store.revision(machine.revisionId), machine.revisionId);
  const text = input.optionalText('definition');
  const definition = text === undefined ? current.definition : checkedDefinition(text);
  const roleArn = input.optionalText('roleArn') ?? current.roleArn;
  const revision = saveRevision(session, { machineArn: machine.arn, definition, roleArn });
  machine.revisionId = revision.id;
  machine.roleArn = roleArn;
  machine.updatedAt = session.now;
  machine.settings = { ...machine.settings, ...settingsOf(input) };
  session.store.saveMachine(machine);
  return { updateDate: epochSeconds(machine.updatedAt), revisionId: revision.id };
}

export function describeStateMachine(session: Session, input: Input): Json {
  const machine = machineOf(session, input.text('stateMachineArn'));
  const revision = known(session.store.revision(machine.revisionId), machine.revisionId);
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: revision.definition,
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: epochSeconds(machine.createdAt),
    revisionId: revision.id,
    ...machine.settings,
  };
}

export function listStateMachines(session: Session): Json {
  const stateMachines = session.store.machines().map(({ arn, name, createdAt }) => ({
    stateMachineArn: arn,
    name,
    type: 'STANDARD',
    creationDate: epochSeconds(createdAt),
  }));
  return { stateMachines };
}

export function describeStateMachineForExecution(session: Session, input: Input): Json {
  const arn = input.text('executionArn');
  const execution = session.store.execution(arn);
  if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  const machine = known(session.store.machine(execution.machineArn), execution.machineArn);
  const revision = known(session.store.revision(execution.revisionId), execution.revisionId);
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    definition: revision.definition,
    roleArn: revision.roleArn,
    updateDate: epochSeconds(revision.createdAt),
    revisionId: revision.id,
    ...machine.settings,
  };
}

export function listTagsForResource(session: Session, input: Input): Json {
  const { tags } = taggedMachine(session, input.text('resourceArn'));
  return { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) };
}

export function tagResource(session: Session, input: Input): Json {
  const machine = taggedMachine(session, input.text('resourceArn'));
  machine.tags = { ...machine.tags, ...readTags(input.list('tags')) };
  session.store.saveMachine(machine);
  return {};
}

function taggedMachine(session: Session, arn: string): Machine {
  const machine = session.store.machine(arn);
  if (machine === undefined) throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
  return machine;
}

function readTags(list: Json[]): Record<string, string> {
  return Object.fromEntries(list.filter(isJsonObject).map(({ key, value }) => [String(key), String(value ?? '')]));
}

const SETTINGS = ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration'];

function settingsOf(input: Input): JsonObject {
  return Object.fromEntries(
    SETTINGS.flatMap((name) => {
      const value = input.object(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function checkedDefinition(definition: string): string {
  const result = parseDefinition(definition);
  if (!result.ok) throw new ServiceError('InvalidDefinition', describeProblems(result.problems));
  return definition;
}

/** A revision is named by what it says, so saying the same again makes no second one. */
function saveRevision(session: Session, content: Pick<Revision, 'machineArn' | 'definition' | 'roleArn'>): Revision {
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
  const existing = session.store.revision(id);
  if (existing !== undefined) return existing;
  const revision: Revision = { id, ...content, createdAt: session.now };
  session.store.saveRevision(revision);
  return revision;
}
