import { createSessions } from '../../identity/index.ts';
import { mailer } from '../../messages/composition.ts';
import { lambdaClient } from '../../platform/clients/lambda.ts';
import { caseStore, secret, shortLived } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { lambdaHandler } from '../../platform/http/index.ts';
import { log } from '../../platform/log.ts';
import { uploads } from '../../platform/uploads/composition.ts';
import { answers, links } from '../../tasks/composition.ts';
import { createDrafts } from '../../tasks/pages/drafts.ts';
import { createPassOn } from '../../tasks/pass-on.ts';
import { createTasksApp } from './app.ts';
import { createPreview } from './preview.ts';

const taskLinks = links();
const env = readEnvironment(['SESSION_SECRET_ID', 'PUBLIC_URL', 'RENDER_LETTER_FUNCTION']);
const sessionSecret = secret(env.SESSION_SECRET_ID);
const report = (error: unknown) =>
  log.error('REQUEST_FAILED', { route: '/t', error: error instanceof Error ? error.name : 'unknown' });

export const handler = lambdaHandler(
  createTasksApp(
    { publicUrl: env.PUBLIC_URL, sessionSecret, report },
    {
      store: caseStore(),
      links: taskLinks,
      answers: answers(),
      passOn: createPassOn({ store: caseStore(), mailer: mailer(), links: taskLinks }),
      drafts: createDrafts(shortLived()),
      uploads: uploads(),
      signIn: createSessions({ secret: sessionSecret, publicUrl: env.PUBLIC_URL, kept: shortLived() }),
      preview: createPreview({ client: lambdaClient(), functionName: env.RENDER_LETTER_FUNCTION }),
    },
  ),
);
