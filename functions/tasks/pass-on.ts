import type { Staff } from '../core/parties.ts';
import type { CaseEvent, CaseFile, PassedOn, TaskRecord } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import type { Mailer } from '../messages/mailer.ts';
import { type CaseStore, recordKey } from '../platform/case-store.ts';
import { log } from '../platform/log.ts';
import type { Links } from './links.ts';
import { staffMail } from './staff-mail.ts';

/** Gives tasks on from one member of staff to another. */
export interface PassOn {
  /**
   * Gives the task to a colleague (`to`), or back to the mailbox of its role with a reason. The new holder gets a link
   * of their own, and the one before opens nothing any more. Of several at once one wins: undefined for the others, and
   * when the task was answered meanwhile.
   */
  pass(input: {
    readonly file: CaseFile;
    readonly task: TaskRecord;
    readonly by: Staff;
    readonly to?: string;
    readonly reason?: string;
    readonly now: Instant;
  }): Promise<PassedOn | undefined>;
  /** Sends the new holder's mail again if it was lost on the way; nothing when it was sent. */
  resume(input: { readonly file: CaseFile; readonly task: TaskRecord; readonly now: Instant }): Promise<void>;
}

interface Ports {
  readonly store: CaseStore;
  readonly mailer: Mailer;
  readonly links: () => Promise<Pick<Links, 'link' | 'secretHash'>>;
}

/** See {@link PassOn}. */
export function createPassOn(ports: Ports): PassOn {
  return {
    async pass({ file, task, by, to, reason, now }) {
      const { caseId } = file.case;
      const passing: PassedOn = {
        by: { id: by.id, name: by.name },
        at: now,
        ...(to && { to }),
        ...(reason && { reason }),
      };
      const next = { ...task, passedOn: [...(task.passedOn ?? []), passing] };
      const secretHash = (await ports.links()).secretHash({ caseId, ...next });
      const changes = { passedOn: next.passedOn, secretHash };
      const only = { state: 'open', secretHash: task.secretHash } as const;
      if (!(await ports.store.change(caseId, 'task', recordKey('task', task), changes, only))) return undefined;
      await tell(ports, { file, task: next, now });
      return passing;
    },
    resume: (input) => tell(ports, input),
  };
}

/** The event, then the mail, each once: what a crash left out is done by the next try. */
async function tell(
  { store, mailer, links }: Ports,
  { file, task, now }: { readonly file: CaseFile; readonly task: TaskRecord; readonly now: Instant },
): Promise<void> {
  const passing = task.passedOn?.at(-1);
  if (!passing) return;
  const { caseId } = file.case;
  const detail = { task: `${task.kind}-${task.key}`, turn: task.passedOn?.length ?? 0 };
  if (!file.events.some((event) => isOf(event, detail))) {
    const type = passing.to ? 'task-reassigned' : 'task-declined';
    await store.appendEvent(caseId, { at: passing.at, type, actor: { kind: 'staff', ...passing.by }, detail });
    log.info('TASK_PASSED_ON', { caseId, kind: task.kind, key: task.key });
  }
  await mailer.send(staffMail(await links(), { file, task, now }));
}

function isOf({ type, detail }: CaseEvent, { task, turn }: { readonly task: string; readonly turn: number }): boolean {
  return type.startsWith('task-') && detail?.task === task && detail.turn === turn;
}
