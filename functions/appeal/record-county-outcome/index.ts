import { caseStore } from '../../platform/composition.ts';
import { createRecordCountyOutcome } from './handler.ts';

export const handler = createRecordCountyOutcome({ store: caseStore() });
