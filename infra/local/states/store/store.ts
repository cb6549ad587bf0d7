import type { DatabaseSync } from 'node:sqlite';
import { many, numberOf, one } from './documents.ts';
import type { Execution, ExecutionStatus, Frame, HistoryEvent, Machine, Revision, Timer, Token } from './records.ts';
import { openDatabase } from './schema.ts';
import { prepare } from './statements.ts';

const RUNNING: ExecutionStatus = 'RUNNING';

/** The engine's tables. Writes belong inside `transaction`, one at a time: the work queue sees to that. */
export class Store {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(file: string) {
    this.#db = openDatabase(file);
    this.#sql = prepare(this.#db);
  }

  /** Everything `work` writes becomes durable together when it returns, or nothing of it when it throws. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#db.close();
  }

  machine(arn: string): Machine | undefined {
    return one(this.#sql.machine, arn);
  }

  machines(): Machine[] {
    return many(this.#sql.machines);
  }

  saveMachine(machine: Machine): void {
    this.#sql.saveMachine.run(machine.arn, JSON.stringify(machine));
  }

  revision(id: string): Revision | undefined {
    return one(this.#sql.revision, id);
  }

  saveRevision(revision: Revision): void {
    this.#sql.saveRevision.run(revision.id, JSON.stringify(revision));
  }

  execution(arn: string): Execution | undefined {
    return one(this.#sql.execution, arn);
  }

  /** Newest first; `before` is the sequence number of the last one of the previous page. */
  executions(machineArn: string, status: string | undefined, page: { before: number; limit: number }): ExecutionRow[] {
    const rows = this.#sql.executions.all(machineArn, status ?? null, status ?? null, page.before, page.limit);
    return rows.map((row) => {
      const execution: Execution = JSON.parse(String(row.doc));
      return { seq: Number(row.seq), execution };
    });
  }

  runningExecutions(): Execution[] {
    return many(this.#sql.running, RUNNING);
  }

  saveExecution(execution: Execution): void {
    const { arn, machineArn, status } = execution;
    this.#sql.saveExecution.run(arn, machineArn, status, JSON.stringify(execution));
  }

  frame(id: number): Frame | undefined {
    return one(this.#sql.frame, id);
  }

  frames(executionArn: string): Frame[] {
    return many(this.#sql.frames, executionArn);
  }

  children(parentId: number): Frame[] {
    return many(this.#sql.children, parentId);
  }

  addFrame(frame: Omit<Frame, 'id'>): Frame {
    const { executionArn, parentId, index, phase } = frame;
    const { lastInsertRowid } = this.#sql.addFrame.run(executionArn, parentId ?? null, index, phase, '{}');
    const added: Frame = { ...frame, id: Number(lastInsertRowid) };
    this.saveFrame(added);
    return added;
  }

  saveFrame(frame: Frame): void {
    this.#sql.saveFrame.run(frame.phase, JSON.stringify(frame), frame.id);
  }

  removeFrame(id: number): void {
    this.#sql.removeFrame.run(id);
  }

  addTimer(timer: Omit<Timer, 'id'>): void {
    const { executionArn, frameId, at } = timer;
    this.#sql.addTimer.run(executionArn, frameId ?? null, at, JSON.stringify(timer));
  }

  nextTimer(): Timer | undefined {
    return timerOf(this.#sql.nextTimer.get());
  }

  removeTimer(id: number): void {
    this.#sql.removeTimer.run(id);
  }

  clearFrameTimers(frameId: number): void {
    this.#sql.clearFrameTimers.run(frameId);
  }

  clearHeartbeat(frameId: number): void {
    this.#sql.clearHeartbeat.run(frameId);
  }

  clearExecutionTimers(executionArn: string): void {
    this.#sql.clearExecutionTimers.run(executionArn);
  }

  token(token: string): Token | undefined {
    return one(this.#sql.token, token);
  }

  saveToken(token: Token): void {
    this.#sql.saveToken.run(token.token, token.frameId, JSON.stringify(token));
  }

  lastEventId(executionArn: string): number {
    return numberOf(this.#sql.lastEventId, executionArn);
  }

  addEvent(executionArn: string, event: HistoryEvent): void {
    this.#sql.addEvent.run(executionArn, event.id, JSON.stringify(event));
  }

  events(executionArn: string, page: { after: number; limit: number; reverse: boolean }): HistoryEvent[] {
    const statement = page.reverse ? this.#sql.eventsDown : this.#sql.eventsUp;
    return many(statement, executionArn, page.after, page.limit);
  }
}

export interface ExecutionRow {
  seq: number;
  execution: Execution;
}

function timerOf(row: Record<string, unknown> | undefined): Timer | undefined {
  if (row === undefined) return undefined;
  const timer: Omit<Timer, 'id'> = JSON.parse(String(row.doc));
  return { ...timer, id: Number(row.id) };
}
