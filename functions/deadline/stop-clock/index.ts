import { caseStore } from '../../platform/composition.ts';
import { completion } from '../../tasks/composition.ts';
import { createStopClock } from './handler.ts';

export const handler = createStopClock({ store: caseStore(), completion: completion() });
