import type { Case } from '../../core/case.ts';
import type { CaseStore } from '../case-store.ts';
import type { CaseChanger } from './change-case.ts';
import { asCaseItem, caseKey, closedPartition, openPartition } from './items.ts';
import { tableIndexes } from './names.ts';
import type { Table } from './table.ts';

/** A page of ids, and where the next one begins. */
type Page = { readonly caseIds: readonly string[]; readonly cursor?: string };

/** Ids of a municipality's open cases, a page at a time; see `CaseStore.listOpen`. */
export function listOpen(
  changer: Pick<CaseChanger, 'table'>,
  input: Parameters<CaseStore['listOpen']>[0],
): Promise<Page> {
  return listPage(changer, openPartition(input.municipality), { ...input, from: '' });
}

/** Ids of a municipality's closed cases since a day, a page at a time; see `CaseStore.listClosed`. */
export function listClosed(
  changer: Pick<CaseChanger, 'table'>,
  input: Parameters<CaseStore['listClosed']>[0],
): Promise<Page> {
  return listPage(changer, closedPartition(input.municipality), { ...input, from: `closed#${input.since}` });
}

/** One query: the keys tell the ids. */
async function listPage(
  { table }: Pick<CaseChanger, 'table'>,
  gsi1pk: string,
  input: { readonly from: string; readonly limit: number; readonly cursor?: string },
): Promise<Page> {
  const { name, partition, sort } = tableIndexes.byState;
  const { from } = input;
  const { items, more } = await table.page({
    IndexName: name,
    KeyConditionExpression: from ? '#pk = :pk AND #sk >= :from' : '#pk = :pk',
    ExpressionAttributeNames: { '#pk': partition, ...(from && { '#sk': sort }) },
    ExpressionAttributeValues: { ':pk': gsi1pk, ...(from && { ':from': from }) },
    Limit: input.limit,
    ...(input.cursor !== undefined && {
      ExclusiveStartKey: { ...caseKey(caseIdOf(input.cursor)), gsi1pk, gsi1sk: input.cursor },
    }),
  });
  const rows = items.map((item) => String(item[sort]));
  const last = rows.at(-1);
  return { caseIds: rows.map(caseIdOf), ...(more && last !== undefined && { cursor: last }) };
}

/** The cursor is the last row's sort key, `<state>#<date>#<caseId>`: nothing personal, and it leads to no other list. */
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
