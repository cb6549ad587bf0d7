import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ConfigurationError } from '../core/errors.ts';

/** A secret's text, read at its first use and kept; a failed read is tried again at the next use. */
export type Secret = () => Promise<string>;

/** The secret with this name or ARN. Throws ConfigurationError when it holds no text. */
export function createSecret(client: SecretsManagerClient, id: string): Secret {
  let reading: Promise<string> | undefined;
  return () => {
    reading ??= read(client, id).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

async function read(client: SecretsManagerClient, id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (!SecretString) throw new ConfigurationError(`secret ${id} is empty`);
  return SecretString;
}
