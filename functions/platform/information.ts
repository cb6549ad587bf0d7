import type { InformationRecord } from '../core/records.ts';
import type { CaseStore } from './case-store.ts';

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
