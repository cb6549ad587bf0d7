import { caseStore } from '../../platform/composition.ts';
import { createRecordAssessment } from './handler.ts';

export const handler = createRecordAssessment({ store: caseStore() });
