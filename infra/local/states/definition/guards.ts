import type { Visible } from '../expression/check.ts';
import type { Json, JsonObject } from '../json.ts';
import { type Fields, WITH_ERROR } from './fields.ts';
import type { Catcher, Retrier } from './types.ts';

const VARIABLE_NAME = /^[\p{ID_Start}][\p{ID_Continue}]{0,79}$/u;

/** Reads `Assign`; a name must be an identifier and cannot be the reserved `states`. */
function readAssign(fields: Fields, visible: Visible): JsonObject | undefined {
  fields.template('Assign', visible);
  const assign = fields.object('Assign');
  for (const name of Object.keys(assign ?? {})) {
    if (name === 'states') fields.problems.add(fields.at('Assign/states'), "'states' is a reserved name");
    else if (!VARIABLE_NAME.test(name)) fields.problems.add(fields.at(`Assign/${name}`), 'is not a variable name');
  }
  return assign;
}

/** Reads the two fields that shape what a state leaves behind. */
export function readShaping(
  fields: Fields,
  visible: Visible,
): { assign: JsonObject | undefined; output: Json | undefined } {
  return { assign: readAssign(fields, visible), output: fields.template('Output', visible) };
}

/** Reads `Next` or `End`: exactly one of the two. */
export function readOnward(fields: Fields): { next: string | undefined } {
  const next = fields.text('Next');
  const end = fields.raw('End');
  if (end !== undefined && end !== true) fields.problems.add(fields.at('End'), 'must be true');
  if ((end === undefined) === !fields.has('Next'))
    fields.problems.add(fields.path, 'needs exactly one of Next and End');
  return { next };
}

/** Reads `Retry` and `Catch`. */
export function readGuards(fields: Fields): { retry: Retrier[]; catch: Catcher[] } {
  const retriers = fields.list('Retry');
  const catchers = fields.list('Catch');
  return {
    retry: retriers.map((item, index) => readRetrier(item, index === retriers.length - 1)),
    catch: catchers.map((item, index) => readCatcher(item, index === catchers.length - 1)),
  };
}

function readRetrier(fields: Fields, last: boolean): Retrier {
  const jitter = fields.text('JitterStrategy');
  if (jitter !== undefined && jitter !== 'NONE' && jitter !== 'FULL') {
    fields.problems.add(fields.at('JitterStrategy'), 'must be NONE or FULL');
  }
  const retrier: Retrier = {
    errorEquals: readErrorEquals(fields, last),
    intervalSeconds: fields.number('IntervalSeconds', 1, 1),
    maxAttempts: fields.number('MaxAttempts', 3, 0),
    backoffRate: fields.number('BackoffRate', 2, 1),
    maxDelaySeconds: fields.optionalNumber('MaxDelaySeconds', 1),
    fullJitter: jitter === 'FULL',
  };
  if (retrier.maxDelaySeconds !== undefined && retrier.maxDelaySeconds <= retrier.intervalSeconds) {
    fields.problems.add(fields.at('MaxDelaySeconds'), 'must be greater than IntervalSeconds');
  }
  fields.finish();
  return retrier;
}

function readCatcher(fields: Fields, last: boolean): Catcher {
  const catcher: Catcher = {
    errorEquals: readErrorEquals(fields, last),
    next: fields.requiredText('Next'),
    ...readShaping(fields, WITH_ERROR),
  };
  fields.finish();
  return catcher;
}

function readErrorEquals(fields: Fields, last: boolean): string[] {
  const value = fields.raw('ErrorEquals');
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  if (!Array.isArray(value) || names.length === 0 || names.length !== value.length) {
    fields.problems.add(fields.at('ErrorEquals'), 'must be a list of at least one error name');
  }
  if (names.includes('States.ALL') && (names.length > 1 || !last)) {
    fields.problems.add(fields.at('ErrorEquals'), 'States.ALL must stand alone, in the last entry');
  }
  return names;
}
