import { expect, test } from 'vitest';
import { inTurn } from '../../functions/intake/application/in-turn.ts';
import { createMemoryShortLived } from '../support/memory-short-lived.ts';

const about = { municipality: '4635', nationalId: '1', now: '2026-11-24T09:00:00.000Z' };

test('requests about one person come one after the other, and the next knows what the one before came to', async () => {
  const shortLived = createMemoryShortLived();
  const log: string[] = [];
  const work = (name: string) => async (before?: string) => {
    log.push(`${name} begins after ${before ?? 'nobody'}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    log.push(`${name} ends`);
    return name;
  };
  const ids = await Promise.all(['a', 'b'].map((name) => inTurn(shortLived, about, work(name))));
  expect(ids).toEqual(['a', 'b']);
  expect(log).toEqual(['a begins after nobody', 'a ends', 'b begins after a', 'b ends']);
  // Somebody else, another municipality, and a minute later: nobody before them.
  for (const other of [{ nationalId: '2' }, { municipality: '4204' }, { now: '2026-11-24T09:01:00.000Z' }]) {
    await inTurn(shortLived, { ...about, ...other }, async (before) => String(before)).then((before) =>
      expect(before).toBe('undefined'),
    );
  }
});

test('a request that fails leaves its turn to the next, and nobody waits for ever', { timeout: 10_000 }, async () => {
  const shortLived = createMemoryShortLived();
  const failed = inTurn(shortLived, about, async () => Promise.reject(new Error('no table')));
  await expect(failed).rejects.toThrow('no table');
  const hung = inTurn(shortLived, about, () => new Promise(() => undefined));
  const next = inTurn(shortLived, about, async (before) => `after ${before}`);
  expect(await Promise.race([next, hung])).toBe('after undefined');
});
