import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { clientOptions, DAY, newDataDir, post, startFixture } from './support.ts';

async function tokenOf(runtime: Runtime, caseId: string): Promise<string> {
  const client = new DynamoDBClient(clientOptions(runtime));
  const { Items = [] } = await client.send(new ScanCommand({ TableName: String(runtime.outputs.table) }));
  return Items.find(({ pk, sk }) => pk?.S === caseId && sk?.S === 'ask')?.token?.S ?? '';
}

async function statusOf(runtime: Runtime, caseId: string): Promise<string | undefined> {
  const executionArn = String(runtime.outputs.machine).replace('stateMachine', 'execution').concat(`:${caseId}`);
  const client = new SFNClient(clientOptions(runtime));
  return (await client.send(new DescribeExecutionCommand({ executionArn }))).status;
}

describe('a runtime that plays a synthesized app', () => {
  let assembly: string;
  let dataDir: string;
  let runtime: Runtime;

  beforeAll(async () => {
    ({ assembly, dataDir, runtime } = await startFixture());
  }, 60_000);
  afterAll(() => runtime.stop());

  it('carries a case from a posted form to its end, over a restart', async () => {
    expect((await post(runtime, 'start', { caseId: 'K1' })).status).toBe(202);
    await runtime.idle();
    expect(runtime.mail()).toMatchObject([{ to: 'ola@example.test', subject: 'Spørsmål' }]);
    expect(runtime.mail()[0]?.at.slice(0, 10)).toBe('2026-03-02');

    await runtime.stop();
    runtime = await startRuntime({ assembly, dataDir });
    expect(new Date(runtime.clock.now()).toISOString().slice(0, 10)).toBe('2026-03-02');
    expect(runtime.mail()).toHaveLength(1);

    const answer = await post(runtime, 'answer', { token: await tokenOf(runtime, 'K1') });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    await runtime.idle();
    expect(await statusOf(runtime, 'K1')).toBe('RUNNING');
    await runtime.advance(runtime.clock.now() + 2 * DAY);
    expect(await statusOf(runtime, 'K1')).toBe('SUCCEEDED');
  }, 30_000);

  it('fires a timeout and the schedule in order when the clock is moved', async () => {
    const from = runtime.clock.now();
    await post(runtime, 'start', { caseId: 'K2' });
    await runtime.idle();
    await runtime.advance(from + 30 * DAY);
    expect(await statusOf(runtime, 'K2')).toBe('SUCCEEDED');
    const executionArn = String(runtime.outputs.machine).replace('stateMachine', 'execution').concat(':K2');
    const client = new SFNClient(clientOptions(runtime));
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    const end = events.at(-1)?.timestamp?.getTime() ?? 0;
    expect(Math.round((end - from) / DAY)).toBe(14);
    const table = new DynamoDBClient(clientOptions(runtime));
    const { Items = [] } = await table.send(new ScanCommand({ TableName: String(runtime.outputs.table) }));
    const ticks = Items.map(({ sk }) => sk?.S ?? '').filter((sk) => sk.startsWith('tick#'));
    expect(ticks.length).toBe(4);
    expect(ticks.sort()[0]).toMatch(/^tick#2026-03-09T08:00/);
  }, 30_000);

  it('refuses a second runtime on the same data', async () => {
    await expect(startRuntime({ assembly, dataDir })).rejects.toThrow(/in use by process/);
  });

  it('plays two apps at once in one process', async () => {
    const other = await startRuntime({ assembly, dataDir: newDataDir(), start: '2030-01-01T00:00:00Z' });
    await post(other, 'start', { caseId: 'X1' });
    await other.idle();
    expect(other.mail()).toHaveLength(1);
    expect(other.mail()[0]?.at.slice(0, 4)).toBe('2030');
    await other.stop();
  }, 30_000);
});
