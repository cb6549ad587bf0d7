import { z } from 'zod';
import { answerEvent, answerTo, loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

const input = stepInput.extend({ answerId: z.string() });

/** Writes the appointed coordinator on the case (hol §§ 7-2, 7-3). */
export function createRecordCoordinator({ store }: { store: CaseStore }) {
  return defineStep('RecordCoordinator', input, async ({ caseId, answerId }) => {
    const file = await loadCaseFile(store, caseId);
    if (file.case.coordinator) return { outcome: 'appointed' };
    const given = answerTo(file, 'appoint-coordinator', answerId);
    await store.update({
      caseId,
      changes: { coordinator: { ...given.answer, appointedAt: given.at } },
      event: answerEvent(given, 'coordinator-appointed'),
    });
    return { outcome: 'appointed' };
  });
}
