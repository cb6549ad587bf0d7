import { describe, expect, it } from 'vitest';
import { Bench, failed, lambda, ok, only, START } from './support.ts';

describe('Pass and Succeed', () => {
  it('hands the input on when there is no Output', async () => {
    expect(await new Bench().run(only({ Type: 'Pass' }), { case: 7 })).toEqual({ case: 7 });
  });

  it('evaluates expressions anywhere in Output, whole strings only', async () => {
    const output = { deep: [{ sum: '{% $states.input.a + 1 %}' }], text: 'a {% b', kept: 3 };
    const definition = only({ Type: 'Pass', Output: { ...output, text: 'plain' } });
    expect(await new Bench().run(definition, { a: 1 })).toEqual({ deep: [{ sum: 2 }], text: 'plain', kept: 3 });
  });

  it('gives Succeed its Output', async () => {
    const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed', Output: '{% $states.input.a %}' } } };
    expect(await new Bench().run(definition, { a: [1] })).toEqual([1]);
  });
});

describe('the context object', () => {
  it('tells the execution, the machine and the state, on the moved clock', async () => {
    const bench = new Bench();
    const definition = only({ Type: 'Pass', Output: '{% $states.context %}' });
    expect(await bench.run(definition, { a: 1 })).toEqual({
      Execution: {
        Id: 'arn:aws:states:eu-north-1:000000000000:execution:machine-case-1:case-1',
        Input: { a: 1 },
        Name: 'case-1',
        RoleArn: 'arn:aws:iam::000000000000:role/states',
        StartTime: new Date(START).toISOString(),
        RedriveCount: 0,
      },
      StateMachine: {
        Id: 'arn:aws:states:eu-north-1:000000000000:stateMachine:machine-case-1',
        Name: 'machine-case-1',
      },
      State: { EnteredTime: new Date(START).toISOString(), Name: 'Only', RetryCount: 0 },
    });
  });

  it('has $now and $millis on the moved clock', async () => {
    const Output = { now: '{% $now() %}', day: "{% $now('[D01].[M01].[Y0001]') %}", millis: '{% $millis() %}' };
    expect(await new Bench().run(only({ Type: 'Pass', Output }))).toEqual({
      now: '2026-01-05T08:00:00.000Z',
      day: '05.01.2026',
      millis: START,
    });
  });
});

describe('the functions that Step Functions adds', () => {
  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('a', 'SHA-256')", 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    ['$random(4) = $random(4)', true],
    ['$length($uuid())', 36],
    ['$parse(\'{"a":[1]}\').a', [1]],
  ])('%s', async (expression, expected) => {
    expect(await new Bench().run(only({ Type: 'Pass', Output: `{% ${expression} %}` }))).toEqual(expected);
  });
});

describe('an expression that gives nothing', () => {
  it('is a States.QueryEvaluationError that names the field', async () => {
    const bench = new Bench();
    const arn = await bench.start(only({ Type: 'Pass', Output: { a: '{% $states.input.absent %}' } }));
    const execution = await bench.describe(arn);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(execution.cause).toBe(
      "An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression " +
        "'$states.input.absent' specified for the field 'Output/a' returned nothing (undefined).",
    );
    expect(await bench.eventTypes(arn)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'EvaluationFailed',
      'ExecutionFailed',
    ]);
  });

  it('can be caught where the state has a Catch', async () => {
    const bench = new Bench({ functions: { f: () => ok({}) } });
    const states = {
      Call: lambda('f', {
        Output: '{% $states.result.Payload.absent %}',
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'End' }],
        Next: 'End',
      }),
      End: { Type: 'Succeed' },
    };
    expect(await bench.run({ StartAt: 'Call', States: states })).toBe('caught');
  });
});

describe('Choice', () => {
  const choice = {
    StartAt: 'Which',
    States: {
      Which: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 10 %}', Assign: { size: 'large' }, Next: 'End' },
          { Condition: '{% $states.input.n > 5 %}', Output: 'medium', Assign: { size: 'medium' }, Next: 'End' },
        ],
        Default: 'End',
        Assign: { size: 'small' },
      },
      End: { Type: 'Succeed', Output: { in: '{% $states.input %}', size: '{% $size %}' } },
    },
  };

  it.each([
    [11, { in: { n: 11 }, size: 'large' }],
    [6, { in: 'medium', size: 'medium' }],
    [1, { in: { n: 1 }, size: 'small' }],
  ])('takes the first rule that holds, else the default: %i', async (n, expected) => {
    expect(await new Bench().run(choice, { n })).toEqual(expected);
  });

  it('fails with States.NoChoiceMatched when no rule holds and there is no default', async () => {
    const bench = new Bench();
    const Which = { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'End' }] };
    const arn = await bench.start({ StartAt: 'Which', States: { Which, End: { Type: 'Succeed' } } });
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('refuses a condition that is not a boolean', async () => {
    const bench = new Bench();
    const Which = { Type: 'Choice', Choices: [{ Condition: "{% 'yes' %}", Next: 'End' }] };
    const arn = await bench.start({ StartAt: 'Which', States: { Which, End: { Type: 'Succeed' } } });
    expect(await bench.describe(arn)).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('Wait', () => {
  it('waits the seconds an expression gives, on the moved clock', async () => {
    const bench = new Bench();
    const arn = await bench.start(only({ Type: 'Wait', Seconds: '{% $states.input.s %}' }), { s: 3600 });
    expect(bench.engine.nextTimer()).toEqual({ at: START + 3_600_000, executionName: 'case-1', stateName: 'Only' });
    await bench.pass(3599);
    expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await bench.pass(1);
    expect(await bench.output(arn)).toEqual({ s: 3600 });
    expect(bench.engine.nextTimer()).toBeUndefined();
  });

  it('waits until a timestamp, and not at all for one that has passed', async () => {
    const bench = new Bench();
    const wait = (Timestamp: string) => only({ Type: 'Wait', Timestamp });
    const future = await bench.start(wait('2026-01-05T09:00:00Z'), {}, 'future');
    const past = await bench.start(wait('2026-01-05T07:00:00Z'), {}, 'past');
    expect(await bench.describe(future)).toMatchObject({ status: 'RUNNING' });
    expect(await bench.describe(past)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('Fail', () => {
  it('ends the execution with the error and cause that its expressions give', async () => {
    const bench = new Bench();
    const Only = { Type: 'Fail', Error: '{% $states.input.e %}', Cause: "{% 'because ' & $states.input.e %}" };
    const arn = await bench.start({ StartAt: 'Only', States: { Only } }, { e: 'Broken' });
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'because Broken' });
    expect(await bench.eventTypes(arn)).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
  });
});

describe('Task', () => {
  it('calls the function with the payload and gives the answer as AWS does', async () => {
    const bench = new Bench({ functions: { 'arn:f': () => ok({ b: 2 }) } });
    expect(await bench.run(only(lambda('arn:f')), { a: 1 })).toEqual({
      ExecutedVersion: '$LATEST',
      Payload: { b: 2 },
      StatusCode: 200,
    });
    expect(bench.calls).toEqual([{ name: 'arn:f', payload: { a: 1 } }]);
  });

  it('fails with the name and the whole error of the function', async () => {
    const bench = new Bench({ functions: { f: () => failed('LetterRefused', 'no reference') } });
    const execution = await bench.describe(await bench.start(only(lambda('f'))));
    const cause = '{"errorMessage":"no reference","errorType":"LetterRefused","trace":[]}';
    expect(execution).toMatchObject({ status: 'FAILED', error: 'LetterRefused', cause });
  });

  it('records what it does as AWS does', async () => {
    const bench = new Bench({ functions: { f: () => ok(1) } });
    const arn = await bench.start(only(lambda('f', { Output: '{% $states.result.Payload %}', TimeoutSeconds: 30 })));
    expect(await bench.eventTypes(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    const events = await bench.events(arn);
    expect(events.map((event) => event.previousEventId)).toEqual([0, 0, 2, 3, 4, 5, 6]);
    expect(events[2]).toEqual({
      id: 3,
      previousEventId: 2,
      type: 'TaskScheduled',
      timestamp: START / 1000,
      taskScheduledEventDetails: {
        resourceType: 'lambda',
        resource: 'invoke',
        region: 'eu-north-1',
        parameters: '{"FunctionName":"f","Payload":{}}',
        timeoutInSeconds: 30,
      },
    });
  });

  it('takes a result beyond 256 KiB for States.DataLimitExceeded, which States.ALL does not catch', async () => {
    const bench = new Bench({ functions: { f: () => ok('x'.repeat(300_000)) } });
    const Call = lambda('f', { Next: 'End', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End' }] });
    const arn = await bench.start({ StartAt: 'Call', States: { Call, End: { Type: 'Succeed' } } });
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });
});
