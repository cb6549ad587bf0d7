import type { CaseFile, PassedOn, TaskRecord } from '../../core/records.ts';
import { isClockStopped, isWithdrawn } from '../../core/subject.ts';
import type { Instant } from '../../core/time.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Links } from '../links.ts';
import { taskId } from '../task-id.ts';

/** A task that the link's secret opens, with the file of its case. */
export interface FoundTask {
  readonly file: CaseFile;
  readonly task: TaskRecord;
  /** How the task went on to somebody else after this link was sent; absent for the newest link. */
  readonly overtaken?: PassedOn;
}

/** Knows the links; their key is read at the first use. */
export type LinkReader = () => Promise<Pick<Links, 'name' | 'secretHash' | 'verify' | 'link'>>;

/** Hash that no secret has: an unknown id takes the same path, and time, as a wrong secret. */
const nobodysHash = '0'.repeat(64);

/** Finds the task a link points at. Undefined alike for an id nobody has, another task's secret and a mistyped one. */
export async function findTask(
  ports: { readonly store: CaseStore; readonly links: LinkReader },
  link: { readonly taskId: string; readonly secret: string },
): Promise<FoundTask | undefined> {
  const links = await ports.links();
  const [caseId = ''] = link.taskId.split('~');
  const file = /^[a-z2-7]{26}$/.test(caseId) ? await ports.store.load(caseId) : undefined;
  const task = file?.tasks.find(
    (candidate) =>
      link.taskId === `${caseId}~${links.name({ caseId, ...candidate })}` ||
      link.taskId === taskId({ caseId, ...candidate }),
  );
  if (links.verify(link.secret, task?.secretHash ?? nobodysHash)) return file && task && { file, task };
  const passedOn = task?.passedOn ?? [];
  const turn = passedOn.findIndex(
    (_, at) =>
      task && links.verify(link.secret, links.secretHash({ caseId, ...task, passedOn: passedOn.slice(0, at) })),
  );
  const overtaken = passedOn[turn];
  return file && task && overtaken && { file, task, overtaken };
}

/**
 * Where a found task stands for this link. `passed-on`: somebody else has it now. `void`: expired, replaced by a later
 * round, or overtaken by a withdrawal or the answer itself.
 */
export function taskStatus(
  { file, task, overtaken }: FoundTask,
  now: Instant,
): 'open' | 'answered' | 'passed-on' | 'void' {
  if (task.state === 'answered') return 'answered';
  if (task.state !== 'open' || now >= task.expiresAt || isWithdrawn(file, task.subject)) return 'void';
  if (task.kind === 'delay-reason' && isClockStopped(file, task.subject)) return 'void';
  return overtaken ? 'passed-on' : 'open';
}
