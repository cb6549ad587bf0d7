import { caseStore } from '../../platform/composition.ts';
import { countMetric } from '../../platform/metrics.ts';
import { createRecordDelivery } from './handler.ts';

export const handler = createRecordDelivery({ store: caseStore(), count: countMetric });
