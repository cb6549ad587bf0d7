import { expect, test } from 'vitest';
import { createRegisterCase } from '../../functions/intake/register-case/handler.ts';
import { aCase } from '../support/builders.ts';
import { payload, stored } from '../support/stored.ts';

const received = aCase({ state: 'received', caseNumber: '' });

test('gives the case a number of the municipality and year it was received in', async () => {
  const { store, caseId } = await stored({ case: received });
  expect(await createRegisterCase({ store })(payload(caseId))).toEqual({ outcome: 'registered' });
  const { case: found } = (await store.load(caseId)) ?? {};
  expect(found?.state).toBe('registered');
  expect(found?.caseNumber).toBe('GULEN-2026-000001');
});

test('a retried step keeps the number it gave', async () => {
  const { store, caseId } = await stored({ case: received });
  const step = createRegisterCase({ store });
  await step(payload(caseId));
  await step(payload(caseId));
  expect((await store.load(caseId))?.case.caseNumber).toBe('GULEN-2026-000001');
});

test('a case withdrawn before registration stays withdrawn and gets its number', async () => {
  const { store, caseId } = await stored({ case: { ...received, state: 'withdrawn' } });
  expect(await createRegisterCase({ store })(payload(caseId))).toEqual({ outcome: 'withdrawn' });
  expect((await store.load(caseId))?.case).toMatchObject({ state: 'withdrawn', caseNumber: 'GULEN-2026-000001' });
});

test('a case that is not there is a named error', async () => {
  const { store } = await stored();
  await expect(createRegisterCase({ store })(payload('nobody'))).rejects.toThrow(
    expect.objectContaining({ name: 'NotFoundError' }),
  );
});
