import { StateFailure, StatesErrors } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject, toJson } from '../json.ts';
import { compile, describeError } from './compile.ts';
import { expressionSource, isExpression } from './delimiters.ts';
import { stepFunctionsBindings } from './functions.ts';

/** What an expression sees: `$states`, the variables in scope, and the moved clock. */
export interface Scope {
  states: JsonObject;
  variables: JsonObject;
  now: number;
  /** Opens the cause of a failure as AWS writes it: which state, entered at which event. */
  where: string;
}

/**
 * Evaluates a value of the definition: every `{% %}` string in it, however deep, everything else as it stands.
 * `field` names the place for the error, as AWS does (`Output/total`, `Choices[1]/Condition`).
 * Throws StateFailure with States.QueryEvaluationError.
 */
export async function evaluate(template: Json, scope: Scope, field: string): Promise<Json> {
  if (typeof template === 'string') {
    return isExpression(template) ? evaluateExpression(expressionSource(template), scope, field) : template;
  }
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) items.push(await evaluate(item, scope, `${field}[${index}]`));
    return items;
  }
  if (!isJsonObject(template)) return template;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(template)) result[key] = await evaluate(value, scope, `${field}/${key}`);
  return result;
}

async function evaluateExpression(source: string, scope: Scope, field: string): Promise<Json> {
  const bindings = { ...stepFunctionsBindings(scope.now), ...scope.variables, states: scope.states };
  let result: unknown;
  try {
    result = await compile(source).evaluate(undefined, bindings);
  } catch (error) {
    throw queryFailure(scope, source, field, `threw an error during evaluation. ${describeError(error)}`);
  }
  if (result === undefined) throw queryFailure(scope, source, field, 'returned nothing (undefined).');
  if (isFunction(result)) throw queryFailure(scope, source, field, 'returned an unsupported result type.');
  return toJson(result);
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value);
}

function queryFailure(scope: Scope, source: string, field: string, what: string): StateFailure {
  return evaluationFailure(
    scope,
    field,
    `The JSONata expression '${source}' specified for the field '${field}' ${what}`,
  );
}

/** A result that the field cannot take, such as a Condition that is not a boolean. */
export function evaluationFailure(scope: Scope, field: string, message: string): StateFailure {
  return new StateFailure({ error: StatesErrors.queryEvaluation, cause: `${scope.where}${message}` }, field);
}
