import { mailer } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { createHandOver } from './handler.ts';

export const handler = createHandOver({ store: caseStore(), mailer: mailer() });
