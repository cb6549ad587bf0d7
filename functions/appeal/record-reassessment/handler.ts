import { z } from 'zod';
import { answerEvent, answerTo } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';

const input = stepInput.extend({ answerId: z.string(), round: z.number().int().positive() });

/** Keeps the caseworker's reassessment and passes it to the leader (fvl § 33). Outcome `reassessed` or `withdrawn`. */
export function createRecordReassessment({ store }: { store: CaseStore }) {
  return defineStep('RecordReassessment', input, async ({ caseId, subject, answerId, round }) => {
    const { file, appeal } = await loadAppeal(store, caseId, subject);
    const given = answerTo(file, 'reassessment', answerId);
    const { choice, change, ...rest } = given.answer;
    const reassessment = { ...rest, ...(change && { change }), round, outcome: choice, by: given.by, at: given.at };
    const changed = await changeAppeal(store, { caseId, appeal }, { state: 'in-approval', reassessment });
    if (!changed) return { outcome: 'withdrawn' };
    await store.appendEvent(caseId, answerEvent(given, 'appeal-reassessed', { appeal: appeal.number }));
    return { outcome: 'reassessed' };
  });
}
