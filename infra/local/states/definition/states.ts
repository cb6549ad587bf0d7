import { isExpression } from '../expression/delimiters.ts';
import { isJsonObject, type Json } from '../json.ts';
import { RFC_3339 } from '../timestamp.ts';
import { type Fields, INPUT_ONLY, WITH_RESULT } from './fields.ts';
import { readGuards, readOnward, readShaping } from './guards.ts';
import { integrationOf, SUPPORTED_RESOURCES } from './resources.ts';
import type { ChoiceRule, Flow, MapState, ParallelState, State, TaskState, WaitState } from './types.ts';

/** Reads a nested list of states; given by the parser, which keeps the books on names and scopes. */
export type ReadFlow = (fields: Fields) => Flow;

/** Reads one state; undefined when its type is not one of the language's. */
export function readState(name: string, fields: Fields, readFlow: ReadFlow): State | undefined {
  const type = fields.requiredText('Type');
  const language = fields.raw('QueryLanguage');
  if (language !== undefined && language !== 'JSONata') {
    fields.problems.add(fields.at('QueryLanguage'), 'must be JSONata');
  }
  const state = readTyped(type, name, fields, readFlow);
  if (state === undefined) {
    if (type !== '') fields.problems.add(fields.at('Type'), `unknown state type ${type}`);
    return undefined;
  }
  fields.finish();
  return state;
}

function readTyped(type: string, name: string, fields: Fields, readFlow: ReadFlow): State | undefined {
  switch (type) {
    case 'Pass':
      return { type, name, ...readShaping(fields, INPUT_ONLY), ...readOnward(fields) };
    case 'Task':
      return readTask(name, fields);
    case 'Choice':
      return readChoice(name, fields);
    case 'Wait':
      return readWait(name, fields);
    case 'Succeed':
      return { type, name, output: fields.template('Output', INPUT_ONLY) };
    case 'Fail':
      return { type, name, error: fields.string('Error'), cause: fields.string('Cause') };
    case 'Parallel':
      return readParallel(name, fields, readFlow);
    case 'Map':
      return readMap(name, fields, readFlow);
    default:
      return undefined;
  }
}

function readTask(name: string, fields: Fields): TaskState {
  const state: TaskState = {
    type: 'Task',
    name,
    resource: fields.requiredText('Resource'),
    arguments: fields.template('Arguments', INPUT_ONLY),
    timeoutSeconds: fields.numberOrExpression('TimeoutSeconds', 1),
    heartbeatSeconds: fields.numberOrExpression('HeartbeatSeconds', 1),
    ...readShaping(fields, WITH_RESULT),
    ...readOnward(fields),
    ...readGuards(fields),
  };
  checkResource(state, fields);
  const { timeoutSeconds: timeout, heartbeatSeconds: heartbeat } = state;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    fields.problems.add(fields.at('HeartbeatSeconds'), 'must be smaller than TimeoutSeconds');
  }
  return state;
}

function checkResource(state: TaskState, fields: Fields): void {
  const integration = integrationOf(state.resource);
  if (integration === undefined) {
    if (state.resource !== '') {
      const known = SUPPORTED_RESOURCES.join(', ');
      fields.problems.add(fields.at('Resource'), `${state.resource} is not supported; supported are ${known}`);
    }
    return;
  }
  checkArguments(state.arguments, [...integration.required], [...integration.optional], fields);
  const readsToken = JSON.stringify(state.arguments ?? null).includes('$states.context.Task.Token');
  if (integration.pattern === 'token' && !readsToken && !isExpressionValue(state.arguments)) {
    fields.problems.add(fields.at('Arguments'), 'never pass on $states.context.Task.Token, so nobody could answer');
  }
  if (integration.pattern !== 'token' && readsToken) {
    fields.problems.add(fields.at('Arguments'), '$states.context.Task.Token exists with .waitForTaskToken only');
  }
}

function isExpressionValue(value: Json | undefined): boolean {
  return typeof value === 'string' && isExpression(value);
}

function checkArguments(value: Json | undefined, required: string[], optional: string[], fields: Fields): void {
  // Arguments that are one whole expression can be judged only when it has been evaluated.
  if (isExpressionValue(value)) return;
  const given = isJsonObject(value) ? value : {};
  for (const key of required) {
    if (!Object.hasOwn(given, key)) fields.problems.add(fields.at('Arguments'), `${key} is missing`);
  }
  for (const key of Object.keys(given)) {
    if (![...required, ...optional].includes(key))
      fields.problems.add(fields.at(`Arguments/${key}`), 'is not supported here');
  }
}

function readChoice(name: string, fields: Fields): State {
  const rules = fields.list('Choices');
  if (rules.length === 0) fields.problems.add(fields.at('Choices'), 'needs at least one rule');
  return {
    type: 'Choice',
    name,
    choices: rules.map(readRule),
    default: fields.text('Default'),
    ...readShaping(fields, INPUT_ONLY),
  };
}

function readRule(fields: Fields): ChoiceRule {
  const condition = fields.template('Condition', INPUT_ONLY);
  if (typeof condition !== 'boolean' && !isExpressionValue(condition)) {
    fields.problems.add(fields.path, 'Condition must be a JSONata expression or a boolean');
  }
  const rule = { condition: condition ?? false, next: fields.requiredText('Next'), ...readShaping(fields, INPUT_ONLY) };
  fields.finish();
  return rule;
}

function readWait(name: string, fields: Fields): WaitState {
  const timestamp = fields.string('Timestamp');
  if (timestamp !== undefined && !isExpression(timestamp) && !RFC_3339.test(timestamp)) {
    fields.problems.add(fields.at('Timestamp'), 'is not an RFC 3339 timestamp');
  }
  if (fields.has('Seconds') === fields.has('Timestamp')) {
    fields.problems.add(fields.path, 'needs exactly one of Seconds and Timestamp');
  }
  return {
    type: 'Wait',
    name,
    seconds: fields.numberOrExpression('Seconds', 0),
    timestamp,
    ...readShaping(fields, INPUT_ONLY),
    ...readOnward(fields),
  };
}

function readParallel(name: string, fields: Fields, readFlow: ReadFlow): ParallelState {
  const branches = fields.list('Branches');
  if (branches.length === 0) fields.problems.add(fields.at('Branches'), 'needs at least one branch');
  return {
    type: 'Parallel',
    name,
    arguments: fields.template('Arguments', INPUT_ONLY),
    branches: branches.map(readBranch(readFlow)),
    ...readShaping(fields, WITH_RESULT),
    ...readOnward(fields),
    ...readGuards(fields),
  };
}

function readBranch(readFlow: ReadFlow): (fields: Fields) => Flow {
  return (fields) => {
    const flow = readFlow(fields);
    fields.finish();
    return flow;
  };
}

function readMap(name: string, fields: Fields, readFlow: ReadFlow): MapState {
  const items = fields.template('Items', INPUT_ONLY);
  if (items !== undefined && !Array.isArray(items) && !isExpressionValue(items)) {
    fields.problems.add(fields.at('Items'), 'must be an array or a JSONata expression');
  }
  return {
    type: 'Map',
    name,
    items,
    itemSelector: fields.template('ItemSelector', INPUT_ONLY),
    maxConcurrency: fields.numberOrExpression('MaxConcurrency', 0),
    processor: readProcessor(fields, readFlow),
    ...readShaping(fields, WITH_RESULT),
    ...readOnward(fields),
    ...readGuards(fields),
  };
}

function readProcessor(fields: Fields, readFlow: ReadFlow): Flow {
  const processor = fields.child('ItemProcessor');
  if (processor === undefined) return { startAt: '', states: [] };
  const mode = processor.child('ProcessorConfig', true);
  if (mode !== undefined) {
    if ((mode.text('Mode') ?? 'INLINE') !== 'INLINE')
      mode.problems.add(mode.at('Mode'), 'only INLINE maps are supported');
    mode.finish();
  }
  return readBranch(readFlow)(processor);
}
