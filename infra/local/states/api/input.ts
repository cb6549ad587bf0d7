import { ServiceError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** Reads the members of a request; what has the wrong type or is missing is a ValidationException, as in AWS. */
export class Input {
  readonly #members: JsonObject;

  constructor(value: Json) {
    if (!isJsonObject(value)) throw new ServiceError('SerializationException', 'The request is not a JSON object');
    this.#members = value;
  }

  text(name: string): string {
    return this.optionalText(name) ?? invalid(`${name} must not be null`);
  }

  optionalText(name: string): string | undefined {
    const value = this.#members[name] ?? undefined;
    return value === undefined || typeof value === 'string' ? value : invalid(`${name} must be a string`);
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#members[name] ?? fallback;
    return typeof value === 'boolean' ? value : invalid(`${name} must be a boolean`);
  }

  /** `maxResults` of a paged list: 0 and absent mean the default. */
  pageSize(fallback: number): number {
    const value = this.#members.maxResults ?? 0;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 1_000) {
      return invalid('maxResults must be a whole number from 0 to 1000');
    }
    return value === 0 ? fallback : value;
  }

  /** Where the previous page ended; undefined for the first one. */
  pageStart(): number | undefined {
    const token = this.optionalText('nextToken');
    if (token === undefined) return undefined;
    const start = Number(Buffer.from(token, 'base64url').toString());
    if (!Number.isInteger(start)) throw new ServiceError('InvalidToken', `Invalid Token: '${token}'`);
    return start;
  }

  object(name: string): JsonObject | undefined {
    const value = this.#members[name] ?? undefined;
    return value === undefined || isJsonObject(value) ? value : invalid(`${name} must be an object`);
  }

  list(name: string): Json[] {
    const value = this.#members[name] ?? [];
    return Array.isArray(value) ? value : invalid(`${name} must be a list`);
  }
}

export function pageToken(position: number): string {
  return Buffer.from(String(position)).toString('base64url');
}

/** A time as the AWS JSON protocol has it: epoch seconds with fractions. */
export function epochSeconds(millis: number): number {
  return millis / 1000;
}

function invalid(message: string): never {
  throw new ServiceError('ValidationException', message);
}
