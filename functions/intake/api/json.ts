import { err, ok, type Result } from '../../core/result.ts';
import { pointerOf } from './faults.ts';

/** Deepest nesting taken; an application needs three. */
const deepest = 8;

/** Why a text is not taken as JSON, and where. */
export interface JsonFault {
  readonly pointer: string;
  readonly code: 'json' | 'duplicate-member' | 'too-deep';
}

/** Reads JSON (RFC 8259) strictly: a name twice in one object is refused, as one of the values would be lost unseen. */
export function readJson(text: string): Result<unknown, JsonFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ pointer: '', code: 'json' });
  }
  const fault = findFault(text);
  return fault ? err(fault) : ok(value);
}

interface Level {
  /** Names seen in an object; undefined in an array. */
  readonly names?: Set<string>;
  /** Name or index of the value that is being read. */
  at: string | number;
}

/** Walks the tokens of a text that is known to be JSON. */
function findFault(text: string): JsonFault | undefined {
  const levels: Level[] = [];
  let expectsName = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]+|\\.)*"|[{}[\],]/gs)) {
    const level = levels.at(-1);
    if (token.startsWith('"')) {
      if (!expectsName || level?.names === undefined) continue;
      level.at = String(JSON.parse(token));
      if (level.names.has(level.at)) return { pointer: pointerTo(levels), code: 'duplicate-member' };
      level.names.add(level.at);
      expectsName = false;
    } else if (token === '{' || token === '[') {
      if (levels.length === deepest) return { pointer: pointerTo(levels), code: 'too-deep' };
      levels.push(token === '{' ? { names: new Set(), at: '' } : { at: 0 });
      expectsName = token === '{';
    } else if (token === ',') {
      expectsName = level?.names !== undefined;
      if (level && typeof level.at === 'number') level.at += 1;
    } else {
      levels.pop();
      expectsName = false;
    }
  }
  return undefined;
}

function pointerTo(levels: readonly Level[]): string {
  return pointerOf(levels.map(({ at }) => at));
}
