import { type Outcome, Sandbox, type SandboxOptions } from './sandbox.ts';

/**
 * How long an invocation waits for a busy sandbox before another is started. Starting one costs as much computing as dozens
 * of invocations, and most are over in a few hundredths of a second.
 */
const PATIENCE_MS = 1000;

/** The sandboxes of one function: grown, up to a limit, when all stay busy, and kept warm afterwards. */
export class SandboxPool {
  readonly #options: SandboxOptions;
  readonly #limit: number;
  readonly #all = new Set<Sandbox>();
  readonly #waiting: ((sandbox: Sandbox | undefined) => void)[] = [];
  /** The one used last is taken first, so that the others can be let go. */
  #idle: Sandbox[] = [];
  #growth: NodeJS.Timeout | undefined;
  /** Grows with each use in the whole runtime; tells which pool has rested longest. */
  lastUse = 0;

  constructor(options: SandboxOptions, limit: number) {
    this.#options = options;
    this.#limit = limit;
  }

  get size(): number {
    return this.#all.size;
  }

  get idle(): number {
    return this.#idle.length;
  }

  /** Runs one invocation in a warm sandbox or a new one, first come first served. */
  async invoke(requestId: string, payload: string): Promise<Outcome> {
    const sandbox = await this.#take();
    if (sandbox === undefined) return STOPPED;
    try {
      return await sandbox.invoke(requestId, payload);
    } finally {
      this.#giveBack(sandbox);
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
    clearTimeout(this.#growth);
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
    const all = [...this.#all];
    this.#all.clear();
    this.#idle = [];
    await Promise.all(all.map((sandbox) => sandbox.close()));
  }

  async #take(): Promise<Sandbox | undefined> {
    const idle = this.#takeIdle();
    if (idle !== undefined) return idle;
    if (this.#all.size === 0) return this.#start();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#growLater();
    });
  }

  #giveBack(sandbox: Sandbox): void {
    if (!sandbox.alive) this.#all.delete(sandbox);
    const next = this.#waiting.shift();
    if (next !== undefined) next(sandbox.alive ? sandbox : this.#start());
    else if (sandbox.alive) this.#idle.push(sandbox);
  }

  #growLater(): void {
    if (this.#growth !== undefined || this.#all.size >= this.#limit) return;
    this.#growth = setTimeout(() => {
      this.#growth = undefined;
      const next = this.#all.size < this.#limit ? this.#waiting.shift() : undefined;
      next?.(this.#start());
      if (this.#waiting.length > 0) this.#growLater();
    }, PATIENCE_MS);
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

/** The answer to invocations that still wait when the runtime stops. */
export const STOPPED: Outcome = {
  ok: false,
  error: { errorType: 'Sandbox.Stopped', errorMessage: 'The local runtime is stopping' },
};
