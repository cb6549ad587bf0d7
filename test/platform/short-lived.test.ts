import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createShortLived } from '../../functions/platform/dynamo/short-lived.ts';
import type { ShortLived } from '../../functions/platform/short-lived.ts';
import { type DynaliteDatabase, startDynalite } from '../support/dynalite-table.ts';
import { createMemoryShortLived } from '../support/memory-short-lived.ts';

let database: DynaliteDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

async function inTable() {
  const table = await database.createTable();
  return { ...table, kept: createShortLived({ ...table, personKey: async () => 'person-key' }) };
}

const text = z.object({ text: z.string() });
const day = { now: '2026-11-24T09:00:00.000Z', until: '2026-11-25T09:00:00.000Z' };

const makers: readonly [string, () => Promise<ShortLived>][] = [
  ['the table', async () => (await inTable()).kept],
  ['memory', async () => createMemoryShortLived()],
];

describe.each(makers)('what %s keeps for a while', (_, make) => {
  it('is there until its time is over, and in the shape that was asked for', async () => {
    const kept = await make();
    await kept.save('a', { text: 'æøå' }, day);
    expect(await kept.load('a', text, day.now)).toEqual({ text: 'æøå' });
    expect(await kept.load('a', z.object({ other: z.string() }), day.now)).toBeUndefined();
    expect(await kept.load('a', text, day.until)).toBeUndefined();
    expect(await kept.load('b', text, day.now)).toBeUndefined();
  });

  it('is replaced by a newer one, and gone when forgotten', async () => {
    const kept = await make();
    await kept.save('a', { text: 'one' }, day);
    await kept.save('a', { text: 'two' }, day);
    expect(await kept.load('a', text, day.now)).toEqual({ text: 'two' });
    await kept.forget('a', day.now);
    expect(await kept.load('a', text, day.now)).toBeUndefined();
  });

  it('is taken once, and again when the first is over', async () => {
    const kept = await make();
    const tries = await Promise.all([1, 2, 3].map((n) => kept.saveOnce('a', { text: String(n) }, day)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    const later = { now: day.until, until: '2026-11-26T09:00:00.000Z' };
    expect(await kept.saveOnce('a', { text: 'later' }, later)).toBe(true);
    expect(await kept.load('a', text, later.now)).toEqual({ text: 'later' });
  });

  it('counts each time once', async () => {
    const kept = await make();
    const counted = await Promise.all(Array.from({ length: 5 }, () => kept.count('m#10:05', day)));
    expect(counted.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    expect(await kept.count('m#10:06', day)).toBe(1);
  });
});

it('has no key in it, and nothing of what was forgotten', async () => {
  const { kept, client, tableName } = await inTable();
  await kept.save('draft#11111111111', { text: 'secret words' }, day);
  await kept.forget('draft#11111111111', day.now);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  expect(JSON.stringify(Items)).not.toContain('11111111111');
  expect(JSON.stringify(Items)).not.toContain('secret words');
  expect(Items.map(({ expires }) => expires)).toEqual([Date.parse(day.now) / 1000]);
});
