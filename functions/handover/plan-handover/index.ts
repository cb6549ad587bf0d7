import { mailer } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { createPlanHandover } from './handler.ts';

export const handler = createPlanHandover({ store: caseStore(), mailer: mailer() });
