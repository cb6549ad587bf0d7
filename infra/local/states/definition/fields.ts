import { checkTemplate, type Visible } from '../expression/check.ts';
import { isExpression } from '../expression/delimiters.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** One thing wrong with a definition, with the place as AWS writes it: `/States/Assess/Retry[0]/MaxAttempts`. */
export interface Problem {
  path: string;
  message: string;
}

export class Problems {
  readonly list: Problem[] = [];

  readonly add = (path: string, message: string): void => {
    this.list.push({ path, message });
  };
}

const JSONPATH_FIELDS = new Set([
  'InputPath',
  'OutputPath',
  'Parameters',
  'ResultPath',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
  'Variable',
]);

export const INPUT_ONLY: Visible = { result: false, errorOutput: false };
export const WITH_RESULT: Visible = { result: true, errorOutput: false };
export const WITH_ERROR: Visible = { result: false, errorOutput: true };

/** Reads the fields of one object of a definition, remembers which, and reports the ones nobody read. */
export class Fields {
  readonly path: string;
  readonly problems: Problems;
  readonly #raw: JsonObject;
  readonly #read = new Set<string>(['Comment']);

  constructor(raw: JsonObject, path: string, problems: Problems) {
    this.#raw = raw;
    this.path = path;
    this.problems = problems;
  }

  at(field: string): string {
    return `${this.path}/${field}`;
  }

  has(field: string): boolean {
    return Object.hasOwn(this.#raw, field);
  }

  raw(field: string): Json | undefined {
    this.#read.add(field);
    return this.#raw[field];
  }

  /** A string that is not an expression. */
  text(field: string): string | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '' && !isExpression(value)) return value;
    this.problems.add(this.at(field), 'must be a constant string');
    return undefined;
  }

  requiredText(field: string): string {
    const value = this.text(field);
    if (value === undefined && !this.has(field)) this.problems.add(this.path, `${field} is missing`);
    return value ?? '';
  }

  number(field: string, fallback: number, minimum: number): number {
    return this.optionalNumber(field, minimum) ?? fallback;
  }

  optionalNumber(field: string, minimum: number): number | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value >= minimum) return value;
    this.problems.add(this.at(field), `must be a number of at least ${minimum}`);
    return undefined;
  }

  /** A whole number, or an expression that gives one. */
  numberOrExpression(field: string, minimum: number): number | string | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= minimum) return value;
    if (typeof value === 'string' && isExpression(value)) return this.#checked(value, field, INPUT_ONLY);
    this.problems.add(this.at(field), `must be a whole number of at least ${minimum} or a JSONata expression`);
    return undefined;
  }

  /** A string, constant or expression. */
  string(field: string): string | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (typeof value === 'string') return this.#checked(value, field, INPUT_ONLY);
    this.problems.add(this.at(field), 'must be a string');
    return undefined;
  }

  template(field: string, visible: Visible): Json | undefined {
    const value = this.raw(field);
    return value === undefined ? undefined : this.#checked(value, field, visible);
  }

  object(field: string): JsonObject | undefined {
    const value = this.raw(field);
    if (value === undefined || isJsonObject(value)) return value;
    this.problems.add(this.at(field), 'must be an object');
    return undefined;
  }

  /** The reader of a nested object. */
  child(field: string, optional = false): Fields | undefined {
    const value = this.object(field);
    if (value !== undefined) return new Fields(value, this.at(field), this.problems);
    if (!optional && !this.has(field)) this.problems.add(this.path, `${field} is missing`);
    return undefined;
  }

  /** The objects of an array, each with its own reader. */
  list(field: string): Fields[] {
    const value = this.raw(field);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.problems.add(this.at(field), 'must be an array');
      return [];
    }
    return value.flatMap((item, index) => {
      const path = `${this.at(field)}[${index}]`;
      if (isJsonObject(item)) return [new Fields(item, path, this.problems)];
      this.problems.add(path, 'must be an object');
      return [];
    });
  }

  /** Reports every field that was not asked for: nothing in a definition is skipped in silence. */
  finish(): void {
    for (const field of Object.keys(this.#raw)) {
      if (this.#read.has(field)) continue;
      const why = JSONPATH_FIELDS.has(field)
        ? 'is a JSONPath field; this runtime speaks JSONata only'
        : 'is not supported here';
      this.problems.add(this.at(field), why);
    }
  }

  #checked<T extends Json>(value: T, field: string, visible: Visible): T {
    checkTemplate(value, this.at(field), visible, this.problems.add);
    return value;
  }
}
