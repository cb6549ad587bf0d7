import { caseStore } from '../../platform/composition.ts';
import { callbacks } from '../composition.ts';
import { createRegisterWait } from './handler.ts';

export const handler = createRegisterWait({ store: caseStore(), callbacks: callbacks() });
