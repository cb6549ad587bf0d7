import { randomBytes } from 'node:crypto';
import { createPersonId } from '../../identity/person-id.ts';
import { createSubmissionKeys } from '../../intake/api/keys.ts';
import { caseStore, secret, shortLived } from '../../platform/composition.ts';
import { appEnvironment, readEnvironment } from '../../platform/environment.ts';
import { lambdaHandler } from '../../platform/http/lambda.ts';
import { log } from '../../platform/log.ts';
import { executions } from '../../platform/state-machines.ts';
import { createApiApp } from './app.ts';

const env = readEnvironment(['PUBLIC_URL', 'PERSON_KEY_SECRET_ID', 'SUBMISSION_KEYS_SECRET_ID']);

export const handler = lambdaHandler(
  createApiApp({
    publicUrl: env.PUBLIC_URL,
    environment: appEnvironment(),
    report: (error) =>
      log.error('REQUEST_FAILED', { route: 'applications', error: error instanceof Error ? error.name : 'unknown' }),
    personId: createPersonId(secret(env.PERSON_KEY_SECRET_ID)),
    store: caseStore(),
    shortLived: shortLived(),
    executions: executions(),
    random: () => randomBytes(16),
    // A new reader each time, as a reader keeps what it read.
    keys: createSubmissionKeys(() => secret(env.SUBMISSION_KEYS_SECRET_ID)()),
  }),
);
