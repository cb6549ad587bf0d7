import type { LocalDynamo } from '../aws/dynamodb.ts';
import { asList, asObject, type JsonObject } from '../json.ts';
import type { LocalTable } from '../template/model.ts';

/** An item of a table, without what it says of a person. */
export interface ItemSummary {
  readonly table: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What says where a case is, beside the keys. Everything else of an item stays out of the console. */
const SHOWN = ['kind', 'type', 'entity', 'state', 'status', 'round', 'version', 'dueDate', 'municipality'];
const MOST = 500;

/** Reads the tables for the console, at most some hundred items each. */
export async function summarizeItems(dynamo: LocalDynamo, tables: readonly LocalTable[]): Promise<ItemSummary[]> {
  const lists = await Promise.all(
    tables.map(async ({ name, createTable }) => {
      const keys = asList(createTable.KeySchema).map((key) => String(asObject(key).AttributeName));
      const { Items } = await dynamo.call('Scan', { TableName: name, Limit: MOST });
      return asList(Items).map((item) => ({ table: name, fields: pick(asObject(item), [...keys, ...SHOWN]) }));
    }),
  );
  const order = ({ table, fields }: ItemSummary) => [table, ...Object.values(fields)].join('\0');
  return lists.flat().sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function pick(item: JsonObject, names: readonly string[]): Record<string, string> {
  const shown = names.flatMap((name) => {
    const attribute = find(item, name);
    // An attribute is `{S: …}` or `{N: …}`; other types are not shown.
    const value = attribute?.S ?? attribute?.N;
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return Object.fromEntries(shown);
}

/** An attribute of the item itself, or of a record inside it. */
function find(item: JsonObject, name: string): JsonObject | undefined {
  const records = Object.values(item).map((attribute) => asObject(asObject(attribute).M));
  const holder = [item, ...records].find((record) => Object.hasOwn(record, name));
  return holder && asObject(holder[name]);
}
