import type { MovedClock } from './clock.ts';
import type { Schedules } from './schedules/schedules.ts';
import type { StatesEngine } from './states/engine.ts';

/** A moment at which something will happen by itself. */
export interface NextTimer {
  /** Epoch milliseconds. */
  readonly at: number;
  /** What waits: an execution's state, or a schedule. */
  readonly name: string;
}

/** What time moves. */
export interface TimeKeeperOptions {
  readonly clock: MovedClock;
  readonly engine: StatesEngine;
  readonly schedules: Schedules;
  /** Resolves when nothing runs. */
  readonly idle: () => Promise<void>;
  readonly log: (line: string) => void;
}

/** How often real time is looked at: new timers appear without a word, and looking is one indexed query. */
const LOOK_MS = 200;
/** So many timers at one and the same time mean a loop that never ends. */
const MOST_AT_ONCE = 10_000;

/** Fires timers and schedules: in order when the clock is moved, and when real time reaches them. */
export class TimeKeeper {
  readonly #options: TimeKeeperOptions;
  #queue: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: TimeKeeperOptions) {
    this.#options = options;
  }

  /** The next thing to happen by itself. */
  next(): NextTimer | undefined {
    const { engine, schedules } = this.#options;
    const timer = engine.nextTimer();
    const schedule = schedules.next();
    if (timer === undefined || (schedule !== undefined && schedule.at < timer.at)) return schedule;
    return { at: timer.at, name: `${timer.executionName}: ${timer.stateName}` };
  }

  /** Moves the clock to a time, stopping at each timer on the way until everything that it started has settled. */
  advance(to: number): Promise<void> {
    return this.#enqueue(() => this.#advance(to));
  }

  /** Moves the clock to the next timer and fires it; without one nothing happens. */
  advanceToNext(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#options.idle();
      const next = this.next();
      if (next !== undefined) await this.#advance(next.at);
    });
  }

  /** Begins to fire what is due in real time; what came due while the runtime was stopped is fired at once. */
  start(): void {
    const look = () => {
      if (this.#stopped) return;
      const next = this.next();
      const isDue = next !== undefined && next.at <= this.#options.clock.now();
      const done = isDue ? this.#enqueue(() => this.#fireDue()) : Promise.resolve();
      void done.catch((error: unknown) => this.#options.log(`clock: ${error}`)).then(() => this.#wait(look));
    };
    this.#wait(look);
  }

  /** Fires nothing more, and waits for what is being fired. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#queue.catch(() => undefined);
  }

  #wait(look: () => void): void {
    if (!this.#stopped) this.#timer = setTimeout(look, LOOK_MS);
  }

  async #advance(to: number): Promise<void> {
    const { clock, idle } = this.#options;
    const atOnce = { time: 0, count: 0 };
    try {
      // Time stands still from here on, so that what runs now does not depend on how fast the machine is.
      clock.hold(clock.now());
      await idle();
      for (let next = this.next(); next !== undefined && next.at <= to && !this.#stopped; next = this.next()) {
        clock.hold(next.at);
        countAtOnce(atOnce, clock.now(), next);
        await this.#fireDue();
        await idle();
      }
      if (!this.#stopped) clock.hold(to);
    } finally {
      clock.release();
    }
  }

  async #fireDue(): Promise<void> {
    const { clock, engine, schedules } = this.#options;
    schedules.fireDue(clock.now());
    await engine.fireDue();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const result = this.#queue.catch(() => undefined).then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function countAtOnce(atOnce: { time: number; count: number }, now: number, { name }: NextTimer): void {
  atOnce.count = atOnce.time === now ? atOnce.count + 1 : 0;
  atOnce.time = now;
  if (atOnce.count <= MOST_AT_ONCE) return;
  throw new Error(`${name} is due again and again at ${new Date(now).toISOString()}`);
}
