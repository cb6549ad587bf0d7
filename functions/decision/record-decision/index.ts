import { caseStore } from '../../platform/composition.ts';
import { createRecordDecision } from './handler.ts';

export const handler = createRecordDecision({ store: caseStore() });
