import { evaluate, evaluationFailure, type Scope } from '../expression/evaluate.ts';
import { RFC_3339 } from '../timestamp.ts';

/** The most that Step Functions takes in any field of seconds: three years and two months. */
const MAX_SECONDS = 99_999_999;

/** MaxConcurrency: a whole number, where 0 means no limit. */
export function concurrency(template: number | string, scope: Scope): Promise<number> {
  return wholeNumber(template, { scope, field: 'MaxConcurrency', minimum: 0 });
}

/** Seconds of a Wait: 0 goes on at once. */
export function waitSeconds(template: number | string, scope: Scope): Promise<number> {
  return wholeNumber(template, { scope, field: 'Seconds', minimum: 0 });
}

/** TimeoutSeconds or HeartbeatSeconds: at least 1, so a computed time limit in the past is an error and not a limit. */
export async function timeLimit(
  template: number | string | undefined,
  scope: Scope,
  field: 'TimeoutSeconds' | 'HeartbeatSeconds',
): Promise<number | undefined> {
  return template === undefined ? undefined : wholeNumber(template, { scope, field, minimum: 1 });
}

interface Place {
  scope: Scope;
  field: string;
  minimum: number;
}

async function wholeNumber(template: number | string, { scope, field, minimum }: Place): Promise<number> {
  const value = await evaluate(template, scope, field);
  if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= MAX_SECONDS) return value;
  throw mismatch(scope, field, `a whole number from ${minimum} to ${MAX_SECONDS}`, value);
}

/** A field that takes a string, such as Error of a Fail state. */
export async function text(template: string, scope: Scope, field: string): Promise<string> {
  const value = await evaluate(template, scope, field);
  if (typeof value === 'string') return value;
  throw mismatch(scope, field, 'a string', value);
}

/** Timestamp of a Wait; epoch milliseconds. */
export async function timestamp(template: string, scope: Scope): Promise<number> {
  const value = await text(template, scope, 'Timestamp');
  const at = Date.parse(value);
  if (RFC_3339.test(value) && !Number.isNaN(at)) return at;
  throw mismatch(scope, 'Timestamp', 'an RFC 3339 timestamp', value);
}

/** Condition of a Choice rule. */
export async function condition(
  template: Parameters<typeof evaluate>[0],
  scope: Scope,
  field: string,
): Promise<boolean> {
  const value = await evaluate(template, scope, field);
  if (typeof value === 'boolean') return value;
  throw mismatch(scope, field, 'a boolean', value);
}

function mismatch(scope: Scope, field: string, expected: string, value: unknown) {
  const message = `The field '${field}' must evaluate to ${expected}, not ${JSON.stringify(value)}.`;
  return evaluationFailure(scope, field, message);
}
