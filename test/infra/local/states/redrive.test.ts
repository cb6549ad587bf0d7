import { describe, expect, it } from 'vitest';
import { Bench, failed, lambda, ok, only, waitForToken } from './support.ts';

const redrive = async (bench: Bench, executionArn: string) => {
  await bench.api('RedriveExecution', { executionArn });
  await bench.engine.idle();
};

/** A bench whose function `f` is broken until it is mended. */
function aBrokenBench() {
  const bench = new Bench({ functions: { f: () => failed('Broken'), ask: () => ok(), quick: () => ok('quick') } });
  return { bench, mend: () => Object.assign(bench.functions, { f: () => ok('mended') }) };
}

const payload = '{% $states.result.Payload %}';

describe('RedriveExecution', () => {
  it('goes on from the failed state with the same input and fresh retries', async () => {
    const { bench, mend } = aBrokenBench();
    const definition = {
      StartAt: 'Quick',
      States: {
        Quick: lambda('quick', { Output: payload, Next: 'Call' }),
        Call: lambda('f', { Output: payload, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }], End: true }),
      },
    };
    const arn = await bench.start(definition);
    await bench.pass(1);
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', redriveStatus: 'REDRIVABLE', redriveCount: 0 });
    await redrive(bench, arn);
    expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING', redriveCount: 1 });
    mend();
    await bench.pass(1);
    expect(await bench.output(arn)).toBe('mended');
    expect(bench.calls.map((call) => call.name)).toEqual(['quick', 'f', 'f', 'f', 'f']);
    const types = await bench.eventTypes(arn);
    expect(types.slice(types.indexOf('ExecutionRedriven'), -1)).toEqual([
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskFailed',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
    ]);
  });

  it('inside a Parallel keeps what succeeded and carries the branches on that were cut down', async () => {
    const { bench, mend } = aBrokenBench();
    const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: { ...state, End: true } } });
    const Casework = {
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { seen: 'yes' }, Next: 'Ask' },
        Ask: waitForToken('ask', { Output: ['{% $states.result %}', '{% $seen %}'], End: true }),
      },
    };
    const Branches = [
      Casework,
      branch('Deadline', { Type: 'Wait', Timestamp: '2026-01-06T08:00:00Z', Output: 'waited' }),
      branch('Quick', lambda('quick', { Output: payload })),
      {
        StartAt: 'Pause',
        States: {
          Pause: { Type: 'Wait', Seconds: 10, Next: 'Call' },
          Call: lambda('f', { Output: payload, End: true }),
        },
      },
    ];
    const arn = await bench.start(only({ Type: 'Parallel', Branches }));
    await bench.pass(10);
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Broken' });
    mend();
    await redrive(bench, arn);
    expect(bench.token('ask', 1)).not.toBe(bench.token('ask', 0));
    await bench.api('SendTaskSuccess', { taskToken: bench.token('ask', 1), output: '"answer"' });
    await bench.pass(86_390);
    expect(await bench.output(arn)).toEqual([['answer', 'yes'], 'waited', 'quick', 'mended']);
    expect(bench.calls.filter((call) => call.name === 'quick')).toHaveLength(1);
    expect((await bench.eventTypes(arn)).filter((type) => type === 'ParallelStateEntered')).toHaveLength(1);
  });

  it('runs the failed iterations of a Map again, and those that had not begun', async () => {
    const bench = new Bench({ functions: { f: (n) => (n === 2 ? failed('Two') : ok(n)) } });
    const ItemProcessor = { StartAt: 'Each', States: { Each: lambda('f', { Output: payload, End: true }) } };
    const arn = await bench.start(only({ Type: 'Map', MaxConcurrency: 1, ItemProcessor }), [1, 2, 3]);
    bench.functions.f = (n) => ok(n);
    await redrive(bench, arn);
    expect(await bench.output(arn)).toEqual([1, 2, 3]);
    expect(bench.calls.map((call) => call.payload)).toEqual([1, 2, 2, 3]);
  });

  it('carries a stopped execution on, with a new token', async () => {
    const bench = new Bench({ functions: { ask: () => ok() } });
    const arn = await bench.start(only(waitForToken('ask')));
    await bench.api('StopExecution', { executionArn: arn, error: 'Stopped', cause: 'by hand' });
    expect(await bench.describe(arn)).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'by hand' });
    await redrive(bench, arn);
    await bench.api('SendTaskSuccess', { taskToken: bench.token('ask', 1), output: '1' });
    await bench.engine.idle();
    expect(await bench.output(arn)).toBe(1);
  });

  it('gives a timed out execution its whole time again', async () => {
    const bench = new Bench();
    const arn = await bench.start({ ...only({ Type: 'Wait', Seconds: 8 }), TimeoutSeconds: 5 });
    await bench.pass(5);
    await redrive(bench, arn);
    expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await bench.pass(5);
    expect(await bench.describe(arn)).toMatchObject({ status: 'TIMED_OUT', redriveCount: 1 });
  });

  it('survives a restart between failure and redrive', async () => {
    const { bench, mend } = aBrokenBench();
    const arn = await bench.start(only(lambda('f', { Output: payload })));
    mend();
    await bench.restart();
    await redrive(bench, arn);
    expect(await bench.output(arn)).toBe('mended');
  });

  it('is refused for what runs, has succeeded, or ended more than 14 days ago', async () => {
    const { bench } = aBrokenBench();
    const refused = (executionArn: string, message: string) =>
      expect(redrive(bench, executionArn)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable', message });
    const running = await bench.start(only({ Type: 'Wait', Seconds: 9_999_999 }), {}, 'running');
    const succeeded = await bench.start(only({ Type: 'Pass' }), {}, 'succeeded');
    const old = await bench.start(only(lambda('f')), {}, 'old');
    await bench.pass(15 * 86_400);
    await refused(running, 'Execution is RUNNING and cannot be redriven');
    await refused(succeeded, 'Execution is SUCCEEDED and cannot be redriven');
    await refused(old, 'Execution redrivable period exceeded');
    expect(await bench.describe(old)).toMatchObject({ redriveStatus: 'NOT_REDRIVABLE' });
  });
});
