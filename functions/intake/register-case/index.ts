import { caseStore } from '../../platform/composition.ts';
import { createRegisterCase } from './handler.ts';

export const handler = createRegisterCase({ store: caseStore() });
