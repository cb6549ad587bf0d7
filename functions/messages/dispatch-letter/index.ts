import { caseStore } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { countMetric } from '../../platform/metrics.ts';
import { contacts, mailer } from '../composition.ts';
import { svarUt } from '../post.ts';
import { createDispatchLetter } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);

export const handler = createDispatchLetter({
  store: caseStore(),
  objects: objectStore(),
  mailer: mailer(),
  svarUt: svarUt(),
  contacts: contacts(),
  count: countMetric,
  publicUrl: PUBLIC_URL,
});
