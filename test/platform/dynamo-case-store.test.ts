import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaseStore } from '../../functions/platform/dynamo/case-store.ts';
import { aCase, aSubmitter } from '../support/builders.ts';
import { type DynaliteDatabase, startDynalite } from '../support/dynalite-table.ts';
import { describeCaseStore } from './case-store.contract.ts';

let database: DynaliteDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

async function prepare() {
  const table = await database.createTable();
  return { ...table, store: createCaseStore({ ...table, personKey: async () => 'person-key' }) };
}

describeCaseStore('table', async () => (await prepare()).store);

const submission = {
  case: aCase({ state: 'received', version: 1, submitter: aSubmitter() }),
  submissionKey: 'submission-1',
  event: { at: '2026-11-24T09:00:00.000Z', type: 'received', actor: { kind: 'person', id: 'x' } },
} as const;

it('heals a submission that crashed between its claim and its case', async () => {
  const { store, client, tableName } = await prepare();
  await store.create(submission);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  const claim = Items.find(({ sk }) => sk === 'submission');
  const crashed = await prepare();
  await crashed.client.send(new PutCommand({ TableName: crashed.tableName, Item: claim }));

  const retried = { ...submission, case: { ...submission.case, caseId: 'another' } };
  const results = await Promise.all([1, 2, 3].map(() => crashed.store.create(retried)));

  expect(results.filter(({ created }) => created)).toHaveLength(1);
  expect(results.map((result) => result.case.caseId)).toEqual(results.map(() => submission.case.caseId));
  expect(await crashed.store.load('another')).toBeUndefined();
});

it('keeps no national id in a key or an index, and no index entry that another key would make', async () => {
  const { store, client, tableName } = await prepare();
  await store.create(submission);

  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  const keys = Items.map(({ case: _, ...rest }) => JSON.stringify(rest)).join();
  expect(keys).not.toContain(submission.case.person.nationalId);
  expect(keys).not.toContain(aSubmitter().nationalId);

  const otherKey = createCaseStore({ client, tableName, personKey: async () => 'other' });
  expect(await otherKey.listByPerson('4635', submission.case.person.nationalId)).toEqual([]);
});

it('writes an event on its own before the next change takes its place', async () => {
  const { store, client, tableName } = await prepare();
  await store.create(submission);
  const { caseId } = submission.case;
  await store.transition({ caseId, transition: 'register', event: { ...submission.event, type: 'registered' } });

  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': `case#${caseId}`, ':event': 'event#' },
    }),
  );
  expect(Items.map(({ event }) => event.type)).toEqual(['received']);
  expect((await store.load(caseId))?.events.map(({ type }) => type)).toEqual(['received', 'registered']);
});
