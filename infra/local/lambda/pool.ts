import { type Outcome, Sandbox, type SandboxOptions } from './sandbox.ts';
import { Slots } from './slots.ts';

/** The sandboxes of one function: grown when all are busy, up to a limit, and kept warm afterwards. */
export class SandboxPool {
  readonly #options: SandboxOptions;
  readonly #slots: Slots;
  readonly #all = new Set<Sandbox>();
  /** The one used last is taken first, so that the others can be let go. */
  #idle: Sandbox[] = [];
  /** Grows with each use in the whole runtime; tells which pool has rested longest. */
  lastUse = 0;

  constructor(options: SandboxOptions, size: number) {
    this.#options = options;
    this.#slots = new Slots(size);
  }

  get size(): number {
    return this.#all.size;
  }

  get idle(): number {
    return this.#idle.length;
  }

  /** Runs one invocation in a warm sandbox or a new one. */
  async invoke(requestId: string, payload: string): Promise<Outcome> {
    const giveBack = await this.#slots.take();
    try {
      const sandbox = this.#takeIdle() ?? this.#start();
      const outcome = await sandbox.invoke(requestId, payload);
      if (sandbox.alive) this.#idle.push(sandbox);
      else this.#all.delete(sandbox);
      return outcome;
    } finally {
      giveBack();
    }
  }

  /** Ends the sandbox that has rested longest. */
  async shrink(): Promise<void> {
    const sandbox = this.#idle.shift();
    if (sandbox === undefined) return;
    this.#all.delete(sandbox);
    await sandbox.close();
  }

  async close(): Promise<void> {
    const all = [...this.#all];
    this.#all.clear();
    this.#idle = [];
    await Promise.all(all.map((sandbox) => sandbox.close()));
  }

  #takeIdle(): Sandbox | undefined {
    for (let sandbox = this.#idle.pop(); sandbox !== undefined; sandbox = this.#idle.pop()) {
      if (sandbox.alive) return sandbox;
      this.#all.delete(sandbox);
    }
    return undefined;
  }

  #start(): Sandbox {
    const sandbox = new Sandbox(this.#options);
    this.#all.add(sandbox);
    return sandbox;
  }
}
