import { createHmac } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { assembleFile } from '../case-records.ts';
import type { CaseStore } from '../case-store.ts';
import type { Secret } from '../secrets.ts';
import { type CaseChanger, transitionCase, updateCase } from './change-case.ts';
import { createCase } from './create-case.ts';
import { casePartition, eventItem, readItems, recordItem, recordItemKey } from './items.ts';
import { listByPerson, listClosed, listOpen } from './list-cases.ts';
import { createTable } from './table.ts';
import { ItemUpdate } from './update.ts';

/**
 * The case store in one DynamoDB table. All reads are consistent but for the two index lists, which may lag a moment
 * behind. `personKey` keys the hash by which a person's cases are found, so that the table tells nobody's national id
 * in an index and the hash cannot be made without the key.
 */
export function createCaseStore(options: {
  readonly tableName: string;
  readonly client: DynamoDBDocumentClient;
  readonly personKey: Secret;
}): CaseStore {
  const table = createTable(options.client, options.tableName);
  const hash = async (nationalId: string) =>
    createHmac('sha256', await options.personKey())
      .update(nationalId)
      .digest('hex');
  const changer: CaseChanger = { table, hash };
  return {
    create: (input) => createCase(changer, input),
    async load(caseId) {
      const { item, events, records } = readItems(await table.partition(casePartition(caseId)));
      if (!item) return undefined;
      // Until the next change the newest change's event is in the case item only.
      const newest = eventItem(caseId, item.lastEvent).sk;
      const others = events.filter((event) => eventItem(caseId, event).sk !== newest);
      return assembleFile({ case: item.case, records, events: [...others, item.lastEvent] });
    },
    transition: ({ changes = {}, ...input }) => transitionCase(changer, { ...input, changes }),
    update: (input) => updateCase(changer, input),
    addOnce: (caseId, type, record) => table.putNew(recordItem(caseId, type, record)),
    async change(caseId, type, key, changes, only = {}) {
      const update = new ItemUpdate().expectExists('pk').setFields('record', changes);
      for (const [field, value] of Object.entries(only)) update.expect(['record', field], value);
      return (await table.update(recordItemKey(caseId, type, key), update)) !== undefined;
    },
    appendEvent: (caseId, event) => table.put(eventItem(caseId, event)),
    nextNumber: (municipality, year) =>
      table.increment({ pk: `number#${municipality}#${year}`, sk: 'number' }, 'newest'),
    listOpen: (input) => listOpen(changer, input),
    listClosed: (input) => listClosed(changer, input),
    listByPerson: (municipality, nationalId) => listByPerson(changer, municipality, nationalId),
  };
}
