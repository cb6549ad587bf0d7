import type { Case } from '../../core/case.ts';
import type { CaseChanger } from './change-case.ts';
import { asCaseItem, caseKey, openPartition } from './items.ts';
import { tableIndexes } from './names.ts';
import type { Table } from './table.ts';

/** Ids of a municipality's open cases, a page at a time; see `CaseStore.listOpen`. One query: the keys tell the ids. */
export async function listOpen(
  { table }: Pick<CaseChanger, 'table'>,
  input: { readonly municipality: string; readonly limit: number; readonly cursor?: string },
): Promise<{ readonly caseIds: readonly string[]; readonly cursor?: string }> {
  const { name, partition, sort } = tableIndexes.byState;
  const gsi1pk = openPartition(input.municipality);
  const { items, more } = await table.page({
    IndexName: name,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': partition },
    ExpressionAttributeValues: { ':pk': gsi1pk },
    Limit: input.limit,
    ...(input.cursor !== undefined && {
      ExclusiveStartKey: { ...caseKey(caseIdOf(input.cursor)), gsi1pk, gsi1sk: input.cursor },
    }),
  });
  const rows = items.map((item) => String(item[sort]));
  const last = rows.at(-1);
  return { caseIds: rows.map(caseIdOf), ...(more && last !== undefined && { cursor: last }) };
}

/** The cursor is the last row's sort key, `<state>#<expectedOn>#<caseId>`: nothing personal, and it leads to no other list. */
function caseIdOf(sortKey: string): string {
  return sortKey.slice(sortKey.lastIndexOf('#') + 1);
}

/** Cases of a person in a municipality, newest first; see `CaseStore.listByPerson`. */
export async function listByPerson(
  { table, hash }: CaseChanger,
  municipality: string,
  nationalId: string,
): Promise<readonly Case[]> {
  const { name, partition, sort } = tableIndexes.byPerson;
  const rows: Record<string, unknown>[] = [];
  let start: object = {};
  let more = true;
  while (more) {
    const page = await table.page({
      IndexName: name,
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :municipality)',
      ExpressionAttributeNames: { '#pk': partition, '#sk': sort },
      ExpressionAttributeValues: { ':pk': `person#${await hash(nationalId)}`, ':municipality': `${municipality}#` },
      ScanIndexForward: false,
      ...start,
    });
    rows.push(...page.items);
    const { pk, sk, gsi2pk, gsi2sk } = page.items.at(-1) ?? {};
    start = { ExclusiveStartKey: { pk, sk, gsi2pk, gsi2sk } };
    more = page.more;
  }
  return casesOf(table, rows);
}

/** The cases that index rows point to, in the rows' order, each once: a person may also be who sent the case in. */
async function casesOf(table: Table, rows: readonly Record<string, unknown>[]): Promise<readonly Case[]> {
  const partitions = [...new Set(rows.map((row) => String(row.pk)))];
  const items = await table.getMany(partitions.map((pk) => ({ pk, sk: 'case' })));
  return items.map((item) => asCaseItem(item).case);
}
