/** What can stand in a JSON text: the only kind of value that crosses a state's border. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Step Functions' quota for the input, result or output of a state, in bytes of UTF-8. */
export const MAX_PAYLOAD_BYTES = 262_144;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws SyntaxError when the text is not JSON. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

export function tryParseJson(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** The value as it would look after a trip over the wire: no undefined, no functions, no shared references. */
export function toJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : parseJson(text);
}

export function byteLength(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
