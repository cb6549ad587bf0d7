import { asList, asObject, asString, type JsonObject } from '../json.ts';
import type { HistoryEntry } from './executions.ts';

/** How far an execution has come with a state. */
export type StateMark = 'current' | 'done' | 'open';

/** A state of the definition, with the lanes inside it. */
export interface GraphState {
  readonly name: string;
  readonly type: string;
  readonly mark: StateMark;
  /** Where it can go. */
  readonly next: readonly string[];
  readonly lanes: readonly (readonly GraphState[])[];
}

/** Draws a definition as nested lists, each state marked from the history. */
export function stateGraph(definition: string, history: readonly HistoryEntry[], running: boolean): GraphState[] {
  const marks = marksOf(history, running);
  return lane(asObject(JSON.parse(definition)), marks);
}

/** A state is current while it was entered more often than left. */
function marksOf(history: readonly HistoryEntry[], running: boolean): ReadonlyMap<string, StateMark> {
  const inside = new Map<string, number>();
  for (const { type, state } of history) {
    if (type.endsWith('StateEntered')) inside.set(state, (inside.get(state) ?? 0) + 1);
    if (type.endsWith('StateExited')) inside.set(state, (inside.get(state) ?? 0) - 1);
  }
  return new Map([...inside].map(([state, count]) => [state, running && count > 0 ? 'current' : 'done']));
}

function lane(machine: JsonObject, marks: ReadonlyMap<string, StateMark>): GraphState[] {
  const states = asObject(machine.States);
  return inOrder(states, asString(machine.StartAt)).map((name) => {
    const state = asObject(states[name]);
    const processor = state.ItemProcessor ?? state.Iterator;
    const inner = [...asList(state.Branches), ...(processor === undefined ? [] : [processor])];
    return {
      name,
      type: String(state.Type),
      mark: marks.get(name) ?? 'open',
      next: nextOf(state),
      lanes: inner.map((branch) => lane(asObject(branch), marks)),
    };
  });
}

/** The states as they are reached from the first; what is never reached comes last. */
function inOrder(states: JsonObject, first: string | undefined): string[] {
  const reached = new Set(first === undefined ? [] : [first]);
  for (const name of reached) for (const next of nextOf(asObject(states[name]))) reached.add(next);
  return [...new Set([...reached, ...Object.keys(states)])].filter((name) => name in states);
}

function nextOf(state: JsonObject): string[] {
  const choices = asList(state.Choices).map((choice) => asObject(choice).Next);
  const catchers = asList(state.Catch).map((catcher) => asObject(catcher).Next);
  const all = [state.Next, ...choices, state.Default, ...catchers];
  return [...new Set(all.flatMap((name) => asString(name) ?? []))];
}
