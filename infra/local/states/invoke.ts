/** A function's answer: what it returned, or what it threw as Lambda reports it. */
export type InvokeResult =
  | { ok: true; payload: unknown }
  | { ok: false; errorType: string; errorMessage: string; trace?: string[] };

/** Runs a function by the name or ARN that stands in the definition. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<InvokeResult>;

/** The moved clock; epoch milliseconds. */
export interface StatesClock {
  now(): number;
}
