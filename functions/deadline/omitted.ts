import type { Subject } from '../core/delay-notice.ts';
import type { CaseFile } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { systemEvent } from '../platform/case-file.ts';
import type { CaseStore } from '../platform/case-store.ts';

/**
 * Notes, once, that a notice of delay that had been asked for was not sent, because the answer came first. The history
 * tells of it as of those that were sent (fvl § 11 a: a notice may be left out when it is plainly not needed).
 */
export async function noteOmitted(
  store: CaseStore,
  { case: { caseId }, events }: CaseFile,
  { subject, round, now }: { readonly subject: Subject; readonly round: number; readonly now: Instant },
): Promise<void> {
  const noted = events.some(
    ({ type, detail }) => type === 'notice-omitted' && detail?.subject === subject && detail.round === round,
  );
  if (!noted)
    await store.appendEvent(caseId, systemEvent(now, 'notice-omitted', { subject, round, because: 'answered' }));
}
