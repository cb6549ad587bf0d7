import { caseStore } from '../../platform/composition.ts';
import { createPlanAppealDeadline } from './handler.ts';

export const handler = createPlanAppealDeadline({ store: caseStore() });
