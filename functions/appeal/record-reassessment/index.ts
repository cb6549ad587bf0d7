import { caseStore } from '../../platform/composition.ts';
import { createRecordReassessment } from './handler.ts';

export const handler = createRecordReassessment({ store: caseStore() });
