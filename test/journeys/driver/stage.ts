/** What the stage needs from the runtime: to be quiet, and to move the clock. */
export interface StageRuntime {
  /** Resolves when nothing is in flight: only people and timers can make anything happen. */
  idle(): Promise<void>;
  now(): number;
  /** Moves the clock, playing every timer on the way in order. */
  advance(to: string): Promise<unknown>;
}

/** What one story sees of the stage. */
export interface Actor {
  /** Waits until everything this and the other stories set going has come to rest. */
  settle(): Promise<void>;
  /** Waits until the moved clock shows `instant`. */
  until(instant: string): Promise<void>;
}

interface Waiting {
  readonly until?: number;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Many stories on one moved clock. Each runs until it must wait; when all wait, those that only wait for rest go on
 * after `idle`, and only when every one waits for a later time does the clock move, to the earliest of them. So all
 * journeys of all municipalities share their months, and none sees another's time.
 */
export function createStage(runtime: StageRuntime) {
  let playing = 0;
  const waiting = new Set<Waiting>();

  function wait(until?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.add(until === undefined ? { resolve, reject } : { until, resolve, reject });
      turn();
    });
  }

  function turn(): void {
    if (playing === 0 || waiting.size < playing) return;
    const resting = [...waiting].filter((one) => one.until === undefined);
    const move = resting.length > 0 ? runtime.idle() : advance();
    move.then(
      () => release(resting.length > 0 ? resting : due()),
      (cause: unknown) => release([...waiting], cause),
    );
  }

  function advance(): Promise<unknown> {
    const next = Math.min(...[...waiting].map((one) => one.until ?? 0));
    return next <= runtime.now() ? Promise.resolve() : runtime.advance(new Date(next).toISOString());
  }

  function due(): Waiting[] {
    return [...waiting].filter((one) => (one.until ?? 0) <= runtime.now());
  }

  function release(some: readonly Waiting[], cause?: unknown): void {
    for (const one of some) waiting.delete(one);
    for (const one of some) {
      if (cause === undefined) one.resolve();
      else one.reject(cause);
    }
  }

  const actor: Actor = { settle: () => wait(), until: (instant) => wait(Date.parse(instant)) };
  return {
    /** Plays all stories to their end. A story that fails leaves the stage; the others go on. */
    play: async <T>(stories: readonly ((actor: Actor) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> => {
      playing = stories.length;
      return Promise.allSettled(
        stories.map((story) =>
          story(actor).finally(() => {
            playing -= 1;
            turn();
          }),
        ),
      );
    },
  };
}
