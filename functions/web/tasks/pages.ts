import { appealApprovalPage } from '../../appeal/task-page-approval.ts';
import { countyOutcomePage } from '../../appeal/task-page-county.ts';
import { reassessmentPage } from '../../appeal/task-page-reassessment.ts';
import { appealReviewPage } from '../../appeal/task-page-review.ts';
import { assessmentPage } from '../../assessment/task-page.ts';
import { consentPage } from '../../consent/task-page.ts';
import { delayReasonPage } from '../../deadline/task-page.ts';
import { approvalPage } from '../../decision/task-page.ts';
import { appointCoordinatorPage } from '../../handover/task-page.ts';
import type { TaskPages } from '../../tasks/pages/task-page.ts';

/** The page of every kind of task, each from the feature that asks. */
export const taskPages: TaskPages = {
  consent: consentPage,
  assessment: assessmentPage,
  approval: approvalPage,
  'delay-reason': delayReasonPage,
  'appoint-coordinator': appointCoordinatorPage,
  'appeal-review': appealReviewPage,
  reassessment: reassessmentPage,
  'appeal-approval': appealApprovalPage,
  'county-outcome': countyOutcomePage,
};
