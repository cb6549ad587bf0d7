import { isAppealOpen } from '../../core/appeal-state.ts';
import { WrongStateError } from '../../core/errors.ts';
import type { CaseFile } from '../../core/records.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Closes a case whose appeal deadline has passed, or that was withdrawn. A case under appeal is left to the appeal, also
 * when that is over the service and the case is not `appealed` by it: nobody may lose sight of it. What it leaves is
 * noted, and the appeal closes the case at its end. One that is closed stays so: after a decision in two parts each part
 * has an execution that comes here.
 */
export function createCloseCase({ store }: { store: CaseStore }) {
  return defineStep('CloseCase', stepInput, async ({ caseId, now }) => {
    const before = await loadCaseFile(store, caseId);
    if (waits(before)) {
      const detail = { decision: before.case.decisionNumber };
      await store.appendEvent(caseId, systemEvent(now, 'close-awaits-appeal', detail));
      // Loaded anew: the appeal may have ended before the note was there for it to see.
      if (waits(await loadCaseFile(store, caseId))) return { outcome: 'appealed' };
    }
    const result = await store.transition({
      caseId,
      transition: 'close',
      changes: { closedAt: now },
      event: systemEvent(now, 'closed'),
    });
    if (result.ok) return { outcome: 'closed' };
    const { state } = result.error;
    if (state === 'appealed' || state === 'closed') return { outcome: state };
    throw new WrongStateError(`close from ${state} in case ${caseId}`);
  });
}

/** An appeal that did not move the case goes on beside it. */
function waits({ case: { state }, appeals }: CaseFile): boolean {
  return (state === 'notified' || state === 'withdrawn') && appeals.some(isAppealOpen);
}
