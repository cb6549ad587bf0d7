import { describe, expect, it } from 'vitest';
import { Bench, failed, lambda, ok, only, waitForToken } from './support.ts';

const flow = (name: string, state: object, more: object = {}) => ({
  StartAt: name,
  States: { [name]: { End: true, ...state }, ...more },
});

const parallel = (...branches: object[]) => ({ Type: 'Parallel', Branches: branches });

describe('variables', () => {
  it('are assigned together, from what they were before', async () => {
    const definition = {
      StartAt: 'One',
      States: {
        One: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Two' },
        Two: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% $a %}', Next: 'Three' },
        Three: { Type: 'Succeed', Output: ['{% $states.input %}', '{% $a %}', '{% $b %}'] },
      },
    };
    expect(await new Bench().run(definition)).toEqual([1, 2, 1]);
  });

  it('of an outer scope are read inside, those of an inner scope stay inside', async () => {
    const branch = (name: string) => ({
      StartAt: `${name}1`,
      States: {
        [`${name}1`]: { Type: 'Pass', Assign: { own: `{% $outer & '${name}' %}` }, Next: `${name}2` },
        [`${name}2`]: { Type: 'Pass', Output: '{% $own %}', End: true },
      },
    });
    const definition = {
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'Both' },
        Both: { ...parallel(branch('x'), branch('y')), Assign: { both: '{% $states.result %}' }, Next: 'See' },
        See: { Type: 'Succeed', Output: ['{% $both %}', '{% $exists($own) %}'] },
      },
    };
    expect(await new Bench().run(definition)).toEqual([['ox', 'oy'], false]);
  });
});

describe('Parallel', () => {
  it('gives each branch the Arguments and collects the outputs in the order of the branches', async () => {
    const bench = new Bench({ functions: { ask: () => ok() } });
    const state = {
      ...parallel(flow('A', waitForToken('ask')), flow('B', { Type: 'Pass', Output: '{% $states.input %}' })),
      Arguments: { n: '{% $states.input.n + 1 %}' },
    };
    const arn = await bench.start(only(state), { n: 1 });
    await bench.api('SendTaskSuccess', { taskToken: bench.token('ask'), output: '"a"' });
    await bench.engine.idle();
    expect(await bench.output(arn)).toEqual(['a', { n: 2 }]);
    const types = await bench.eventTypes(arn);
    expect(types.slice(0, 3)).toEqual(['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted']);
    expect(types.slice(-3)).toEqual(['ParallelStateSucceeded', 'ParallelStateExited', 'ExecutionSucceeded']);
  });

  it('stops the other branches when one fails: their tokens and timers are gone', async () => {
    const bench = new Bench({ functions: { ask: () => ok(), f: () => failed('Broken') } });
    const both = parallel(
      flow('Ask', waitForToken('ask', { TimeoutSeconds: 1000 })),
      flow('Rest', { Type: 'Wait', Seconds: 50 }),
      flow(
        'Pause',
        { Type: 'Wait', Seconds: 5, Next: 'Call', End: undefined },
        { Call: { ...lambda('f'), End: true } },
      ),
    );
    const definition = {
      StartAt: 'Both',
      States: {
        Both: { ...both, Catch: [{ ErrorEquals: ['Broken'], Output: 'held', Next: 'End' }], Next: 'End' },
        End: { Type: 'Succeed' },
      },
    };
    const arn = await bench.start(definition);
    await bench.pass(5);
    expect(await bench.output(arn)).toBe('held');
    expect(bench.engine.nextTimer()).toBeUndefined();
    const late = bench.api('SendTaskSuccess', { taskToken: bench.token('ask'), output: '1' });
    await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
    const types = await bench.eventTypes(arn);
    expect(types).toEqual(expect.arrayContaining(['TaskStateAborted', 'WaitStateAborted', 'ParallelStateFailed']));
  });

  it('runs all branches again on retry', async () => {
    const answers = [failed('Busy'), ok('b')];
    const bench = new Bench({ functions: { a: () => ok('a'), b: () => answers.shift() ?? ok() } });
    const Output = '{% $states.result.Payload %}';
    const both = parallel(flow('A', lambda('a', { Output })), flow('B', lambda('b', { Output })));
    const arn = await bench.start(only({ ...both, Retry: [{ ErrorEquals: ['Busy'] }] }));
    await bench.pass(1);
    expect(await bench.output(arn)).toEqual(['a', 'b']);
    expect(bench.calls.map((call) => call.name).sort()).toEqual(['a', 'a', 'b', 'b']);
  });
});

describe('Map', () => {
  const each = (state: object, more: object = {}) => ({ Type: 'Map', ItemProcessor: flow('Each', state), ...more });

  it('runs every item, with index and value in the context', async () => {
    const Output = { in: '{% $states.input %}', map: '{% $states.context.Map.Item %}' };
    const state = each(
      { Type: 'Pass', Output },
      { Items: '{% $states.input.list %}', ItemSelector: { v: '{% $states.context.Map.Item.Value & "!" %}' } },
    );
    expect(await new Bench().run(only(state), { list: ['a', 'b'] })).toEqual([
      { in: { v: 'a!' }, map: { Index: 0, Value: 'a' } },
      { in: { v: 'b!' }, map: { Index: 1, Value: 'b' } },
    ]);
  });

  it('gives an empty list for no items', async () => {
    expect(await new Bench().run(only(each({ Type: 'Pass' })), [])).toEqual([]);
  });

  it('keeps to MaxConcurrency', async () => {
    const bench = new Bench({ functions: { ask: () => ok() } });
    const arn = await bench.start(only(each(waitForToken('ask'), { MaxConcurrency: 2 })), [1, 2, 3]);
    expect(bench.calls).toHaveLength(2);
    for (const index of [1, 0, 2]) {
      await bench.api('SendTaskSuccess', { taskToken: bench.token('ask', index), output: `${index}` });
      await bench.engine.idle();
    }
    expect(await bench.output(arn)).toEqual([0, 1, 2]);
  });

  it('fails as a whole when an iteration fails', async () => {
    const bench = new Bench({ functions: { f: (n) => (n === 2 ? failed('Two') : ok()) } });
    const arn = await bench.start(only(each(lambda('f'))), [1, 2, 3]);
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Two' });
    expect(await bench.eventTypes(arn)).toEqual(expect.arrayContaining(['MapIterationFailed', 'MapStateFailed']));
  });

  it('fails when there is nothing to iterate over', async () => {
    const bench = new Bench();
    const arn = await bench.start(only(each({ Type: 'Pass' })), { a: 1 });
    expect(await bench.describe(arn)).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});
