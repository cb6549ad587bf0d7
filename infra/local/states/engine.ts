import { dispatch } from './api/dispatch.ts';
import { Definitions } from './definitions.ts';
import type { InvokeFunction, InvokeResult, StatesClock } from './invoke.ts';
import { toJson } from './json.ts';
import { answerInvocation, type PendingCall, pendingCall, performOwn, undelivered } from './run/calls.ts';
import type { Effect, Session } from './run/session.ts';
import { advance } from './run/step.ts';
import { fireNext } from './run/timers.ts';
import { Store } from './store/store.ts';
import { WorkQueue } from './work-queue.ts';

export { ServiceError } from './errors.ts';
export type { InvokeFunction, InvokeResult, StatesClock } from './invoke.ts';

/** AWS Step Functions in one process: interprets state machines, keeps them on disk, and answers the service's API. */
export interface StatesEngine {
  /** The Step Functions API, one call. Throws ServiceError (name = AWS error type). */
  api(action: string, input: unknown): Promise<unknown>;
  /** Due time (epoch ms, moved clock) of the next pending timer, with what it is for; undefined when none. */
  nextTimer(): { at: number; executionName: string; stateName: string } | undefined;
  /** Fires every timer due at clock.now(). Call whenever the clock moved or real time reached nextTimer(). */
  fireDue(): Promise<void>;
  /** Resolves when no state transition or function invocation is in flight (only waits, tokens and timers remain). */
  idle(): Promise<void>;
  /**
   * Carries on everything that was running when the process last stopped. A function that was called and had not answered is
   * called again with the same payload and token: at least once, as in AWS. What waits for a token, a retry or a time keeps
   * waiting.
   */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface StatesEngineOptions {
  databaseFile: string;
  clock: StatesClock;
  invoke: InvokeFunction;
  region?: string;
  accountId?: string;
}

/** Opens (or creates) the engine's database. Nothing runs before `resume()` or the first call. */
export function createStatesEngine(options: StatesEngineOptions): StatesEngine {
  return new Engine(options);
}

class Engine implements StatesEngine {
  readonly #options: Required<StatesEngineOptions>;
  readonly #store: Store;
  readonly #definitions: Definitions;
  readonly #queue = new WorkQueue();
  readonly #inFlight = new Set<string>();
  #closed = false;

  constructor(options: StatesEngineOptions) {
    this.#options = { region: 'eu-north-1', accountId: '000000000000', ...options };
    this.#store = new Store(options.databaseFile);
    this.#definitions = new Definitions(this.#store);
  }

  api(action: string, input: unknown): Promise<unknown> {
    return this.#turn(async (session) => {
      // A token whose time is up must be refused even if nobody has moved the timers on yet.
      while (fireNext(session));
      return dispatch(session, action, toJson(input ?? {}));
    });
  }

  nextTimer(): { at: number; executionName: string; stateName: string } | undefined {
    const timer = this.#store.nextTimer();
    if (timer === undefined) return undefined;
    const frame = timer.frameId === undefined ? undefined : this.#store.frame(timer.frameId);
    const executionName = this.#store.execution(timer.executionArn)?.name ?? '';
    return { at: timer.at, executionName, stateName: frame?.stateName ?? '' };
  }

  async fireDue(): Promise<void> {
    while (await this.#turn(async (session) => fireNext(session)));
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async resume(): Promise<void> {
    await this.#turn(async (session) => {
      for (const { arn } of session.store.runningExecutions()) {
        for (const frame of session.store.frames(arn)) {
          const { id: frameId, attempt, phase } = frame;
          if (phase === 'enter' || phase === 'run' || phase === 'settle') session.after({ kind: 'advance', frameId });
          else if (phase === 'await' && frame.call?.submitted === false)
            session.after({ kind: 'call', frameId, attempt });
        }
      }
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // The turn under way is finished, those behind it find the engine closed; their work is on disk for `resume`.
    await this.#queue.run(async () => this.#store.close());
  }

  /** One turn: one transaction, and after it is durable what depends on it. */
  #turn<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      if (this.#closed) throw new Error('The states engine is closed');
      const effects: Effect[] = [];
      const result = await this.#store.transaction(() => work(this.#session(effects)));
      for (const effect of effects) this.#perform(effect);
      return result;
    });
  }

  #session(effects: Effect[]): Session {
    return {
      store: this.#store,
      now: this.#options.clock.now(),
      region: this.#options.region,
      accountId: this.#options.accountId,
      definitionOf: (revisionId) => this.#definitions.of(revisionId),
      after: (effect) => effects.push(effect),
    };
  }

  #perform(effect: Effect): void {
    if (effect.kind === 'advance') this.#background((session) => advance(session, effect.frameId));
    else this.#call(effect.frameId, effect.attempt);
  }

  #background(work: (session: Session) => Promise<void>): void {
    if (this.#closed) return;
    this.#turn(work).catch((reason: unknown) => {
      if (!this.#closed) this.#queue.fault(reason);
    });
  }

  #call(frameId: number, attempt: number): void {
    const pending = pendingCall({ store: this.#store }, frameId, attempt);
    if (pending === undefined) return;
    const withCurrent = (work: (session: Session, current: PendingCall) => void) =>
      this.#background(async (session) => {
        // The try may have ended meanwhile: timed out, stopped, or answered through its token.
        const current = pendingCall(session, frameId, attempt);
        if (current !== undefined) work(session, current);
      });
    if (pending.integration.action !== 'invoke') withCurrent(performOwn);
    else
      void this.#invoke(pending, (result) =>
        withCurrent((session, current) => answerInvocation(session, current, result)),
      );
  }

  async #invoke({ frame, call }: PendingCall, answer: (result: InvokeResult) => void): Promise<void> {
    const id = `${frame.id}:${frame.attempt}`;
    // `resume` on an engine that is already running must not call a second time what is still under way.
    if (this.#inFlight.has(id)) return;
    this.#inFlight.add(id);
    this.#queue.begin();
    const { FunctionName, Payload } = call.parameters;
    try {
      answer(await this.#options.invoke(String(FunctionName), Payload ?? {}));
    } catch (error) {
      answer(undelivered(error));
    } finally {
      this.#inFlight.delete(id);
      this.#queue.end();
    }
  }
}
