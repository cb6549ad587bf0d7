import { WrongStateError } from '../../core/errors.ts';
import { systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Closes a case whose appeal deadline has passed, or that was withdrawn. A case under appeal is left to the appeal. One that
 * is closed stays so: after a decision in two parts each part has an execution that comes here.
 */
export function createCloseCase({ store }: { store: CaseStore }) {
  return defineStep('CloseCase', stepInput, async ({ caseId, now }) => {
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
