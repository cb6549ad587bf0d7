import { mailer } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { createRecordAppealReview } from './handler.ts';

export const handler = createRecordAppealReview({ store: caseStore(), mailer: mailer() });
