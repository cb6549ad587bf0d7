import { caseStore, objectStore } from '../../platform/composition.ts';
import { mailer } from '../composition.ts';
import { createSendOnPaper } from './handler.ts';

export const handler = createSendOnPaper({ store: caseStore(), objects: objectStore(), mailer: mailer() });
