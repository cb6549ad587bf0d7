import type { Definition, State } from '../definition/types.ts';
import { ServiceError } from '../errors.ts';
import type { Frame } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** What has to happen once the transaction is durable, and not before. */
export type Effect = { kind: 'advance'; frameId: number } | { kind: 'call'; frameId: number; attempt: number };

/** One turn of the engine: one transaction, one reading of the clock. */
export interface Session {
  readonly store: Store;
  readonly now: number;
  readonly region: string;
  readonly accountId: string;
  definitionOf(revisionId: string): Definition;
  after(effect: Effect): void;
}

/** For records that the engine itself wrote: their absence is a defect of the engine, not of a caller. */
export function known<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new ServiceError('InternalError', `${what} is gone from the store`);
  return record;
}

export function executionOf(session: Session, frame: Frame) {
  return known(session.store.execution(frame.executionArn), frame.executionArn);
}

/** The state that a frame is at, in the revision its execution started with. */
export function stateOf(session: Session, frame: Frame): State {
  const definition = session.definitionOf(executionOf(session, frame).revisionId);
  return known(definition.states.get(frame.stateName), `state ${frame.stateName}`);
}

/** Saves the frame in a phase in which the engine itself has something to do, and has it done after the commit. */
export function wake(session: Session, frame: Frame, phase: 'enter' | 'run' | 'settle'): void {
  frame.phase = phase;
  session.store.saveFrame(frame);
  session.after({ kind: 'advance', frameId: frame.id });
}
