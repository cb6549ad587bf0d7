import { z } from 'zod';
import type { AppealReview } from '../../core/appeal.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { tellCoordinator } from '../../messages/tell-coordinator.ts';
import { answerEvent, answerTo } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';

const input = stepInput.extend({ answerId: z.string() });

/**
 * Whether the appeal is admissible, as a human found (fvl §§ 30–33). Outcome `admissible`, `deferral` (admissible, and it
 * was answered whether the decision waits for it, which the person has to be told; fvl § 42), `inadmissible`,
 * `supervision`, `withdrawn`. The coordinator is told when a right goes on for now, without saying what of.
 */
export function createRecordAppealReview({ store, mailer }: { store: CaseStore; mailer: Mailer }) {
  return defineStep('RecordAppealReview', input, async ({ caseId, subject, answerId, now }) => {
    const { file, appeal } = await loadAppeal(store, caseId, subject);
    const given = answerTo(file, 'appeal-review', answerId);
    const { choice, reason, heardLostOn, deferral, deferralReason = '' } = given.answer;
    const admissible = choice === 'admissible';
    const review: AppealReview = {
      admissible,
      ...(choice === 'supervision' && { supervision: true }),
      ...(heardLostOn && { heardLostOn }),
      ...(admissible && deferral && { deferral: { granted: deferral === 'granted', reason: deferralReason } }),
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
    if (review.deferral?.granted)
      await tellCoordinator({ store, mailer }, file, { key: `deferral-${appeal.number}`, now });
    await store.appendEvent(caseId, answerEvent(given, 'appeal-reviewed', { appeal: appeal.number, admissible }));
    return { outcome: review.deferral ? 'deferral' : choice };
  });
}
