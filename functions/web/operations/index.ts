import { createSessions } from '../../identity/index.ts';
import { contacts, mailer } from '../../messages/composition.ts';
import { createHolds } from '../../operations/holds.ts';
import { createExecutions } from '../../operations/pages/executions.ts';
import { stepFunctionsClient } from '../../platform/clients/step-functions.ts';
import { caseStore, secret, shortLived } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { lambdaHandler } from '../../platform/http/index.ts';
import { log } from '../../platform/log.ts';
import { callbacks, links } from '../../tasks/composition.ts';
import { createOperationsApp } from './app.ts';

const env = readEnvironment([
  'SESSION_SECRET_ID',
  'PUBLIC_URL',
  'APPLICATION_STATE_MACHINE_ARN',
  'APPEAL_STATE_MACHINE_ARN',
]);
const sessionSecret = secret(env.SESSION_SECRET_ID);
const report = (error: unknown) =>
  log.error('REQUEST_FAILED', { route: '/operations', error: error instanceof Error ? error.name : 'unknown' });

export const handler = lambdaHandler(
  createOperationsApp(
    { publicUrl: env.PUBLIC_URL, sessionSecret, report },
    {
      store: caseStore(),
      sessions: createSessions({ secret: sessionSecret, publicUrl: env.PUBLIC_URL, kept: shortLived() }),
      executions: createExecutions({
        client: stepFunctionsClient(),
        arns: { application: env.APPLICATION_STATE_MACHINE_ARN, appeal: env.APPEAL_STATE_MACHINE_ARN },
      }),
      holds: createHolds({ store: caseStore(), callbacks: callbacks() }),
      mailer: mailer(),
      contacts: contacts(),
      links: links(),
    },
  ),
);
