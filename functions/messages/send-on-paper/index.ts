import { caseStore, objectStore } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { mailer } from '../composition.ts';
import { createSendOnPaper } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);

export const handler = createSendOnPaper({
  store: caseStore(),
  objects: objectStore(),
  mailer: mailer(),
  publicUrl: PUBLIC_URL,
});
