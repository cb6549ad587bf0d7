import { systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { loadAppeal } from '../appeal-file.ts';

/** Ends the appeal; the case closes with its last open appeal, unless a changed decision runs on from here. */
export function createConcludeAppeal({ store }: { store: CaseStore }) {
  return defineStep('ConcludeAppeal', stepInput, async ({ caseId, subject, now }) => {
    const { file, appeal } = await loadAppeal(store, caseId, subject);
    if (appeal.state !== 'withdrawn' && appeal.state !== 'concluded') {
      await store.change(caseId, 'appeal', String(appeal.number), { state: 'concluded' });
    }
    const othersOpen = file.appeals.some(
      (other) => other.number !== appeal.number && other.state !== 'concluded' && other.state !== 'withdrawn',
    );
    if (file.case.state !== 'appealed' || othersOpen) return { outcome: 'concluded' };
    const event = systemEvent(now, 'appeal-concluded', { appeal: appeal.number });
    await store.transition({ caseId, transition: 'concludeAppeal', changes: { closedAt: now }, event });
    return { outcome: 'closed' };
  });
}
