import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { aDatabaseFile, Bench, failed, lambda, ok, only, waitForToken } from './support.ts';

describe('after a restart', () => {
  it('a wait goes on to its time', async () => {
    const bench = new Bench();
    const arn = await bench.start(only({ Type: 'Wait', Seconds: 60 }));
    await bench.pass(30);
    await bench.restart();
    await bench.pass(30);
    expect(await bench.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('a token is still the same, and the function is not called again', async () => {
    const bench = new Bench({ functions: { ask: () => ok() } });
    const arn = await bench.start(only(waitForToken('ask', { TimeoutSeconds: 100 })));
    await bench.restart();
    await bench.engine.idle();
    expect(bench.calls).toHaveLength(1);
    await bench.api('SendTaskSuccess', { taskToken: bench.token('ask'), output: '1' });
    await bench.engine.idle();
    expect(await bench.output(arn)).toBe(1);
  });

  it('a call without an answer is made again, with the same payload and token', async () => {
    const bench = new Bench({ functions: { ask: () => new Promise(() => undefined) } });
    const stateMachineArn = await bench.create('m', only(waitForToken('ask')));
    const { executionArn } = await bench.api('StartExecution', { stateMachineArn, name: 'e' });
    while (bench.calls.length === 0) await bench.describe(String(executionArn));
    bench.functions.ask = () => ok();
    await bench.restart();
    await bench.engine.idle();
    expect(bench.calls).toHaveLength(2);
    expect(bench.calls[1]).toEqual(bench.calls[0]);
  });

  it('resume on a running engine calls nothing a second time', async () => {
    const answer = Promise.withResolvers<void>();
    const bench = new Bench({ functions: { f: () => answer.promise.then(() => ok()) } });
    const stateMachineArn = await bench.create('m', only(lambda('f')));
    await bench.api('StartExecution', { stateMachineArn, name: 'e' });
    await bench.engine.resume();
    await bench.engine.resume();
    answer.resolve();
    await bench.engine.idle();
    expect(bench.calls).toHaveLength(1);
  });

  it('a retry comes at its time, and the count goes on', async () => {
    const bench = new Bench({ functions: { f: () => failed('Busy') } });
    const arn = await bench.start(only(lambda('f', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }] })));
    await bench.pass(1);
    await bench.restart();
    await bench.pass(2);
    expect(bench.calls).toHaveLength(3);
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED' });
  });

  it('branches keep their variables and what they have done', async () => {
    const bench = new Bench({ functions: { ask: () => ok(), f: () => ok() } });
    const branch = (name: string, state: object) => ({
      StartAt: `${name}Set`,
      States: {
        [`${name}Set`]: { Type: 'Pass', Assign: { own: name }, Next: name },
        [name]: { ...state, Output: '{% $own %}', End: true },
      },
    });
    const Branches = [branch('ask', waitForToken('ask')), branch('call', lambda('f'))];
    const arn = await bench.start(only({ Type: 'Parallel', Branches }));
    await bench.restart();
    await bench.api('SendTaskSuccess', { taskToken: bench.token('ask'), output: '1' });
    await bench.engine.idle();
    expect(await bench.output(arn)).toEqual(['ask', 'call']);
    expect(bench.calls).toHaveLength(2);
  });
});

const VICTIM = new URL('./victim.ts', import.meta.url);

/** Starts a process that carries on (or starts) the case in the database, and gives its first message. */
async function victim(databaseFile: string, mode: 'start' | 'resume'): Promise<[ChildProcess, unknown]> {
  const child = fork(VICTIM, [databaseFile, mode], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [message]: unknown[] = await once(child, 'message');
  return [child, message];
}

describe('after SIGKILL', () => {
  it('the execution goes on where it was', async () => {
    const databaseFile = aDatabaseFile();
    const [first, message] = await victim(databaseFile, 'start');
    expect(message).toBe('slow called');
    first.kill('SIGKILL');
    await once(first, 'exit');
    const [second, outcome] = await victim(databaseFile, 'resume');
    second.kill();
    await once(second, 'exit');
    expect(outcome).toEqual({ status: 'SUCCEEDED', output: '{"token":true,"slow":"second time"}', quickCalls: 0 });
  }, 20_000);
});
