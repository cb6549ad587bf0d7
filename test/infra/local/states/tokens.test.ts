import { describe, expect, it } from 'vitest';
import { Bench, failed, lambda, ok, only, START, waitForToken } from './support.ts';

const asking = () => new Bench({ functions: { ask: () => ok({ mailed: true }) } });
const answer = (bench: Bench, token: string, output: unknown = { answerId: 1 }) =>
  bench.api('SendTaskSuccess', { taskToken: token, output: JSON.stringify(output) });

describe('a task that waits for a token', () => {
  it('waits after the function has answered, and goes on with the output that is sent', async () => {
    const bench = asking();
    const arn = await bench.start(only(waitForToken('ask')));
    expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await answer(bench, bench.token('ask'));
    await bench.engine.idle();
    expect(await bench.output(arn)).toEqual({ answerId: 1 });
    expect(await bench.eventTypes(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('takes the answer even before the function has returned', async () => {
    const bench: Bench = new Bench({
      functions: {
        ask: async () => {
          await answer(bench, bench.token('ask'), 'early');
          return ok();
        },
      },
    });
    expect(await bench.run(only(waitForToken('ask')))).toBe('early');
  });

  it('lets the first answer win', async () => {
    const bench = asking();
    await bench.start(only(waitForToken('ask')));
    await answer(bench, bench.token('ask'));
    await expect(answer(bench, bench.token('ask'))).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('fails with what SendTaskFailure says', async () => {
    const bench = asking();
    const arn = await bench.start(only(waitForToken('ask')));
    await bench.api('SendTaskFailure', { taskToken: bench.token('ask'), error: 'Refused', cause: 'no' });
    await bench.engine.idle();
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'no' });
  });

  it('fails when the function fails, and its token is spent', async () => {
    const bench = new Bench({ functions: { ask: () => failed('NoMail') } });
    const arn = await bench.start(only(waitForToken('ask')));
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'NoMail' });
    await expect(answer(bench, bench.token('ask'))).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it.each([
    ['rubbish', 'InvalidToken'],
    ['AAAAKgAAAAIAAAAAAAAAAunknown', 'TaskDoesNotExist'],
  ])('answers %s with %s', async (token, name) => {
    await expect(answer(asking(), token)).rejects.toMatchObject({ name });
  });

  it('refuses an output that is not JSON', async () => {
    const bench = asking();
    await bench.start(only(waitForToken('ask')));
    const call = bench.api('SendTaskSuccess', { taskToken: bench.token('ask'), output: '{' });
    await expect(call).rejects.toMatchObject({ name: 'InvalidOutput' });
  });
});

describe('the time limits of a token', () => {
  const limited = (more: object) => ({
    StartAt: 'Ask',
    States: {
      Ask: waitForToken('ask', {
        ...more,
        Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'End' }],
        Next: 'End',
      }),
      End: { Type: 'Succeed' },
    },
  });

  it('times out after computed TimeoutSeconds', async () => {
    const bench = asking();
    const arn = await bench.start(limited({ TimeoutSeconds: '{% $states.input.days * 86400 %}' }), { days: 2 });
    expect(bench.engine.nextTimer()).toEqual({ at: START + 172_800_000, executionName: 'case-1', stateName: 'Ask' });
    await bench.pass(172_800);
    expect(await bench.output(arn)).toBe('States.Timeout');
    await expect(answer(bench, bench.token('ask'))).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('refuses a computed limit that lies in the past', async () => {
    const bench = asking();
    const arn = await bench.start(limited({ TimeoutSeconds: '{% $states.input.left %}' }), { left: 0 });
    expect(await bench.output(arn)).toBe('States.QueryEvaluationError');
    expect(bench.calls).toEqual([]);
  });

  it('refuses a late answer even when no timer has been fired yet', async () => {
    const bench = asking();
    await bench.start(limited({ TimeoutSeconds: 10 }));
    bench.now += 10_000;
    await expect(answer(bench, bench.token('ask'))).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('fails without heartbeats, and lives with them', async () => {
    const bench = asking();
    const arn = await bench.start(limited({ HeartbeatSeconds: 10 }));
    await bench.pass(9);
    await bench.api('SendTaskHeartbeat', { taskToken: bench.token('ask') });
    await bench.pass(9);
    expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await bench.pass(1);
    expect(await bench.output(arn)).toBe('States.HeartbeatTimeout');
  });

  it('gives each retry a token of its own', async () => {
    const bench = asking();
    await bench.start(only(waitForToken('ask', { TimeoutSeconds: 5, Retry: [{ ErrorEquals: ['States.Timeout'] }] })));
    await bench.pass(5);
    await bench.pass(1);
    expect(bench.calls).toHaveLength(2);
    expect(bench.token('ask', 1)).not.toBe(bench.token('ask', 0));
    await expect(answer(bench, bench.token('ask', 0))).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await answer(bench, bench.token('ask', 1));
  });
});

describe('calls to Step Functions itself', () => {
  const start = (stateMachineArn: string, suffix: string, more: object = {}) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::states:startExecution${suffix}`,
    Arguments: { StateMachineArn: stateMachineArn, Name: 'child', Input: { a: '{% $states.input.a %}' }, ...more },
  });

  it('starts an execution and goes on', async () => {
    const bench = new Bench();
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60 }));
    const output = await bench.run(only(start(child, '')), { a: 1 });
    const executionArn = 'arn:aws:states:eu-north-1:000000000000:execution:child:child';
    expect(output).toEqual({ ExecutionArn: executionArn, StartDate: START });
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'RUNNING', input: '{"a":1}' });
  });

  it('names the error of a start that is refused', async () => {
    const bench = new Bench();
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60 }));
    await bench.api('StartExecution', { stateMachineArn: child, name: 'child', input: '{"other":true}' });
    const arn = await bench.start(only(start(child, '')), { a: 1 });
    const error = 'StepFunctions.ExecutionAlreadyExistsException';
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error });
  });

  it('waits for the child with .sync:2 and gives its parsed output', async () => {
    const bench = new Bench();
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60, Output: { b: 2 } }));
    const arn = await bench.start(only({ ...start(child, '.sync:2'), Output: '{% $states.result.Output.b %}' }), {
      a: 1,
    });
    expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await bench.pass(60);
    expect(await bench.output(arn)).toBe(2);
  });

  it('fails with .sync:2 when the child fails, and stops the child when it is stopped', async () => {
    const bench = new Bench();
    const failing = await bench.create('failing', only({ Type: 'Pass', Output: '{% $absent %}' }));
    const failedParent = await bench.start(only(start(failing, '.sync:2')), { a: 1 }, 'p1');
    expect(await bench.describe(failedParent)).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    const waiting = await bench.create('waiting', only({ Type: 'Wait', Seconds: 60 }));
    const stopped = await bench.start(only(start(waiting, '.sync:2')), { a: 1 }, 'p2');
    await bench.api('StopExecution', { executionArn: stopped });
    const childArn = 'arn:aws:states:eu-north-1:000000000000:execution:waiting:child';
    expect(await bench.describe(childArn)).toMatchObject({ status: 'ABORTED' });
  });

  it('completes the token of another task', async () => {
    const bench = asking();
    const waiting = await bench.start(only(waitForToken('ask')));
    const TaskToken = '{% $states.input.token %}';
    const send = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess' };
    const sender = only({ ...send, Arguments: { TaskToken, Output: '{% $string({"stopped": true}) %}' } });
    const sent = await bench.start(sender, { token: bench.token('ask') }, 'sender');
    expect(await bench.output(sent)).toEqual({});
    expect(await bench.output(waiting)).toEqual({ stopped: true });
    const again = await bench.start(sender, { token: bench.token('ask') }, 'again');
    expect(await bench.describe(again)).toMatchObject({ error: 'Sfn.TaskTimedOutException' });
  });
});

describe('a definition that is updated', () => {
  it('leaves running executions with the one they started with', async () => {
    const bench = asking();
    const definition = (version: number) => ({
      StartAt: 'Ask',
      States: { Ask: waitForToken('ask', { Next: 'End' }), End: { Type: 'Succeed', Output: version } },
    });
    const stateMachineArn = await bench.create('m', definition(1));
    const first = await bench.api('StartExecution', { stateMachineArn, name: 'one' });
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition(2) });
    await bench.api('UpdateStateMachine', { stateMachineArn, definition: text });
    const second = await bench.api('StartExecution', { stateMachineArn, name: 'two' });
    await bench.engine.idle();
    for (const index of [0, 1]) await answer(bench, bench.token('ask', index));
    await bench.engine.idle();
    expect(await bench.output(String(first.executionArn))).toBe(1);
    expect(await bench.output(String(second.executionArn))).toBe(2);
    const described = await bench.api('DescribeStateMachineForExecution', { executionArn: first.executionArn });
    expect(JSON.parse(String(described.definition))).toMatchObject({ States: { End: { Output: 1 } } });
  });
});

describe('a function that cannot be run at all', () => {
  it.each([
    () => Promise.reject(new Error('no such bundle')),
    () => {
      throw new Error('no such bundle');
    },
  ])('fails the task with a name that can be retried', async (broken) => {
    const bench = new Bench({ functions: { f: broken } });
    const arn = await bench.start(only(lambda('f')));
    expect(await bench.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Lambda.Unknown' });
  });
});
