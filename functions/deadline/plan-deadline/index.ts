import { caseStore } from '../../platform/composition.ts';
import { createPlanDeadline } from './handler.ts';

export const handler = createPlanDeadline({ store: caseStore() });
