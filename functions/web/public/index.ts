import { randomBytes } from 'node:crypto';
import { createOpenIdClient, createPersonId, createSessions, requiredAcr } from '../../identity/index.ts';
import { mailer } from '../../messages/composition.ts';
import { lambdaClient } from '../../platform/clients/lambda.ts';
import { caseStore, secret, shortLived } from '../../platform/composition.ts';
import { appEnvironment, readEnvironment } from '../../platform/environment.ts';
import { lambdaHandler } from '../../platform/http/index.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { log } from '../../platform/log.ts';
import { executions } from '../../platform/state-machines.ts';
import { uploads } from '../../platform/uploads/composition.ts';
import { answers, completion } from '../../tasks/composition.ts';
import { createPublicApp } from './app.ts';
import { createBlankForms } from './blank-forms.ts';

const env = readEnvironment([
  'PUBLIC_URL',
  'SESSION_SECRET_ID',
  'PERSON_KEY_SECRET_ID',
  'APPLICANT_ISSUER',
  'APPLICANT_CLIENT_ID',
  'APPLICANT_KEY_SECRET_ID',
  'STAFF_ISSUER',
  'STAFF_CLIENT_ID',
  'STAFF_KEY_SECRET_ID',
  'RENDER_LETTER_FUNCTION',
]);
const environment = appEnvironment();
const publicUrl = env.PUBLIC_URL;
const sessionSecret = secret(env.SESSION_SECRET_ID);
const issuer = { publicUrl, allowHttp: environment === 'local' };

export const handler = lambdaHandler(
  createPublicApp({
    publicUrl,
    environment,
    sessionSecret,
    report: (error) => log.error('REQUEST_FAILED', { error: error instanceof Error ? error.name : 'unknown' }),
    sessions: createSessions({ secret: sessionSecret, publicUrl, kept: shortLived() }),
    personId: createPersonId(secret(env.PERSON_KEY_SECRET_ID)),
    clients: {
      person: createOpenIdClient({
        ...issuer,
        issuer: env.APPLICANT_ISSUER,
        clientId: env.APPLICANT_CLIENT_ID,
        privateJwk: secret(env.APPLICANT_KEY_SECRET_ID),
        acrValues: requiredAcr,
      }),
      staff: createOpenIdClient({
        ...issuer,
        issuer: env.STAFF_ISSUER,
        clientId: env.STAFF_CLIENT_ID,
        privateJwk: secret(env.STAFF_KEY_SECRET_ID),
      }),
    },
    store: caseStore(),
    objects: objectStore(),
    uploads: uploads(),
    completion: completion(),
    answers: answers(),
    mailer: mailer(),
    executions: executions(),
    blankForm: createBlankForms({ client: lambdaClient(), functionName: env.RENDER_LETTER_FUNCTION }),
    shortLived: shortLived(),
    random: () => randomBytes(16),
  }),
);
