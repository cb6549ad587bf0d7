import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, type GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableIndexes, tableKeys } from '../../functions/platform/dynamo/names.ts';

// dynalite has no types: one function that makes a plain http server.
const dynalite: (options: { createTableMs: number }) => Server = createRequire(import.meta.url)('dynalite');

/** A DynamoDB of its own in this process, on loopback, with tables of the product's shape. */
export interface DynaliteDatabase {
  /** A new, empty table. */
  createTable(): Promise<{ readonly client: DynamoDBDocumentClient; readonly tableName: string }>;
  stop(): void;
}

export async function startDynalite(): Promise<DynaliteDatabase> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    async createTable() {
      const tableName = `cases-${randomUUID()}`;
      await client.send(createTableCommand(tableName));
      const marshallOptions = { removeUndefinedValues: true };
      return { client: DynamoDBDocumentClient.from(client, { marshallOptions }), tableName };
    },
    stop() {
      client.destroy();
      server.close();
    },
  };
}

function createTableCommand(TableName: string): CreateTableCommand {
  const { byState, byPerson } = tableIndexes;
  const attributes = [tableKeys, byState, byPerson].flatMap(({ partition, sort }) => [partition, sort]);
  return new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: schema(tableKeys),
    GlobalSecondaryIndexes: [byState, byPerson].map(
      (index): GlobalSecondaryIndex => ({
        IndexName: index.name,
        KeySchema: schema(index),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      }),
    ),
  });
}

function schema({ partition, sort }: { partition: string; sort: string }) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
}
