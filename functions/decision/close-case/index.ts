import { caseStore } from '../../platform/composition.ts';
import { createCloseCase } from './handler.ts';

export const handler = createCloseCase({ store: caseStore() });
