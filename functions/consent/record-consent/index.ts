import { caseStore } from '../../platform/composition.ts';
import { createRecordConsent } from './handler.ts';

export const handler = createRecordConsent({ store: caseStore() });
