import type { Case } from '../../core/case.ts';
import type { CaseState } from '../../core/case-state.ts';
import type { CaseChanger } from './change-case.ts';
import { asCaseItem, byStateKeys, caseKey } from './items.ts';
import { type Table, tableIndexes } from './table.ts';

/** Cases of a municipality in one state, a page at a time; see `CaseStore.listByState`. */
export async function listByState(
  { table }: Pick<CaseChanger, 'table'>,
  input: {
    readonly municipality: string;
    readonly state: CaseState;
    readonly limit: number;
    readonly cursor?: string;
  },
): Promise<{ readonly cases: readonly Case[]; readonly cursor?: string }> {
  const { name, partition, sort } = tableIndexes.byState;
  const { items, more } = await table.page({
    IndexName: name,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': partition },
    ExpressionAttributeValues: { ':pk': `${input.municipality}#${input.state}` },
    Limit: input.limit,
    ...(input.cursor !== undefined && { ExclusiveStartKey: startKey({ ...input, cursor: input.cursor }) }),
  });
  const cases = await casesOf(table, items);
  const last = items.at(-1)?.[sort];
  return {
    // The index lags a moment behind: a case that has moved on meanwhile is not in this list.
    cases: cases.filter((found) => found.state === input.state),
    ...(more && typeof last === 'string' && { cursor: last }),
  };
}

/** The cursor is the last row's sort key, `<expectedOn>#<caseId>`: nothing personal, and it leads to no other list. */
function startKey(input: { municipality: string; state: CaseState; cursor: string }) {
  const [expectedOn = '', caseId = ''] = input.cursor.split('#');
  return { ...caseKey(caseId), ...byStateKeys({ ...input, expectedOn, caseId }) };
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
