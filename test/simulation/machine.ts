import { readFileSync } from 'node:fs';
import { isJsonObject, type Json } from '../../infra/local/states/json.ts';
import { Bench, type Handler, ok, ROLE } from '../infra/local/states/support.ts';

const day = 86_400_000;
/** What the fixed names of the machines are on the engine. */
const arn = (name: string) => `arn:aws:states:eu-north-1:000000000000:stateMachine:${name}`;

/** A question or wait that is open, by the name of the function that registered it and what it is about. */
export interface OpenToken {
  readonly about: string;
  readonly token: string;
  readonly payload: Record<string, Json>;
}

/**
 * The real definitions on the engine, with functions reduced to what the flow sees of them: outcomes and tokens. What
 * the functions themselves do is tested beside them; here it is the flow over months and years.
 */
export class Machine {
  readonly bench: Bench;
  readonly open: OpenToken[] = [];
  readonly outcomes: Record<string, string>;

  constructor(outcomes: Record<string, string> = {}) {
    this.outcomes = outcomes;
    this.bench = new Bench({ functions: this.#functions() });
  }

  #functions(): Record<string, Handler> {
    const name = (payload: Json, fallback: string) => (isJsonObject(payload) ? String(payload[fallback]) : '');
    const register = (about: (payload: Json) => string): Handler => {
      return (payload) => {
        if (isJsonObject(payload)) this.open.push({ about: about(payload), token: String(payload.taskToken), payload });
        return ok({});
      };
    };
    const known: Record<string, Handler> = {
      OpenTask: register((payload) => name(payload, 'kind')),
      RegisterWait: register((payload) => name(payload, 'waitName')),
      HoldCase: register(() => 'hold'),
      PlanDeadline: () => ok({ outcome: 'run', round: 1, askAt: this.#in(23), noticeAt: this.#in(30) }),
      PlanAppealDeadline: () => ok({ outcome: 'wait', until: this.#in(28) }),
      PlanHandover: () => ok({ outcome: 'needed', round: 1 }),
      StopClock: async () => {
        for (const about of ['clock', 'delay-reason']) await this.#complete(about, { outcome: 'stopped' });
        return ok({ outcome: 'stopped' });
      },
    };
    return new Proxy(known, {
      get: (functions, step: string) => functions[step] ?? (() => ok({ outcome: this.outcomes[step] ?? 'done' })),
    });
  }

  #in(days: number): string {
    return new Date(this.bench.now + days * day).toISOString();
  }

  /** Completes the newest open token about something and lets the flow go on; false when none is open. */
  async answer(about: string, output: object): Promise<boolean> {
    const sent = await this.#complete(about, output);
    await this.bench.engine.idle();
    return sent;
  }

  /** Operations stop at the newest hold. */
  async stop(): Promise<void> {
    const { token } = this.open.findLast(({ about }) => about === 'hold') ?? { token: '' };
    await this.bench.api('SendTaskFailure', { taskToken: token, error: 'StoppedByOperations', cause: 'RenderReceipt' });
    await this.bench.engine.idle();
  }

  /** From here on no new wait for an appeal begins. */
  endAppealDeadline(): void {
    this.bench.functions.PlanAppealDeadline = () => ok({ outcome: 'expired', until: this.#in(0) });
  }

  async #complete(about: string, output: object): Promise<boolean> {
    const found = this.open.findLast((token) => token.about === about);
    if (!found) return false;
    this.open.splice(this.open.indexOf(found), 1);
    return this.bench.api('SendTaskSuccess', { taskToken: found.token, output: JSON.stringify(output) }).then(
      () => true,
      () => false,
    );
  }

  /** Creates both machines and starts one for case `c`. */
  async start(kind: 'application' | 'appeal', input: object = {}): Promise<string> {
    for (const each of ['application', 'appeal']) {
      const text = readFileSync(new URL(`../../infra/workflow/${each}.asl.json`, import.meta.url), 'utf8');
      const definition = text
        .replaceAll(/\$\{ApplicationStateMachine\}/g, arn('application'))
        .replaceAll(/\$\{AppealStateMachine\}/g, arn('appeal'))
        .replaceAll(/\$\{(\w+)\}/g, '$1');
      await this.bench.api('CreateStateMachine', { name: each, definition, roleArn: ROLE });
    }
    const { executionArn } = await this.bench.api('StartExecution', {
      stateMachineArn: arn(kind),
      name: 'c',
      input: JSON.stringify({ caseId: 'c', municipality: '4635', ...input }),
    });
    await this.bench.engine.idle();
    return String(executionArn);
  }

  /** Lets days pass, timer by timer. */
  async days(days: number): Promise<void> {
    const end = this.bench.now + days * day;
    for (let next = this.bench.engine.nextTimer(); next && next.at <= end; next = this.bench.engine.nextTimer()) {
      this.bench.now = next.at;
      await this.bench.engine.fireDue();
      await this.bench.engine.idle();
    }
    this.bench.now = end;
  }

  /** Name and status of every execution, oldest first. */
  async executions(kind: 'application' | 'appeal' = 'application'): Promise<[string, string][]> {
    const { executions } = await this.bench.api('ListExecutions', { stateMachineArn: arn(kind) });
    const rows = Array.isArray(executions) ? executions.filter(isJsonObject) : [];
    return rows.map((row): [string, string] => [String(row.name), String(row.status)]).toReversed();
  }

  /** How often a function was called. */
  calls(step: string): number {
    return this.bench.calls.filter((call) => call.name === step).length;
  }
}
