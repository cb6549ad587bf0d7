import { evaluate, evaluationFailure, type Scope } from '../expression/evaluate.ts';

/** A field that takes a whole number or an expression that gives one, such as TimeoutSeconds. */
export async function wholeNumber(template: number | string, scope: Scope, field: string): Promise<number> {
  const value = await evaluate(template, scope, field);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw evaluationFailure(
    scope,
    field,
    `The field '${field}' must evaluate to a whole number of at least 0, not ${JSON.stringify(value)}.`,
  );
}

/** A field that takes a string, such as Error of a Fail state. */
export async function text(template: string, scope: Scope, field: string): Promise<string> {
  const value = await evaluate(template, scope, field);
  if (typeof value === 'string') return value;
  throw evaluationFailure(
    scope,
    field,
    `The field '${field}' must evaluate to a string, not ${JSON.stringify(value)}.`,
  );
}
