import { mailer } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { createConcludeAppeal } from './handler.ts';

export const handler = createConcludeAppeal({ store: caseStore(), mailer: mailer() });
