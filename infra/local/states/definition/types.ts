import type { Json, JsonObject } from '../json.ts';

/** A parsed and checked Amazon States Language definition. Strings between `{%` and `%}` inside Json are expressions. */
export interface Definition {
  flow: Flow;
  timeoutSeconds: number | undefined;
  /** Every state of every flow: names are unique in the whole definition. */
  states: ReadonlyMap<string, State>;
}

/** A list of states with its start: the definition itself, a branch of a Parallel, the processor of a Map. */
export interface Flow {
  startAt: string;
  states: readonly State[];
}

export interface Retrier {
  errorEquals: string[];
  intervalSeconds: number;
  maxAttempts: number;
  backoffRate: number;
  maxDelaySeconds: number | undefined;
  fullJitter: boolean;
}

export interface Catcher {
  errorEquals: string[];
  next: string;
  assign: JsonObject | undefined;
  output: Json | undefined;
}

interface Named {
  name: string;
}

interface Shaping {
  assign: JsonObject | undefined;
  output: Json | undefined;
}

interface Onward {
  /** undefined where the definition says `End: true` */
  next: string | undefined;
}

interface Guarded {
  retry: Retrier[];
  catch: Catcher[];
}

export interface PassState extends Named, Shaping, Onward {
  type: 'Pass';
}

export interface TaskState extends Named, Shaping, Onward, Guarded {
  type: 'Task';
  resource: string;
  arguments: Json | undefined;
  timeoutSeconds: number | string | undefined;
  heartbeatSeconds: number | string | undefined;
}

export interface ChoiceRule extends Shaping {
  condition: Json;
  next: string;
}

export interface ChoiceState extends Named, Shaping {
  type: 'Choice';
  choices: ChoiceRule[];
  default: string | undefined;
}

export interface WaitState extends Named, Shaping, Onward {
  type: 'Wait';
  seconds: number | string | undefined;
  timestamp: string | undefined;
}

export interface SucceedState extends Named {
  type: 'Succeed';
  output: Json | undefined;
}

export interface FailState extends Named {
  type: 'Fail';
  error: string | undefined;
  cause: string | undefined;
}

export interface ParallelState extends Named, Shaping, Onward, Guarded {
  type: 'Parallel';
  arguments: Json | undefined;
  branches: Flow[];
}

export interface MapState extends Named, Shaping, Onward, Guarded {
  type: 'Map';
  items: Json | undefined;
  itemSelector: Json | undefined;
  maxConcurrency: number | string | undefined;
  processor: Flow;
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** The states that can fail from outside and therefore carry Retry and Catch. */
export type GuardedState = TaskState | ParallelState | MapState;

/** The states that end by computing Assign and Output and going on to Next. */
export type OnwardState = PassState | WaitState | GuardedState;

export function isGuarded(state: State): state is GuardedState {
  return state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map';
}
