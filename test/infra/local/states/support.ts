import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createStatesEngine, type InvokeResult, type StatesEngine } from '../../../../infra/local/states/engine.ts';
import { isJsonObject, type Json, parseJson, toJson } from '../../../../infra/local/states/json.ts';

export const START = Date.parse('2026-01-05T08:00:00.000Z');
export const ROLE = 'arn:aws:iam::000000000000:role/states';

export const ok = (payload: unknown = null): InvokeResult => ({ ok: true, payload });
export const failed = (errorType: string, errorMessage = 'it failed'): InvokeResult => ({
  ok: false,
  errorType,
  errorMessage,
});

export type Handler = (payload: Json) => InvokeResult | Promise<InvokeResult>;

export interface Call {
  name: string;
  payload: Json;
}

/** A database file that is gone after the test. */
export function aDatabaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'states-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'states.sqlite');
}

interface BenchOptions {
  functions?: Record<string, Handler>;
  databaseFile?: string;
  now?: number;
}

/** An engine with a clock that the test moves and functions that the test writes. */
export class Bench {
  readonly databaseFile: string;
  readonly calls: Call[] = [];
  readonly functions: Record<string, Handler>;
  engine: StatesEngine;
  now: number;

  constructor({ functions = {}, databaseFile = aDatabaseFile(), now = START }: BenchOptions = {}) {
    this.functions = functions;
    this.databaseFile = databaseFile;
    this.now = now;
    this.engine = this.#open();
    onTestFinished(() => this.engine.close());
  }

  #open(): StatesEngine {
    return createStatesEngine({
      databaseFile: this.databaseFile,
      clock: { now: () => this.now },
      invoke: async (name, payload) => {
        const json = toJson(payload);
        this.calls.push({ name, payload: json });
        const handler = this.functions[name];
        return handler === undefined ? failed('NoSuchFunction', name) : handler(json);
      },
    });
  }

  /** What a restart of the process does, without the process. */
  async restart(): Promise<void> {
    await this.engine.close();
    this.engine = this.#open();
    await this.engine.resume();
  }

  async api(action: string, input: unknown = {}): Promise<Record<string, Json>> {
    const answer = toJson(await this.engine.api(action, input));
    return isJsonObject(answer) ? answer : {};
  }

  async create(name: string, definition: object): Promise<string> {
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
    const { stateMachineArn } = await this.api('CreateStateMachine', { name, definition: text, roleArn: ROLE });
    return String(stateMachineArn);
  }

  /** Creates a machine, starts it and lets it go as far as it can without the clock. */
  async start(definition: object, input: unknown = {}, name = 'case-1'): Promise<string> {
    const stateMachineArn = await this.create(`machine-${name}`, definition);
    const started = await this.api('StartExecution', { stateMachineArn, name, input: JSON.stringify(input) });
    await this.engine.idle();
    return String(started.executionArn);
  }

  /** Starts and expects success; gives the output. */
  async run(definition: object, input: unknown = {}): Promise<Json> {
    const execution = await this.describe(await this.start(definition, input));
    if (execution.status !== 'SUCCEEDED') throw new Error(`not succeeded: ${JSON.stringify(execution)}`);
    return parseJson(String(execution.output));
  }

  describe(executionArn: string): Promise<Record<string, Json>> {
    return this.api('DescribeExecution', { executionArn });
  }

  async output(executionArn: string): Promise<Json> {
    const { output } = await this.describe(executionArn);
    return parseJson(String(output));
  }

  async events(executionArn: string): Promise<Record<string, Json>[]> {
    const { events } = await this.api('GetExecutionHistory', { executionArn, maxResults: 1000 });
    return Array.isArray(events) ? events.filter(isJsonObject) : [];
  }

  async eventTypes(executionArn: string): Promise<Json[]> {
    return (await this.events(executionArn)).map((event) => event.type ?? null);
  }

  async pass(seconds: number): Promise<void> {
    this.now += seconds * 1000;
    await this.engine.fireDue();
    await this.engine.idle();
  }

  /** The token that the n-th call of a function was given as `token` in its payload. */
  token(name: string, index = 0): string {
    const call = this.calls.filter((entry) => entry.name === name)[index];
    return isJsonObject(call?.payload) ? String(call.payload.token) : '';
  }
}

export const lambda = (name: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  ...more,
});

export const waitForToken = (name: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
});

/** A definition of one state. */
export const only = (state: object): object => ({ StartAt: 'Only', States: { Only: { End: true, ...state } } });
