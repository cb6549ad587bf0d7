import { canWithdrawAppeal, isAppealOpen } from '../../core/appeal-state.ts';
import { canWithdraw } from '../../core/case-state.ts';
import type { CaseFile, InformationRecord } from '../../core/records.ts';
import type { CaseStore } from '../../platform/case-store.ts';

/**
 * True while somebody in the municipality has the case or an appeal in hand and will read what is added: before the
 * decision, and until an appeal is forwarded or at its end. Afterwards nobody would look at it, so it is not taken.
 */
export function canAddInformation(file: CaseFile): boolean {
  return canWithdraw(file.case.state) || file.appeals.some(canWithdrawAppeal);
}

/** Why nothing can be added now: the case is over, decided, or with Statsforvalteren. */
export function closedBecause(file: CaseFile): 'over' | 'decided' | 'forwarded' {
  if (file.appeals.some(isAppealOpen)) return 'forwarded';
  return file.case.state === 'withdrawn' || file.case.state === 'closed' ? 'over' : 'decided';
}

/**
 * Stores what was added, once, and raises the case's version with the event, so that whoever has a task page open is told
 * that the case changed. No mail: while this can be added, a task of the case is open or about to be, and shows it.
 */
export async function addInformation(store: CaseStore, caseId: string, sent: InformationRecord): Promise<void> {
  await store.addOnce(caseId, 'information', sent);
  const file = await store.load(caseId);
  const stored = file?.information.find(({ id }) => id === sent.id) ?? sent;
  const told = file?.events.some(({ type, detail }) => type === 'information-added' && detail?.information === sent.id);
  if (told) return;
  const detail = { information: stored.id, attachments: stored.attachments.length };
  // From the stored record, so that the same form sent twice in one moment tells one event.
  await store.update({
    caseId,
    changes: {},
    event: { at: stored.at, type: 'information-added', actor: stored.by, detail },
  });
}
