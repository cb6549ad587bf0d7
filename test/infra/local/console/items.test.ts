import { expect, it } from 'vitest';
import { summarizeItems } from '../../../../infra/local/console/items.ts';

it('shows keys and states of what a table holds, and nothing of people', async () => {
  const name = { S: 'Ola Testperson' };
  const Items = [
    { pk: { S: 'case#1' }, sk: { S: 'case' }, name, case: { M: { state: { S: 'open' }, version: { N: '3' }, name } } },
  ];
  const table = { name: 'T', createTable: { KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }] } };
  const call = async () => ({ Items });
  const dynamo = {
    url: '',
    call,
    service: async () => undefined,
    createTables: async () => undefined,
    close: async () => undefined,
  };
  expect(await summarizeItems(dynamo, [table])).toEqual([
    { table: 'T', fields: { pk: 'case#1', sk: 'case', state: 'open', version: '3' } },
  ]);
});
