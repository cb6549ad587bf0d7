import { mailer } from '../../messages/composition.ts';
import { caseStore, objectStore } from '../../platform/composition.ts';
import { createForwardAppeal } from './handler.ts';

export const handler = createForwardAppeal({ store: caseStore(), objects: objectStore(), mailer: mailer() });
