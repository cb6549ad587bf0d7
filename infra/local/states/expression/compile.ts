import jsonata from 'jsonata';

/** Stops a runaway expression: it would hold up every other execution of this runtime. Real milliseconds. */
const GUARDRAILS = { timeout: 5_000, stack: 1_000 };

const compiled = new Map<string, jsonata.Expression>();

/** Parses once per source text; throws jsonata's error when it does not parse. */
export function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = jsonata(source, GUARDRAILS);
  compiled.set(source, expression);
  return expression;
}

/** jsonata throws plain objects as often as Errors. */
export function describeError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const message = 'message' in error ? String(error.message) : 'unknown error';
  return 'code' in error ? `${String(error.code)}: ${message}` : message;
}
