import { caseStore } from '../../platform/composition.ts';
import { createRecordDelay } from './handler.ts';

export const handler = createRecordDelay({ store: caseStore() });
