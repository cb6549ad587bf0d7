import { mailer } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { countMetric } from '../../platform/metrics.ts';
import { createHoldCase } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);

export const handler = createHoldCase({
  store: caseStore(),
  mailer: mailer(),
  count: countMetric,
  publicUrl: PUBLIC_URL,
});
