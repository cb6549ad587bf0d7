import { z } from 'zod';
import type { AppealReview } from '../../core/appeal.ts';
import { answerEvent, answerTo } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';

const input = stepInput.extend({ answerId: z.string() });

/**
 * Whether the appeal is admissible, as a human found (fvl §§ 30–33). Outcome `admissible`, `inadmissible`, `supervision`,
 * `withdrawn`.
 */
export function createRecordAppealReview({ store }: { store: CaseStore }) {
  return defineStep('RecordAppealReview', input, async ({ caseId, subject, answerId }) => {
    const { file, appeal } = await loadAppeal(store, caseId, subject);
    const given = answerTo(file, 'appeal-review', answerId);
    const { choice, reason, heardLostOn } = given.answer;
    const admissible = choice === 'admissible';
    const review: AppealReview = {
      admissible,
      ...(choice === 'supervision' && { supervision: true }),
      ...(heardLostOn && { heardLostOn }),
      reason,
      by: given.by,
      at: given.at,
    };
    const repeated = admissible && heardLostOn !== undefined;
    const changed = await changeAppeal(
      store,
      { caseId, appeal },
      { state: admissible ? 'in-reassessment' : 'in-review', review, ...(repeated && { inTime: true }) },
    );
    if (!changed) return { outcome: 'withdrawn' };
    await store.appendEvent(caseId, answerEvent(given, 'appeal-reviewed', { appeal: appeal.number, admissible }));
    return { outcome: choice };
  });
}
