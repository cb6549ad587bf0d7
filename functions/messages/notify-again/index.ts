import { caseStore } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { mailer } from '../composition.ts';
import { createNotifyAgain } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);

export const handler = createNotifyAgain({
  store: caseStore(),
  mailer: mailer(),
  publicUrl: PUBLIC_URL,
});
