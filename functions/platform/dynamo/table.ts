import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from './items.ts';
import { tableKeys } from './names.ts';
import type { ItemUpdate } from './update.ts';

type Item = Record<string, unknown>;

/** The few ways the store touches its table; every write is of one item. */
export interface Table {
  /** Consistent read. */
  get(key: ItemKey): Promise<Item | undefined>;
  /** Consistent read of many, in the order of `keys`; those that are not there are left out. */
  getMany(keys: readonly ItemKey[]): Promise<readonly Item[]>;
  /** A whole partition, consistently, however many pages it takes. */
  partition(pk: string): Promise<readonly Item[]>;
  /** One page of an index. */
  page(query: Omit<QueryCommandInput, 'TableName'>): Promise<{ items: readonly Item[]; more: boolean }>;
  put(item: ItemKey & Item): Promise<void>;
  /** False when there is an item with its key. */
  putNew(item: ItemKey & Item): Promise<boolean>;
  /** The item as it then stands; undefined when a condition does not hold. */
  update(key: ItemKey, update: ItemUpdate): Promise<Item | undefined>;
  /** Adds one to a number, from nothing, and gives the new one. */
  increment(key: ItemKey, attribute: string): Promise<number>;
}

/** The table with this name. */
export function createTable(client: DynamoDBDocumentClient, TableName: string): Table {
  return {
    async get(Key) {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item;
    },
    getMany: (keys) => getMany(client, TableName, keys),
    async partition(pk) {
      const items: Item[] = [];
      let ExclusiveStartKey: Item | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: '#pk = :pk',
            ExpressionAttributeNames: { '#pk': tableKeys.partition },
            ExpressionAttributeValues: { ':pk': pk },
            ConsistentRead: true,
            ExclusiveStartKey,
          }),
        );
        items.push(...Items);
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },
    async page(query) {
      const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({ TableName, ...query }));
      return { items: Items, more: LastEvaluatedKey !== undefined };
    },
    async put(Item) {
      await client.send(new PutCommand({ TableName, Item }));
    },
    async putNew(Item) {
      const put = new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
      return (await unlessRefused(client.send(put))) !== undefined;
    },
    async update(Key, update) {
      const command = new UpdateCommand({ TableName, Key, ...update.expressions(), ReturnValues: 'ALL_NEW' });
      return (await unlessRefused(client.send(command)))?.Attributes;
    },
    async increment(Key, attribute) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'ADD #number :one',
          ExpressionAttributeNames: { '#number': attribute },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.[attribute]);
    },
  };
}

/** A condition that does not hold is an answer. */
async function unlessRefused<T>(sent: Promise<T>): Promise<T | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** DynamoDB takes no more keys in one BatchGetItem, and may leave some for another time. */
const largestBatch = 100;

async function getMany(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly ItemKey[],
): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  let left: readonly Item[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  while (left.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: left.slice(0, largestBatch), ConsistentRead: true } } }),
    );
    for (const item of Responses?.[table] ?? []) found.set(`${item.pk} ${item.sk}`, item);
    left = [...(UnprocessedKeys?.[table]?.Keys ?? []), ...left.slice(largestBatch)];
  }
  return keys.map(({ pk, sk }) => found.get(`${pk} ${sk}`)).filter((item) => item !== undefined);
}
