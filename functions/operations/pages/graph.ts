import { z } from 'zod';
import type { ExecutionStatus, HistoryEvent } from './executions.ts';

/** How far an execution has come with one state. `caught`: it failed and the machine went on by its Catch. */
export type Progress = 'unvisited' | 'visited' | 'current' | 'caught' | 'failed';

/** One state of the definition with what happened to it. */
export interface GraphState {
  readonly name: string;
  readonly type: string;
  readonly progress: Progress;
  /** Times it was entered. */
  readonly visits: number;
  /** Name of the newest error. */
  readonly error: string;
  /** Where it may lead. */
  readonly next: readonly string[];
  /** Where it leads when nothing fails. */
  readonly onward: readonly string[];
  /** The states it was entered from. */
  readonly from: ReadonlySet<string>;
  /** Lanes of a Parallel, each a graph of its own. */
  readonly lanes: readonly Graph[];
}

/** The states of one level. */
export interface Graph {
  /** Those that were entered, in the order they were. */
  readonly visited: readonly GraphState[];
  /** Those that may come next from where the execution is, failures aside. */
  readonly ahead: readonly GraphState[];
  readonly unvisited: readonly string[];
}

interface Definition {
  readonly States: Readonly<Record<string, State>>;
}
interface State {
  readonly Type: string;
  readonly Next?: string | undefined;
  readonly Default?: string | undefined;
  readonly Choices?: readonly { readonly Next: string }[] | undefined;
  readonly Catch?: readonly { readonly Next: string }[] | undefined;
  readonly Branches?: readonly Definition[] | undefined;
}

const leading = z.array(z.object({ Next: z.string() })).optional();
const definition: z.ZodType<Definition> = z.object({
  States: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Next: z.string().optional(),
      Default: z.string().optional(),
      Choices: leading,
      Catch: leading,
      get Branches() {
        return z.array(definition).optional();
      },
    }),
  ),
});

/** The graph of an execution. State names are unique in a machine, so events need no path. */
export function executionGraph(input: {
  readonly definition: string;
  readonly events: readonly HistoryEvent[];
  readonly status: ExecutionStatus;
}): Graph {
  const traces = tracesOf(input.events);
  return graphOf(definition.parse(JSON.parse(input.definition)), traces, input.status);
}

interface Trace {
  entered: number;
  exited: number;
  error: string;
  /** Order of the first visit. */
  readonly first: number;
  readonly from: Set<string>;
}

function graphOf(level: Definition, traces: ReadonlyMap<string, Trace>, status: ExecutionStatus): Graph {
  const states = Object.entries(level.States).map(([name, state]): GraphState & { first: number } => {
    const trace = traces.get(name);
    return {
      name,
      type: state.Type,
      progress: progressOf(trace, status),
      visits: trace?.entered ?? 0,
      error: trace?.error ?? '',
      next: nextOf(state),
      onward: nextOf({ ...state, Catch: [] }),
      from: trace?.from ?? new Set(),
      lanes: trace ? (state.Branches ?? []).map((branch) => graphOf(branch, traces, status)) : [],
      first: trace?.first ?? Number.MAX_SAFE_INTEGER,
    };
  });
  const entered = states.filter(({ visits }) => visits > 0).toSorted((a, b) => a.first - b.first);
  const unvisited = states.filter(({ visits }) => visits === 0);
  return { visited: entered, ahead: aheadOf(entered, unvisited), unvisited: unvisited.map(({ name }) => name) };
}

/** One step ahead: all that may come would be most of the machine. */
function aheadOf(visited: readonly GraphState[], unvisited: readonly GraphState[]): readonly GraphState[] {
  const here = visited.filter(({ progress }) => progress === 'current' || progress === 'failed');
  return unvisited.filter(({ name }) => here.some(({ onward }) => onward.includes(name)));
}

function progressOf(trace: Trace | undefined, status: ExecutionStatus): Progress {
  if (!trace || trace.entered === 0) return 'unvisited';
  if (trace.entered > trace.exited) return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'current' : 'failed';
  return trace.error ? 'caught' : 'visited';
}

function nextOf({ Next, Default, Choices = [], Catch = [] }: State): readonly string[] {
  const all = [Next, ...Choices.map((choice) => choice.Next), Default, ...Catch.map((caught) => caught.Next)];
  return [...new Set(all.filter((name) => name !== undefined))];
}

function tracesOf(events: readonly HistoryEvent[]): ReadonlyMap<string, Trace> {
  const traces = new Map<string, Trace>();
  const stateAt = stateNames(events);
  for (const event of events) {
    const name = stateAt.get(event.id ?? 0);
    if (name === undefined) continue;
    const trace = traces.get(name) ?? { entered: 0, exited: 0, error: '', first: event.id ?? 0, from: new Set() };
    traces.set(name, trace);
    if (event.stateEnteredEventDetails) {
      trace.entered += 1;
      const before = stateAt.get(event.previousEventId ?? 0);
      if (before !== undefined) trace.from.add(before);
    }
    if (event.stateExitedEventDetails) trace.exited += 1;
    trace.error = errorOf(event) || trace.error;
  }
  return traces;
}

/** The state each event belongs to: its own name, or that of the event before it in its lane. */
export function stateNames(events: readonly HistoryEvent[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { id = 0, previousEventId = 0, ...event } of events) {
    const own = event.stateEnteredEventDetails?.name ?? event.stateExitedEventDetails?.name;
    const name = own ?? names.get(previousEventId);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

/** Name of the error an event tells of; causes are not read, as they can quote what a step was given. */
export function errorOf(event: HistoryEvent): string {
  const details = [
    event.taskFailedEventDetails,
    event.taskTimedOutEventDetails,
    event.taskStartFailedEventDetails,
    event.taskSubmitFailedEventDetails,
    event.evaluationFailedEventDetails,
    event.executionFailedEventDetails,
  ];
  return details.find((found) => found?.error)?.error ?? '';
}
