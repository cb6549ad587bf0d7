import { describe, expect, it } from 'vitest';
import { matchesError } from '../../../../infra/local/states/errors.ts';
import { Bench, failed, lambda, ok, only, START } from './support.ts';

const SECOND = 1000;

describe('Retry', () => {
  const retry = (more: object = {}) =>
    only(
      lambda('f', { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3, ...more }] }),
    );

  it('tries again after the interval, then after the backed-off ones, then gives up', async () => {
    const bench = new Bench({ functions: { f: () => failed('Busy') } });
    const arn = await bench.start(retry());
    for (const seconds of [2, 6, 18]) {
      expect(bench.engine.nextTimer()?.at).toBe(bench.now + seconds * SECOND);
      await bench.pass(seconds);
    }
    expect(bench.calls).toHaveLength(4);
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('waits no longer than MaxDelaySeconds', async () => {
    const bench = new Bench({ functions: { f: () => failed('Busy') } });
    await bench.start(retry({ MaxDelaySeconds: 4 }));
    await bench.pass(2);
    expect(bench.engine.nextTimer()?.at).toBe(START + 6 * SECOND);
  });

  it('counts in the context, and lets the next attempt succeed', async () => {
    const answers = [failed('Busy'), failed('Busy'), ok('done')];
    const bench = new Bench({ functions: { f: () => answers.shift() ?? ok() } });
    const Output = { payload: '{% $states.result.Payload %}', retries: '{% $states.context.State.RetryCount %}' };
    const Retry = [{ ErrorEquals: ['States.ALL'] }];
    const arn = await bench.start(only(lambda('f', { Output, Retry })));
    await bench.pass(1);
    await bench.pass(2);
    expect(await bench.output(arn)).toEqual({ payload: 'done', retries: 2 });
  });

  it('counts per retrier', async () => {
    const answers = [failed('A'), failed('B'), failed('A')];
    const bench = new Bench({ functions: { f: () => answers.shift() ?? ok('done') } });
    const entry = (name: string) => ({ ErrorEquals: [name], MaxAttempts: 1, IntervalSeconds: 1 });
    const arn = await bench.start(only(lambda('f', { Retry: [entry('A'), entry('B')] })));
    await bench.pass(1);
    await bench.pass(1);
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'A' });
  });
});

describe('Catch', () => {
  it('goes on with the error output, and assigns in the scope of the state', async () => {
    const bench = new Bench({ functions: { f: () => failed('Broken', 'why') } });
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'Wrong' },
      { ErrorEquals: ['Broken'], Next: 'Right', Assign: { error: '{% $states.errorOutput.Error %}' } },
    ];
    const definition = {
      StartAt: 'Call',
      States: {
        Call: lambda('f', { Catch, Next: 'Wrong' }),
        Right: { Type: 'Succeed', Output: { error: '{% $error %}', input: '{% $states.input %}' } },
        Wrong: { Type: 'Fail' },
      },
    };
    expect(await bench.run(definition)).toEqual({
      error: 'Broken',
      input: { Error: 'Broken', Cause: '{"errorMessage":"why","errorType":"Broken","trace":[]}' },
    });
  });

  it('takes over when the retries are used up', async () => {
    const bench = new Bench({ functions: { f: () => failed('Broken') } });
    const definition = {
      StartAt: 'Call',
      States: {
        Call: lambda('f', {
          Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Output: 'held', Next: 'End' }],
          Next: 'End',
        }),
        End: { Type: 'Succeed' },
      },
    };
    const arn = await bench.start(definition);
    await bench.pass(1);
    expect(await bench.output(arn)).toBe('held');
  });

  it('does not catch what its own output fails with', async () => {
    const bench = new Bench({ functions: { f: () => failed('Broken') } });
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: '{% $absent %}', Next: 'End' }];
    const States = { Call: lambda('f', { Catch, Next: 'End' }), End: { Type: 'Succeed' } };
    const arn = await bench.start({ StartAt: 'Call', States });
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('the reserved error names', () => {
  it.each([
    ['States.ALL', 'Anything', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.TaskFailed', 'Anything', true],
    ['States.TaskFailed', 'States.HeartbeatTimeout', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.Runtime', false],
    ['States.Timeout', 'States.HeartbeatTimeout', true],
    ['Other', 'Anything', false],
  ])('%s takes %s: %s', (name, error, expected) => {
    expect(matchesError([name], error)).toBe(expected);
  });
});

describe('the time limit of an execution', () => {
  it('ends it as TIMED_OUT', async () => {
    const bench = new Bench();
    const arn = await bench.start({ ...only({ Type: 'Wait', Seconds: 100 }), TimeoutSeconds: 10 });
    await bench.pass(10);
    expect(await bench.describe(arn)).toMatchObject({ status: 'TIMED_OUT' });
    expect((await bench.eventTypes(arn)).at(-1)).toBe('ExecutionTimedOut');
    expect(bench.engine.nextTimer()).toBeUndefined();
  });
});

describe('a function that is too slow', () => {
  it('times out, and its late answer changes nothing', async () => {
    const late = Promise.withResolvers<void>();
    const bench = new Bench({ functions: { f: () => late.promise.then(() => ok('late')) } });
    const Catch = [{ ErrorEquals: ['States.Timeout'], Output: 'timed out', Next: 'End' }];
    const States = { Call: lambda('f', { TimeoutSeconds: 5, Catch, Next: 'End' }), End: { Type: 'Succeed' } };
    const stateMachineArn = await bench.create('slow', { StartAt: 'Call', States });
    const { executionArn } = await bench.api('StartExecution', { stateMachineArn, name: 'slow' });
    while (bench.engine.nextTimer() === undefined) await bench.describe(String(executionArn));
    bench.now += 5 * SECOND;
    await bench.engine.fireDue();
    late.resolve();
    await bench.engine.idle();
    expect(await bench.output(String(executionArn))).toBe('timed out');
    expect(await bench.eventTypes(String(executionArn))).toContain('TaskTimedOut');
  });
});

describe('an execution without an end', () => {
  it('is closed when its history is full', async () => {
    const bench = new Bench();
    const arn = await bench.start({
      StartAt: 'Ping',
      States: { Ping: { Type: 'Pass', Next: 'Pong' }, Pong: { Type: 'Pass', Next: 'Ping' } },
    });
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  }, 30_000);
});
