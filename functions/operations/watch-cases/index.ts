import { contacts, mailer, paperEditions } from '../../messages/composition.ts';
import { svarUt } from '../../messages/post.ts';
import { caseStore } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { countMetric } from '../../platform/metrics.ts';
import { executions } from '../../platform/state-machines.ts';
import { createWatchCases } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);

export const handler = createWatchCases({
  store: caseStore(),
  objects: objectStore(),
  mailer: mailer(),
  svarUt: svarUt(),
  paperEdition: paperEditions(),
  contacts: contacts(),
  executions: executions(),
  count: countMetric,
  publicUrl: PUBLIC_URL,
});
