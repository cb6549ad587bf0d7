import type { Failure } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';

/** What the engine keeps on disk. Every record is one JSON document; times are epoch milliseconds of the moved clock. */

export interface Machine {
  arn: string;
  name: string;
  roleArn: string;
  revisionId: string;
  createdAt: number;
  updatedAt: number;
  /** loggingConfiguration, tracingConfiguration: handed back as they came */
  settings: JsonObject;
  tags: Record<string, string>;
}

/** One text of a definition. An execution keeps the revision it started with. */
export interface Revision {
  id: string;
  machineArn: string;
  definition: string;
  roleArn: string;
  createdAt: number;
}

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface Execution {
  arn: string;
  name: string;
  machineArn: string;
  revisionId: string;
  status: ExecutionStatus;
  /** The text as StartExecution got it: what idempotency compares. */
  input: string;
  output: string | undefined;
  failure: { error: string | undefined; cause: string | undefined } | undefined;
  startedAt: number;
  stoppedAt: number | undefined;
  redriveCount: number;
  redrivenAt: number | undefined;
  /** The task of another execution that waits for this one (`startExecution.sync:2`). */
  awaitedBy: { frameId: number; attempt: number } | undefined;
}

export type Outcome = { ok: true; result: Json } | ({ ok: false } & Failure);

/**
 * enter: about to enter the state. run: entered, to be carried out. await: waits for a timer, a call, a token or its
 * children. settle: the outcome is there, to be turned into an exit, a retry, a catch or a failure. done, failed,
 * aborted: ended; kept while the parent state, or a redrive, may need it.
 */
export type Phase = 'enter' | 'run' | 'await' | 'settle' | 'done' | 'failed' | 'aborted';

/** One thread of control: the execution itself, a branch of a Parallel, an iteration of a Map. */
export interface Frame {
  id: number;
  executionArn: string;
  parentId: number | undefined;
  /** Position among the parent's branches or iterations. */
  index: number;
  /** The item of a Map iteration. */
  item: { index: number; value: Json } | undefined;
  phase: Phase;
  stateName: string;
  input: Json;
  enteredAt: number;
  /** 0 until the state has been entered: a redrive enters such a state, and only runs one that was entered before. */
  enteredEventId: number;
  lastEventId: number;
  /** Counts every try of every state of this frame, so that a late answer to an earlier try is known as such. */
  attempt: number;
  retryCount: number;
  /** Retries used, per entry of `Retry`. */
  retries: number[];
  variables: JsonObject;
  call: Call | undefined;
  /** The children of a Parallel or Map, those still to be started among them. */
  fanOut: FanOut | undefined;
  outcome: Outcome | undefined;
  output: Json;
}

export interface FanOut {
  starts: { stateName: string; input: Json; item: Frame['item'] }[];
  started: number;
  maxConcurrency: number;
}

/** A Task's call as it was scheduled; enough to make it again after a crash. */
export interface Call {
  resource: string;
  parameters: JsonObject;
  token: string | undefined;
  heartbeatSeconds: number | undefined;
  /** The call has been answered and only the token or the child execution is awaited: never made again. */
  submitted: boolean;
  childArn: string | undefined;
}

export type TimerKind = 'wait' | 'retry' | 'timeout' | 'heartbeat' | 'execution';

export interface Timer {
  id: number;
  executionArn: string;
  /** undefined for the timeout of the whole execution */
  frameId: number | undefined;
  kind: TimerKind;
  at: number;
}

export interface Token {
  token: string;
  frameId: number;
  executionArn: string;
  attempt: number;
  open: boolean;
}

/** An event as GetExecutionHistory gives it, but with the time in milliseconds. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  type: string;
  at: number;
  /** The name of the details member (`stateEnteredEventDetails` …) and its content; undefined for types without any. */
  details: { member: string; content: JsonObject } | undefined;
}
