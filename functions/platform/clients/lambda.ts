import { LambdaClient } from '@aws-sdk/client-lambda';
import { once } from '../once.ts';
import { patience } from './patience.ts';

/** Lambda, for what only the renderer of letters makes; rendering may take a minute. */
export const lambdaClient = once(
  () => new LambdaClient({ ...patience, requestHandler: { connectionTimeout: 2_000, requestTimeout: 65_000 } }),
);
