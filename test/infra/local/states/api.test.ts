import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  ListActivitiesCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TagResourceCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import { statesListener } from '../../../../infra/local/states/http.ts';
import { Bench, failed, lambda, ok, only, ROLE, START, waitForToken } from './support.ts';

/** The unmodified SDK against the engine over HTTP. */
async function aClient(functions: Bench['functions'] = {}) {
  const bench = new Bench({ functions });
  const server = createServer((request, response) => statesListener(bench.engine)(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = new SFNClient({
    region: 'eu-north-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  return { bench, client };
}

const text = (definition: object) => JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
const waiting = only({ Type: 'Wait', Seconds: 60 });

describe('state machines', () => {
  it('are created, described, updated, listed and tagged', async () => {
    const { client } = await aClient();
    const tags = [{ key: 'a', value: '1' }];
    const create = new CreateStateMachineCommand({ name: 'm', definition: text(waiting), roleArn: ROLE, tags });
    const { stateMachineArn, creationDate } = await client.send(create);
    expect(stateMachineArn).toBe('arn:aws:states:eu-north-1:000000000000:stateMachine:m');
    expect(creationDate).toEqual(new Date(START));
    await client.send(create);
    const before = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(before).toMatchObject({ name: 'm', status: 'ACTIVE', type: 'STANDARD', definition: text(waiting) });
    const definition = text(only({ Type: 'Pass' }));
    const updated = await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
    expect(updated.revisionId).not.toBe(before.revisionId);
    await client.send(new TagResourceCommand({ resourceArn: stateMachineArn, tags: [{ key: 'b', value: '2' }] }));
    const tagged = await client.send(new ListTagsForResourceCommand({ resourceArn: stateMachineArn }));
    expect(tagged.tags).toEqual([...tags, { key: 'b', value: '2' }]);
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines?.map((machine) => machine.name)).toEqual(['m']);
  });

  it('are not created twice with different definitions', async () => {
    const { bench, client } = await aClient();
    await bench.create('m', waiting);
    const create = new CreateStateMachineCommand({
      name: 'm',
      definition: text(only({ Type: 'Pass' })),
      roleArn: ROLE,
    });
    await expect(client.send(create)).rejects.toMatchObject({ name: 'StateMachineAlreadyExists' });
  });
});

describe('StartExecution', () => {
  it('is idempotent while the execution runs, by name and input', async () => {
    const { bench, client } = await aClient();
    const stateMachineArn = await bench.create('m', waiting);
    const start = (input: string) => client.send(new StartExecutionCommand({ stateMachineArn, name: 'a', input }));
    const first = await start('{"a":1,"b":2}');
    bench.now += 1000;
    const second = await start('{ "b": 2, "a": 1 }');
    expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate]);
    await expect(start('{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await bench.pass(60);
    await expect(start('{"a":1,"b":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each([
    [{ name: 'a b' }, 'InvalidName'],
    [{ name: 'x'.repeat(81) }, 'InvalidName'],
    [{ input: '{' }, 'InvalidExecutionInput'],
    [{ input: JSON.stringify('x'.repeat(262_144)) }, 'InvalidExecutionInput'],
    [{ stateMachineArn: 'arn:aws:states:eu-north-1:000000000000:stateMachine:none' }, 'StateMachineDoesNotExist'],
    [{ stateMachineArn: 'm' }, 'InvalidArn'],
  ])('refuses bad requests by name', async (request, name) => {
    const { bench, client } = await aClient();
    const stateMachineArn = await bench.create('m', waiting);
    await expect(client.send(new StartExecutionCommand({ stateMachineArn, ...request }))).rejects.toMatchObject({
      name,
    });
  });
});

describe('executions', () => {
  it('are described with dates, input, output and redrive status', async () => {
    const { bench, client } = await aClient();
    const executionArn = await bench.start(waiting, { a: 1 });
    await bench.pass(60);
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      executionArn,
      name: 'case-1',
      status: 'SUCCEEDED',
      startDate: new Date(START),
      stopDate: new Date(START + 60_000),
      input: '{"a":1}',
      inputDetails: { included: true },
      output: '{"a":1}',
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
  });

  it('are listed newest first, by status and in pages', async () => {
    const { bench, client } = await aClient();
    const stateMachineArn = await bench.create('m', waiting);
    for (const name of ['a', 'b', 'c']) await bench.api('StartExecution', { stateMachineArn, name });
    await bench.api('StopExecution', { executionArn: 'arn:aws:states:eu-north-1:000000000000:execution:m:b' });
    const list = async (statusFilter?: ExecutionStatus) => {
      const names: (string | undefined)[] = [];
      const request = { stateMachineArn, ...(statusFilter === undefined ? {} : { statusFilter }) };
      for await (const page of paginateListExecutions({ client, pageSize: 2 }, request)) {
        names.push(...(page.executions ?? []).map((execution) => execution.name));
      }
      return names;
    };
    expect(await list()).toEqual(['c', 'b', 'a']);
    expect(await list('RUNNING')).toEqual(['c', 'a']);
    const { nextToken } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 3 }));
    expect(nextToken).toBeUndefined();
  });

  it('are stopped once', async () => {
    const { bench, client } = await aClient();
    const executionArn = await bench.start(waiting);
    const stop = new StopExecutionCommand({ executionArn, error: 'Stopped' });
    const { stopDate } = await client.send(stop);
    bench.now += 5000;
    expect((await client.send(stop)).stopDate).toEqual(stopDate);
    expect(bench.engine.nextTimer()).toBeUndefined();
    const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(execution).toMatchObject({ status: 'ABORTED', error: 'Stopped' });
  });

  it('are redriven through the SDK', async () => {
    const { bench, client } = await aClient({ f: () => failed('Broken') });
    const executionArn = await bench.start(only(lambda('f')));
    bench.functions.f = () => ok();
    const { redriveDate } = await client.send(new RedriveExecutionCommand({ executionArn }));
    expect(redriveDate).toEqual(new Date(START));
    await bench.engine.idle();
    const again = client.send(new RedriveExecutionCommand({ executionArn }));
    await expect(again).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
  });

  it('that do not exist are told apart from ARNs that are none', async () => {
    const { client } = await aClient();
    const describeArn = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }));
    const unknown = 'arn:aws:states:eu-north-1:000000000000:execution:m:none';
    await expect(describeArn(unknown)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    await expect(describeArn('none')).rejects.toMatchObject({ name: 'InvalidArn' });
  });
});

describe('GetExecutionHistory', () => {
  it('pages forwards and backwards', async () => {
    const { bench, client } = await aClient({ f: () => ok() });
    const executionArn = await bench.start(only(lambda('f')));
    const ids = async (reverseOrder: boolean) => {
      const found: (number | undefined)[] = [];
      const pages = paginateGetExecutionHistory({ client, pageSize: 3 }, { executionArn, reverseOrder });
      for await (const page of pages) found.push(...(page.events ?? []).map((event) => event.id));
      return found;
    };
    expect(await ids(false)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await ids(true)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('leaves the data out when asked to', async () => {
    const { bench, client } = await aClient();
    const executionArn = await bench.start(only({ Type: 'Pass', Assign: { a: 1 } }), { person: 'x' });
    const whole = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(whole.events?.[2]).toMatchObject({
      type: 'PassStateExited',
      timestamp: new Date(START),
      stateExitedEventDetails: { name: 'Only', output: '{"person":"x"}', assignedVariables: { a: '1' } },
    });
    const bare = await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }));
    expect(bare.events?.[2]?.stateExitedEventDetails).toMatchObject({ name: 'Only' });
    expect(JSON.stringify(bare.events)).not.toContain('person');
  });
});

describe('tokens and unknown actions', () => {
  it('complete a task through the SDK', async () => {
    const { bench, client } = await aClient({ ask: () => ok() });
    const executionArn = await bench.start(only(waitForToken('ask')));
    const send = new SendTaskSuccessCommand({ taskToken: bench.token('ask'), output: '{"answerId":"a1"}' });
    await client.send(send);
    await bench.engine.idle();
    expect(await bench.output(executionArn)).toEqual({ answerId: 'a1' });
    await expect(client.send(send)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('are answered with a clear error', async () => {
    const { client } = await aClient();
    const call = client.send(new ListActivitiesCommand({}));
    await expect(call).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ListActivities'),
    });
  });
});
