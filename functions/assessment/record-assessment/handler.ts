import { z } from 'zod';
import { answerEvent, answerTo, loadCaseFile, moveCase } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

const input = stepInput.extend({ answerId: z.string(), round: z.number().int().positive() });

/**
 * Keeps the caseworker's proposal, with the act it rests on, and passes the case on to the leader. Outcome `assessed` or
 * `withdrawn`.
 */
export function createRecordAssessment({ store }: { store: CaseStore }) {
  return defineStep('RecordAssessment', input, async ({ caseId, answerId, round }) => {
    const file = await loadCaseFile(store, caseId);
    const given = answerTo(file, 'assessment', answerId);
    const { legalBasis = file.case.legalBasis, ...proposal } = given.answer;
    await store.addOnce(caseId, 'assessment', { ...proposal, round, assessedBy: given.by, at: given.at });
    const result = await moveCase(store, {
      caseId,
      transition: 'submitForApproval',
      changes: { legalBasis },
      event: answerEvent(given, 'assessed', { round }),
    });
    return { outcome: result.moved ? 'assessed' : 'withdrawn' };
  });
}
