import type { Appeal } from '../../core/appeal.ts';
import { isAppealOpen } from '../../core/appeal-state.ts';
import { osloDate } from '../../core/calendar.ts';
import { laterChange } from '../../core/existing-right.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { tellCoordinator } from '../../messages/tell-coordinator.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { loadAppeal } from '../appeal-file.ts';

/**
 * Ends the appeal, and tells the coordinator where a decision waited for it; the case closes with its last open appeal,
 * unless a changed decision runs on from here. A case that the appeal went on beside closes when its own end came
 * meanwhile and waited for this (`close-awaits-appeal`).
 */
export function createConcludeAppeal({ store, mailer }: { store: CaseStore; mailer: Mailer }) {
  return defineStep('ConcludeAppeal', stepInput, async ({ caseId, subject, now }) => {
    const { file: before, appeal } = await loadAppeal(store, caseId, subject);
    const { number, deferralOverOn = osloDate(now) } = appeal;
    const isOver = waitIsOver(before, appeal);
    if (isOver) await tellCoordinator({ store, mailer }, before, { key: `deferral-over-${number}`, now });
    const changes: Partial<Appeal> = {
      ...(isAppealOpen(appeal) && { state: 'concluded' }),
      ...(isOver && { deferralOverOn }),
    };
    if (Object.keys(changes).length > 0) await store.change(caseId, 'appeal', String(number), changes);
    // Loaded anew, after the appeal is at its end: whoever looks second, this or the case's own end, closes.
    const file = await loadCaseFile(store, caseId);
    const transition = wayOut(file);
    if (transition === undefined || file.appeals.some(isAppealOpen)) return { outcome: 'concluded' };
    const event = systemEvent(now, 'appeal-concluded', { appeal: appeal.number });
    await store.transition({ caseId, transition, changes: { closedAt: now }, event });
    return { outcome: 'closed' };
  });
}

/** A decision that waited for the appeal stands after all, as it was or as it was changed (fvl § 42). */
function waitIsOver(file: CaseFile, { review }: Appeal): boolean {
  return review?.deferral?.granted === true && laterChange(file) !== undefined;
}

function wayOut({ case: { state, decisionNumber }, events }: CaseFile): 'concludeAppeal' | 'close' | undefined {
  if (state === 'appealed') return 'concludeAppeal';
  const over = events.some(({ type, detail }) => type === 'close-awaits-appeal' && detail?.decision === decisionNumber);
  return over && (state === 'notified' || state === 'withdrawn') ? 'close' : undefined;
}
