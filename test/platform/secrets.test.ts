import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import { createSecret } from '../../functions/platform/secrets.ts';

function secretOver(answers: (() => Promise<unknown>)[]) {
  let reads = 0;
  const send = () => answers[reads++]?.() ?? Promise.reject(new Error('read too often'));
  return createSecret({ send } as unknown as SecretsManagerClient, 'id');
}

it('is read once', async () => {
  const secret = secretOver([async () => ({ SecretString: 'text' })]);

  expect(await Promise.all([secret(), secret(), secret()])).toEqual(['text', 'text', 'text']);
});

it('is read again after a failure', async () => {
  const secret = secretOver([() => Promise.reject(new Error('no')), async () => ({ SecretString: 'text' })]);

  await expect(secret()).rejects.toThrow('no');
  expect(await secret()).toBe('text');
});

it('must hold a text', async () => {
  await expect(secretOver([async () => ({})])()).rejects.toMatchObject({ name: 'ConfigurationError' });
});
