import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { asList, asObject, type JsonObject } from '../json.ts';
import type { LocalTable } from '../template/model.ts';
import { notImplemented, type Service } from './exchange.ts';
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

/** DynamoDB on disk, in this process. */
export interface LocalDynamo {
  readonly service: Service;
  /** An operation for the runtime itself, in DynamoDB's JSON. */
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  /** Makes the tables that are not there yet. */
  createTables(tables: readonly LocalTable[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens dynalite on a directory. It has no types of its own; this is its edge. */
export async function openDynamo(directory: string): Promise<LocalDynamo> {
  const dynalite = createRequire(import.meta.url)('dynalite') as (options: object) => Server;
  const server = dynalite({ path: directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // It closes its database only as a listening server does, and the runtime's own calls go this way too.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = (operation: string, input: JsonObject) => send(url, operation, input);
  return {
    call,
    service: async (exchange) => {
      const operation = targetOperation(exchange);
      if (!OPERATIONS.has(operation)) throw notImplemented(`DynamoDB ${operation}`);
      // Handed over unread: dynalite reads the body itself.
      server.emit('request', exchange.request, exchange.response);
    },
    createTables: async (tables) => {
      for (const table of tables) await createTable(call, table);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

async function send(url: string, operation: string, input: JsonObject): Promise<JsonObject> {
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
