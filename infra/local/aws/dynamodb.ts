import { once } from 'node:events';
import { Agent, request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { asList, asObject, type JsonObject } from '../json.ts';
import type { LocalTable } from '../template/model.ts';
import { type Exchange, notImplemented, type Service } from './exchange.ts';
import { targetOperation } from './json-protocol.ts';

/** What dynalite has (its `validOperations`). */
const OPERATIONS: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'DescribeTimeToLive',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'TagResource',
  'UntagResource',
  'ListTagsOfResource',
  'UpdateItem',
  'UpdateTable',
]);

/** DynamoDB on disk, in a thread of its own. */
export interface LocalDynamo {
  readonly service: Service;
  /** Where it is reached without a way through the endpoint of all services; for the functions. */
  readonly url: string;
  /** An operation for the runtime itself, in DynamoDB's JSON. */
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  /** Makes the tables that are not there yet. */
  createTables(tables: readonly LocalTable[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens dynalite on a directory. */
export async function openDynamo(directory: string): Promise<LocalDynamo> {
  const worker = new Worker(new URL('./dynamodb-worker.ts', import.meta.url), { workerData: { directory } });
  const [port] = await once(worker, 'message');
  const url = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true });
  const call = (operation: string, input: JsonObject) => ask(url, operation, input);
  return {
    url,
    call,
    service: async (exchange) => {
      const operation = targetOperation(exchange);
      if (!OPERATIONS.has(operation)) throw notImplemented(`DynamoDB ${operation}`);
      await handOver(exchange, url, agent);
    },
    createTables: async (tables) => {
      for (const table of tables) await createTable(call, table);
    },
    close: async () => {
      agent.destroy();
      const ended = once(worker, 'exit');
      worker.postMessage('close');
      await ended;
    },
  };
}

/** Passes a request on as it is, and its answer back. */
function handOver({ request, response }: Exchange, url: string, agent: Agent): Promise<void> {
  const { method, headers } = request;
  return new Promise((resolve, reject) => {
    const onward = send(url, { agent, method: method ?? 'POST', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response).on('close', resolve);
    });
    onward.on('error', reject);
    request.pipe(onward);
  });
}

async function ask(url: string, operation: string, input: JsonObject): Promise<JsonObject> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20000101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
    },
    body: JSON.stringify(input),
  });
  const body = asObject(await response.json());
  if (!response.ok) throw new Error(`DynamoDB ${operation}: ${body.__type}: ${body.message ?? ''}`);
  return body;
}

type Call = LocalDynamo['call'];

async function createTable(call: Call, { name, createTable }: LocalTable): Promise<void> {
  const existing = asList((await call('ListTables', {})).TableNames);
  if (existing.includes(name)) {
    refuseOtherKeys(name, createTable, asObject((await call('DescribeTable', { TableName: name })).Table));
    return;
  }
  await call('CreateTable', createTable);
  while (asObject((await call('DescribeTable', { TableName: name })).Table).TableStatus !== 'ACTIVE') await wait(5);
}

/** A table cannot get other keys or indexes while it has data; better to say so than to answer queries wrongly. */
function refuseOtherKeys(name: string, wanted: JsonObject, existing: JsonObject): void {
  if (keysOf(wanted) === keysOf(existing)) return;
  throw new Error(
    `The table ${name} in the data directory has other keys or indexes than the template. Start with a new data directory.`,
  );
}

function keysOf({ KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes }: JsonObject): string {
  const index = (value: unknown) => {
    const { IndexName, KeySchema: keys, Projection } = asObject(value);
    const { ProjectionType, NonKeyAttributes } = asObject(Projection);
    return [IndexName, keySchema(keys), ProjectionType ?? 'ALL', [...asList(NonKeyAttributes)].sort()];
  };
  const indexes = (list: unknown) =>
    asList(list)
      .map(index)
      .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
  return JSON.stringify([keySchema(KeySchema), indexes(GlobalSecondaryIndexes), indexes(LocalSecondaryIndexes)]);
}

function keySchema(value: unknown): unknown[] {
  return asList(value).map((key) => [asObject(key).AttributeName, asObject(key).KeyType]);
}
