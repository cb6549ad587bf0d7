/** A counter of places with a queue in front: at most `size` holders at once, first come first served. */
export class Slots {
  readonly #size: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Resolves when a place is free; the result gives it back. */
  async take(): Promise<() => void> {
    if (this.#taken < this.#size) this.#taken += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#giveBack();
    };
  }

  #giveBack(): void {
    const next = this.#waiting.shift();
    // The place passes on without becoming free in between.
    if (next === undefined) this.#taken -= 1;
    else next();
  }
}
