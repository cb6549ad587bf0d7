import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';
import type { LocalFunction } from '../template/model.ts';
import type { FunctionLogs } from './logs.ts';
import type { InvocationError, InvocationMessage, SandboxMessage, SandboxSetup } from './protocol.ts';

/** The outcome of one invocation: the response as JSON text, or the error as Lambda words it. */
export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: InvocationError };

/**
 * What runs in the thread, its types stripped once for all: each thread would load a compiler of its own to do it. Node's
 * own way to strip them tells everybody who listens that it is experimental.
 */
const bootstrapText = readFileSync(new URL('./bootstrap.ts', import.meta.url), 'utf8');
const bootstrapCode = transformSync(bootstrapText, { loader: 'ts', format: 'esm', target: 'node24' }).code;
const bootstrap = new URL(`data:text/javascript,${encodeURIComponent(bootstrapCode)}`);

/** What a sandbox is made from. */
export interface SandboxOptions {
  readonly definition: LocalFunction;
  readonly environment: Readonly<Record<string, string>>;
  readonly logs: FunctionLogs;
}

/** The largest response of a synchronous invocation (Lambda quotas: 6 MB), in bytes as Lambda's own message has it. */
const MAXIMUM_RESPONSE_BYTES = 6_291_556;

/**
 * One execution environment: a thread with its own modules and environment, which handles one invocation at a time and keeps
 * its state between them.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #worker: Worker;
  readonly #children = new Set<number>();
  #settle: ((outcome: Outcome) => void) | undefined;
  #requestId = '';
  #dead = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
    const { definition, environment, logs } = options;
    const setup: SandboxSetup = { taskRoot: definition.codeDirectory, handler: definition.handler };
    this.#worker = new Worker(bootstrap, {
      workerData: setup,
      env: { ...environment },
      // Flags of the process around it (a test runner's, say) are not the function's.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
    });
    logs.follow(definition.name, this.#worker.stdout);
    logs.follow(definition.name, this.#worker.stderr);
    this.#worker.on('message', (message: SandboxMessage) => this.#receive(message));
    this.#worker.on('error', (error: unknown) => this.#crashed(error));
    this.#worker.on('exit', (code) => this.#exited(code));
  }

  /** False once the thread has ended; it then takes no more invocations. */
  get alive(): boolean {
    return !this.#dead;
  }

  /** Runs one invocation; the time limit is the function's own. */
  async invoke(requestId: string, payload: string): Promise<Outcome> {
    const { definition, logs } = this.#options;
    const started = Date.now();
    const limit = definition.timeoutSeconds * 1000;
    logs.append(definition.name, `START RequestId: ${requestId} Version: $LATEST\n`);
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#requestId = requestId;
      const timer = setTimeout(() => this.#timeOut(), limit);
      this.#settle = (settled) => {
        clearTimeout(timer);
        this.#settle = undefined;
        resolve(settled);
      };
      this.#worker.postMessage(this.#message(requestId, payload, started + limit));
    });
    const failure = outcome.ok ? '' : ` ${outcome.error.errorType}: ${outcome.error.errorMessage}`;
    const report = `REPORT RequestId: ${requestId} Duration: ${Date.now() - started} ms${failure}\n`;
    logs.append(definition.name, report);
    return outcome;
  }

  /** Ends the thread and every process the function started. */
  async close(): Promise<void> {
    this.#dead = true;
    await this.#worker.terminate();
    for (const pid of this.#children) killTree(pid);
    this.#children.clear();
  }

  #message(requestId: string, payload: string, deadline: number): InvocationMessage {
    const { definition } = this.#options;
    const hex = (bytes: number) => randomBytes(bytes).toString('hex');
    return {
      requestId,
      payload,
      deadline,
      traceId: `Root=1-${hex(4)}-${hex(12)};Parent=${hex(8)};Sampled=0`,
      context: {
        functionName: definition.name,
        invokedFunctionArn: definition.arn,
        memoryLimitInMB: String(definition.memoryMb),
        logGroupName: `/aws/lambda/${definition.name}`,
        logStreamName: 'local',
      },
    };
  }

  #receive(message: SandboxMessage): void {
    if (message.kind === 'child') {
      if (message.alive) this.#children.add(message.pid);
      else this.#children.delete(message.pid);
    } else if (message.requestId === this.#requestId) {
      this.#settle?.(message.kind === 'error' ? { ok: false, error: message.error } : sized(message.payload));
    }
  }

  #timeOut(): void {
    const seconds = this.#options.definition.timeoutSeconds.toFixed(2);
    this.#fail('Sandbox.Timedout', `RequestId: ${this.#requestId} Error: Task timed out after ${seconds} seconds`);
    void this.close();
  }

  #crashed(error: unknown): void {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const [type, text] = isMemory
      ? ['Runtime.OutOfMemory', 'Runtime exited with error: signal: killed']
      : ['Runtime.ExitError', `Runtime exited with error: ${String(error)}`];
    this.#options.logs.append(this.#options.definition.name, `${error instanceof Error ? error.stack : error}\n`);
    this.#fail(type, `RequestId: ${this.#requestId} Error: ${text}`);
  }

  #exited(code: number): void {
    this.#dead = true;
    for (const pid of this.#children) killTree(pid);
    this.#children.clear();
    const text = `Runtime exited with error: exit status ${code}`;
    this.#fail('Runtime.ExitError', `RequestId: ${this.#requestId} Error: ${text}`);
  }

  #fail(errorType: string, errorMessage: string): void {
    this.#dead = true;
    this.#settle?.({ ok: false, error: { errorType, errorMessage } });
  }
}

function sized(payload: string): Outcome {
  const bytes = Buffer.byteLength(payload);
  if (bytes <= MAXIMUM_RESPONSE_BYTES) return { ok: true, payload };
  const errorMessage = `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${MAXIMUM_RESPONSE_BYTES} bytes).`;
  return { ok: false, error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
}

/** Kills a process and, when it leads one, its group: browsers are started as leaders with helpers of their own. */
function killTree(pid: number): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // Already gone, or no group of that number.
    }
  }
}
