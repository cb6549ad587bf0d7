import { caseStore } from '../../platform/composition.ts';
import { createRecordAppealDecision } from './handler.ts';

export const handler = createRecordAppealDecision({ store: caseStore() });
