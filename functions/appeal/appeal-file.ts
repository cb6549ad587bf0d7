import type { Appeal, AppealState } from '../core/appeal.ts';
import type { Subject } from '../core/delay-notice.ts';
import { NotFoundError } from '../core/errors.ts';
import type { CaseFile } from '../core/records.ts';
import { appealOf } from '../core/subject.ts';
import { loadCaseFile } from '../platform/case-file.ts';
import type { CaseStore } from '../platform/case-store.ts';

/** The case with the appeal a step is about. Throws {@link NotFoundError} when the appeal is not there. */
export async function loadAppeal(
  store: CaseStore,
  caseId: string,
  subject: Subject,
): Promise<{ file: CaseFile; appeal: Appeal }> {
  const file = await loadCaseFile(store, caseId);
  const appeal = appealOf(file, subject);
  if (!appeal) throw new NotFoundError(`${subject} of case ${caseId}`);
  return { file, appeal };
}

/**
 * Changes the appeal unless the person withdrew it meanwhile; false then. The write is conditional on the state that
 * was read, so a withdrawal in the same moment is never overwritten.
 */
export async function changeAppeal(
  store: CaseStore,
  at: { caseId: string; appeal: Appeal },
  changes: Partial<Appeal> & { state: AppealState },
): Promise<boolean> {
  if (at.appeal.state === 'withdrawn') return false;
  return store.change(at.caseId, 'appeal', String(at.appeal.number), changes, { state: at.appeal.state });
}
