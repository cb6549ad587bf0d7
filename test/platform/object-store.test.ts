import { NoSuchKey, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { createObjectStore } from '../../functions/platform/object-store.ts';

function storeOver(send: (command: { input: unknown }) => Promise<unknown>) {
  // The client's `send` is overloaded over all its commands.
  return createObjectStore({ client: { send } as unknown as S3Client, bucket: 'letters' });
}
const taken = new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} });

it('writes an object only where none is', async () => {
  const sent: unknown[] = [];
  const store = storeOver(async ({ input }) => {
    sent.push(input);
  });

  expect(await store.putOnce('a/b.pdf', Buffer.from('pdf'), 'application/pdf')).toBe(true);
  expect(sent).toMatchObject([{ Bucket: 'letters', Key: 'a/b.pdf', ContentType: 'application/pdf', IfNoneMatch: '*' }]);
});

it('tells that a key is taken', async () => {
  expect(await storeOver(() => Promise.reject(taken)).putOnce('a', Buffer.from(''), 'x')).toBe(false);
});

it('tells that an object is not there', async () => {
  const missing = new NoSuchKey({ message: '', $metadata: {} });
  expect(await storeOver(() => Promise.reject(missing)).get('a')).toBeUndefined();
});

it('throws what may pass', async () => {
  const store = storeOver(() => Promise.reject(new Error('slow down')));

  await expect(store.putOnce('a', Buffer.from(''), 'x')).rejects.toThrow('slow down');
  await expect(store.get('a')).rejects.toThrow('slow down');
});
