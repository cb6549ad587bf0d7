import { WrongStateError } from '../../core/errors.ts';
import { systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/** Closes a case whose appeal deadline has passed, or that was withdrawn. A case under appeal is left to the appeal. */
export function createCloseCase({ store }: { store: CaseStore }) {
  return defineStep('CloseCase', stepInput, async ({ caseId, now }) => {
    const result = await store.transition({
      caseId,
      transition: 'close',
      changes: { closedAt: now },
      event: systemEvent(now, 'closed'),
    });
    if (result.ok) return { outcome: 'closed' };
    if (result.error.state === 'appealed') return { outcome: 'appealed' };
    throw new WrongStateError(`close from ${result.error.state} in case ${caseId}`);
  });
}
