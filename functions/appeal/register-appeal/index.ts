import { caseStore } from '../../platform/composition.ts';
import { createRegisterAppeal } from './handler.ts';

export const handler = createRegisterAppeal({ store: caseStore() });
