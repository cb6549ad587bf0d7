import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalFunction } from '../template/model.ts';
import { functionNameOf } from '../template/read-functions.ts';
import { type LambdaPlace, lambdaEnvironment } from './environment.ts';
import type { FunctionLogs } from './logs.ts';
import { SandboxPool, STOPPED } from './pool.ts';
import type { Outcome } from './sandbox.ts';
import { Slots } from './slots.ts';

/**
 * Sandboxes per function: no more than cores to run them; of a function that is given a gigabyte or more (it may carry a
 * browser) two at most.
 */
const PER_FUNCTION = Math.min(4, Math.max(2, availableParallelism()));
const PER_LARGE_FUNCTION = Math.min(2, availableParallelism());
const LARGE_MB = 1024;
/** Sandboxes kept warm altogether; a bundle with the AWS SDK takes some 30 MB. */
const KEPT_WARM = 40;
/** Invocations under way at once; most of the time they wait for this very process. */
const AT_ONCE = Math.max(8, availableParallelism() * 4);

/** Before the first and, doubled, the second repetition of an asynchronous invocation. */
const RETRY_MS = 250;

/** Thrown for a function that the templates do not have. */
export class FunctionNotFoundError extends Error {
  override readonly name = 'ResourceNotFoundException';
}

/** How an invocation is made. */
export interface InvokeOptions {
  readonly requestId?: string;
  readonly nested?: boolean;
}

/** Lambda's part of the runtime: every function of the app, invoked by name or ARN. */
export class Functions {
  readonly #pools = new Map<string, SandboxPool>();
  readonly #definitions = new Map<string, LocalFunction>();
  readonly #slots = new Slots(AT_ONCE);
  readonly #waiters = new Set<() => void>();
  readonly #log: (line: string) => void;
  #busy = 0;
  #started = 0;
  #closed = false;

  constructor(
    definitions: readonly LocalFunction[],
    { place, logs, log }: { place: LambdaPlace; logs: FunctionLogs; log: (line: string) => void },
  ) {
    this.#log = log;
    for (const definition of definitions) {
      const environment = lambdaEnvironment(definition, place);
      this.#definitions.set(definition.name, definition);
      const size = definition.memoryMb >= LARGE_MB ? PER_LARGE_FUNCTION : PER_FUNCTION;
      this.#pools.set(definition.name, new SandboxPool({ definition, environment, logs }, size));
    }
  }

  /** How many invocations were ever begun: if it stays the same, nothing new happened. */
  get started(): number {
    return this.#started;
  }

  get busy(): number {
    return this.#busy;
  }

  /**
   * Invokes a function and waits for its answer. `payload` is JSON text. An invocation made by a function is `nested`: it
   * takes no place of its own, or functions that wait for each other could fill all places.
   */
  async invoke(nameOrArn: string, payload: string, options: InvokeOptions = {}): Promise<Outcome> {
    const { requestId = randomUUID(), nested = false } = options;
    const pool = this.#poolOf(nameOrArn);
    this.#busy += 1;
    this.#started += 1;
    pool.lastUse = this.#started;
    try {
      const giveBack = nested ? () => undefined : await this.#slots.take();
      try {
        return this.#closed ? STOPPED : await pool.invoke(requestId, payload);
      } finally {
        giveBack();
      }
    } finally {
      this.#shrink();
      this.#done();
    }
  }

  /**
   * Invokes without waiting. A failure is tried again as often as the function's EventInvokeConfig says; Lambda waits one
   * and two minutes in between, here it is a moment of real time, and the runtime is not idle meanwhile.
   */
  invokeLater(nameOrArn: string, payload: string, { delayMs = 0 }: { delayMs?: number } = {}): string {
    const requestId = randomUUID();
    this.#poolOf(nameOrArn);
    this.#busy += 1;
    void wait(delayMs)
      .then(() => this.#attempt(nameOrArn, payload, requestId))
      .finally(() => this.#done());
    return requestId;
  }

  /** Resolves when no invocation is under way. */
  async idle(): Promise<void> {
    if (this.#busy === 0) return;
    await new Promise<void>((resolve) => {
      const waiter = () => {
        this.#waiters.delete(waiter);
        resolve();
      };
      this.#waiters.add(waiter);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  async #attempt(nameOrArn: string, payload: string, requestId: string): Promise<void> {
    const retries = this.#definitions.get(functionNameOf(nameOrArn))?.retries ?? 0;
    for (let attempt = 0; attempt <= retries && !this.#closed; attempt += 1) {
      if (attempt > 0) await wait(RETRY_MS * attempt);
      const outcome = await this.invoke(nameOrArn, payload, { requestId });
      if (outcome.ok) return;
      this.#log(`${functionNameOf(nameOrArn)} failed: ${outcome.error.errorType}: ${outcome.error.errorMessage}`);
    }
  }

  #done(): void {
    this.#busy -= 1;
    if (this.#busy === 0) for (const waiter of this.#waiters) waiter();
  }

  #poolOf(nameOrArn: string): SandboxPool {
    const pool = this.#pools.get(functionNameOf(nameOrArn));
    if (pool === undefined) throw new FunctionNotFoundError(`Function not found: ${nameOrArn}`);
    return pool;
  }

  #shrink(): void {
    const pools = [...this.#pools.values()];
    const size = pools.reduce((sum, pool) => sum + pool.size, 0);
    if (size <= KEPT_WARM) return;
    const rested = pools.filter(({ idle }) => idle > 0).sort((one, other) => one.lastUse - other.lastUse)[0];
    void rested?.shrink();
  }
}
