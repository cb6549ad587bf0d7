import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

/** The same limit as AWS has for `$range`: more is a mistake, and would fill the payload. */
const MAX_RANGE = 1_000;

const HASHES = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

// jsonata formats dates only through its own functions, so $now borrows $fromMillis with the moved clock's time.
const formatMillis = jsonata('$fromMillis(millis, picture, timezone)');

/**
 * What an expression can call beyond JSONata itself: the functions that Step Functions adds, and the two time functions on
 * the moved clock. `$eval` is taken away, as in AWS.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
export function stepFunctionsBindings(now: number): Record<string, unknown> {
  return {
    now: (picture?: unknown, timezone?: unknown) => formatMillis.evaluate({ millis: now, picture, timezone }),
    millis: () => now,
    eval: undefined,
    partition,
    range,
    hash,
    random,
    uuid: () => randomUUID(),
    parse,
  };
}

function partition(items: unknown, size: unknown): unknown[][] | undefined {
  if (items === undefined) return undefined;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) {
    throw new Error('$partition needs a positive whole number of items per part');
  }
  const list = Array.isArray(items) ? items : [items];
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}

function range(first: unknown, last: unknown, step: unknown): number[] {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number' || step === 0) {
    throw new Error('$range needs three numbers: first, last and a step that is not zero');
  }
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  if (count > MAX_RANGE) throw new Error(`$range gives ${count} numbers; the limit is ${MAX_RANGE}`);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

function hash(data: unknown, algorithm: unknown): string | undefined {
  if (data === undefined) return undefined;
  const name = HASHES.get(String(algorithm));
  if (name === undefined) throw new Error(`$hash knows ${[...HASHES.keys()].join(', ')}, not ${String(algorithm)}`);
  return createHash(name)
    .update(typeof data === 'string' ? data : JSON.stringify(data))
    .digest('hex');
}

function random(seed?: unknown): number {
  if (seed === undefined) return Math.random();
  // The same seed gives the same number, as AWS promises; the number itself is not AWS's.
  const digest = createHash('sha256').update(String(seed)).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

function parse(text: unknown): unknown {
  return text === undefined ? undefined : JSON.parse(String(text));
}
