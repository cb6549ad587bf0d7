import { caseStore } from '../../platform/composition.ts';
import { createRecordCoordinator } from './handler.ts';

export const handler = createRecordCoordinator({ store: caseStore() });
