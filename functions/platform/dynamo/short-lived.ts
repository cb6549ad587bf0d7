import { createHmac } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../core/time.ts';
import type { Secret } from '../secrets.ts';
import type { ShortLived } from '../short-lived.ts';
import { timeToLive } from './names.ts';

/** {@link ShortLived} in the table of the cases. Keys are hashed with `personKey`, as one may hold a national id number. */
export function createShortLived(options: {
  readonly tableName: string;
  readonly client: DynamoDBDocumentClient;
  readonly personKey: Secret;
}): ShortLived {
  const { client, tableName: TableName } = options;
  const keyOf = async (key: string) => {
    const digest = createHmac('sha256', await options.personKey())
      .update(`short|${key}`)
      .digest('hex');
    return { pk: `short#${digest}`, sk: 'short' };
  };
  const item = async (key: string, value: object, until: Instant) => ({
    ...(await keyOf(key)),
    value,
    [timeToLive]: seconds(until),
  });
  return {
    async load(key, schema, now) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: await keyOf(key), ConsistentRead: true }));
      return Item && Number(Item[timeToLive]) > seconds(now) ? schema.safeParse(Item.value).data : undefined;
    },
    async save(key, value, { until }) {
      await client.send(new PutCommand({ TableName, Item: await item(key, value, until) }));
    },
    async saveOnce(key, value, { now, until }) {
      const put = new PutCommand({
        TableName,
        Item: await item(key, value, until),
        ConditionExpression: 'attribute_not_exists(pk) OR #expires <= :now',
        ExpressionAttributeNames: { '#expires': timeToLive },
        ExpressionAttributeValues: { ':now': seconds(now) },
      });
      try {
        await client.send(put);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async count(key, { until }) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: await keyOf(key),
          UpdateExpression: 'ADD #count :one SET #expires = :until',
          ExpressionAttributeNames: { '#count': 'count', '#expires': timeToLive },
          ExpressionAttributeValues: { ':one': 1, ':until': seconds(until) },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.count);
    },
    async forget(key, now) {
      // Emptied and over, as no function may delete items: the table erases it.
      await client.send(new PutCommand({ TableName, Item: await item(key, {}, now) }));
    },
  };
}

function seconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}
