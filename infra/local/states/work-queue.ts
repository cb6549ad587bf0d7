/**
 * Runs one piece of work after the other, and knows when nothing is under way. Work outside the queue (a function's
 * invocation) is counted by `begin`/`end`.
 */
export class WorkQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #active = 0;
  #waiting: { resolve: () => void; reject: (reason: unknown) => void }[] = [];
  #fault: { reason: unknown } | undefined;

  /** Adds work at the end of the queue. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.begin();
    const result = this.#tail.then(work);
    this.#tail = result.then(
      () => this.end(),
      () => this.end(),
    );
    return result;
  }

  begin(): void {
    this.#active += 1;
  }

  end(): void {
    this.#active -= 1;
    if (this.#active > 0) return;
    for (const waiter of this.#waiting.splice(0)) this.#release(waiter);
  }

  /** A defect of the engine itself: whoever waits for quiet must hear of it, or it would wait for what never comes. */
  fault(reason: unknown): void {
    this.#fault ??= { reason };
  }

  idle(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#active > 0) this.#waiting.push({ resolve, reject });
      else this.#release({ resolve, reject });
    });
  }

  #release({ resolve, reject }: { resolve: () => void; reject: (reason: unknown) => void }): void {
    if (this.#fault === undefined) resolve();
    else reject(this.#fault.reason);
  }
}
