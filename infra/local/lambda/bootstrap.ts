// Runs inside the sandbox's thread: what Lambda's Node.js runtime client does in its process.
import { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { InvocationError, InvocationMessage, SandboxMessage, SandboxSetup } from './protocol.ts';

type Handler = (event: unknown, context: unknown) => unknown;

class InitError extends Error {
  override readonly name: string;
  constructor(name: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = name;
  }
}

function start(port: MessagePort, setup: SandboxSetup): void {
  // Most of a start is compiling a bundle of a megabyte or two; the next sandbox, and the next run, need not do it again.
  // Beside the assembly and not in the machine's own place, so that what a run leaves goes with its folder.
  enableCompileCache(join(setup.taskRoot, '..', '..', '.compile-cache'));
  const send = (message: SandboxMessage) => port.postMessage(message);
  reportChildren(send);
  // Started at once, as Lambda's init phase is; the first invocation waits for it and reports its failure.
  const handler = loadHandler(setup);
  handler.catch(() => undefined);
  port.on('message', (invocation: InvocationMessage) => {
    void run(handler, invocation).then(send);
  });
}

async function run(loaded: Promise<Handler>, invocation: InvocationMessage): Promise<SandboxMessage> {
  const { requestId, payload, traceId } = invocation;
  try {
    const handler = await loaded;
    process.env._X_AMZN_TRACE_ID = traceId;
    const result = await handler(JSON.parse(payload), contextOf(invocation));
    return { kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'error', requestId, error: describe(error) };
  }
}

async function loadHandler({ taskRoot, handler }: SandboxSetup): Promise<Handler> {
  const dot = handler.lastIndexOf('.');
  const [file, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const path = ['.mjs', '.js', '.cjs'].map((ending) => join(taskRoot, `${file}${ending}`)).find(existsSync);
  if (path === undefined) throw new InitError('Runtime.ImportModuleError', `Error: Cannot find module '${file}'`);
  const module = await importModule(path);
  const found = module[name] ?? (module.default as Record<string, unknown> | undefined)?.[name];
  if (typeof found !== 'function') {
    throw new InitError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  return found as Handler;
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  try {
    const module: Record<string, unknown> = await import(pathToFileURL(path).href);
    // At once: a sandbox is ended without warning.
    flushCompileCache();
    return module;
  } catch (error) {
    if (error instanceof SyntaxError) throw new InitError('Runtime.UserCodeSyntaxError', String(error), error);
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new InitError('Runtime.ImportModuleError', String(error), error);
    }
    throw error;
  }
}

function contextOf({ requestId, deadline, context }: InvocationMessage) {
  return {
    ...context,
    awsRequestId: requestId,
    functionVersion: '$LATEST',
    callbackWaitsForEmptyEventLoop: true,
    // A budget of computing time, so the machine's own clock, as in Lambda; never the moved one.
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** The same form that Lambda's Node.js runtime interface client gives (its `Errors.js`). */
function describe(error: unknown): InvocationError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

/** Tells the runtime which processes (a browser, say) the function started, since ending a thread does not end them. */
function reportChildren(send: (message: SandboxMessage) => void): void {
  // Every way to start a process ends in this method, which Node leaves out of its types.
  const prototype = ChildProcess.prototype as unknown as { spawn(this: ChildProcess, options: unknown): number };
  const spawn = prototype.spawn;
  prototype.spawn = function (options) {
    const result = spawn.call(this, options);
    const { pid } = this;
    if (pid !== undefined) {
      send({ kind: 'child', pid, alive: true });
      this.once('exit', () => send({ kind: 'child', pid, alive: false }));
    }
    return result;
  };
}

if (parentPort !== null) start(parentPort, workerData as SandboxSetup);
