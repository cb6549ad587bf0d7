import type { CaseFile, TaskRecord } from '../../core/records.ts';
import { isClockStopped, isWithdrawn } from '../../core/subject.ts';
import type { Instant } from '../../core/time.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Links } from '../links.ts';

/** A task that the link's secret opens, with the file of its case. */
export interface FoundTask {
  readonly file: CaseFile;
  readonly task: TaskRecord;
}

/** Checks a link's secret; its key is read at the first use. */
export type LinkVerifier = () => Promise<Pick<Links, 'verify'>>;

/** Hash that no secret has: an unknown id takes the same path, and time, as a wrong secret. */
const nobodysHash = '0'.repeat(64);

/** Finds the task a link points at. Undefined alike for an id nobody has, another task's secret and a mistyped one. */
export async function findTask(
  { store, links }: { readonly store: CaseStore; readonly links: LinkVerifier },
  link: { readonly taskId: string; readonly secret: string },
): Promise<FoundTask | undefined> {
  const [caseId = '', kind, key, ...rest] = link.taskId.split('~');
  const file = rest.length === 0 && /^[a-z2-7]{26}$/.test(caseId) ? await store.load(caseId) : undefined;
  const task = file?.tasks.find((candidate) => candidate.kind === kind && candidate.key === key);
  const opens = (await links()).verify(link.secret, task?.secretHash ?? nobodysHash);
  return file && task && opens ? { file, task } : undefined;
}

/** Where a found task stands. `void`: expired, replaced by a later round, or overtaken by a withdrawal or the answer itself. */
export function taskStatus({ file, task }: FoundTask, now: Instant): 'open' | 'answered' | 'void' {
  if (task.state === 'answered') return 'answered';
  if (task.state !== 'open' || now >= task.expiresAt || isWithdrawn(file, task.subject)) return 'void';
  return task.kind === 'delay-reason' && isClockStopped(file, task.subject) ? 'void' : 'open';
}
