import { isJsonObject, tryParseJson } from '../json.ts';
import { Fields, type Problem, Problems } from './fields.ts';
import { checkScopes, checkTransitions } from './graph.ts';
import { readState } from './states.ts';
import type { Definition, Flow, State } from './types.ts';

export type ParseResult = { ok: true; definition: Definition } | { ok: false; problems: Problem[] };

/**
 * Reads an Amazon States Language definition in JSONata and lists everything that AWS would refuse or that this runtime does
 * not carry out, each with its path; a definition that comes back has no part that would be skipped.
 * https://states-language.net/spec.html
 */
export function parseDefinition(text: string): ParseResult {
  const problems = new Problems();
  const raw = tryParseJson(text);
  if (!isJsonObject(raw))
    return { ok: false, problems: [{ path: '/', message: 'the definition is not a JSON object' }] };
  const fields = new Fields(raw, '', problems);
  if (fields.raw('QueryLanguage') !== 'JSONata') problems.add('/QueryLanguage', 'must be JSONata');
  const version = fields.text('Version');
  if (version !== undefined && version !== '1.0') problems.add('/Version', 'must be 1.0');
  const states = new Map<string, State>();
  const definition: Definition = {
    flow: readFlow(fields, states),
    timeoutSeconds: fields.optionalNumber('TimeoutSeconds', 1),
    states,
  };
  fields.finish();
  checkScopes(definition.flow, problems.add);
  return problems.list.length === 0 ? { ok: true, definition } : { ok: false, problems: problems.list };
}

function readFlow(fields: Fields, known: Map<string, State>): Flow {
  const startAt = fields.requiredText('StartAt');
  const raw = fields.child('States');
  const states: State[] = [];
  const unread = new Set<string>();
  for (const name of raw === undefined ? [] : Object.keys(fields.object('States') ?? {})) {
    const state = readNamed(raw, name, known);
    if (state === undefined) unread.add(name);
    else states.push(state);
  }
  const flow = { startAt, states };
  checkTransitions(flow, { path: fields.path, unread, report: fields.problems.add });
  return flow;
}

function readNamed(parent: Fields | undefined, name: string, known: Map<string, State>): State | undefined {
  const fields = parent?.child(name);
  if (fields === undefined) return undefined;
  if (name.length > 80) fields.problems.add(fields.path, 'a state name has at most 80 characters');
  const state = readState(name, fields, (nested) => readFlow(nested, known));
  if (state === undefined) return undefined;
  if (known.has(name))
    fields.problems.add(fields.path, 'this name is used twice: state names are unique in a definition');
  known.set(name, state);
  return state;
}

/** The problems as one message, in the words of AWS's InvalidDefinition. */
export function describeProblems(problems: readonly Problem[]): string {
  const list = problems.map(
    ({ path, message }) => `SCHEMA_VALIDATION_FAILED: ${message} at ${path === '' ? '/' : path}`,
  );
  return `Invalid State Machine Definition: '${list.join(', ')}'`;
}
