import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { once } from '../once.ts';
import { patience } from './patience.ts';

/** Secrets Manager. */
export const secretsClient = once(() => new SecretsManagerClient(patience));
