import { caseStore } from '../../platform/composition.ts';
import { createDetermineConsent } from './handler.ts';

export const handler = createDetermineConsent({ store: caseStore() });
