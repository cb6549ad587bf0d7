import type { Subject } from '../core/delay-notice.ts';
import type { CaseFile, TaskKind, TaskRecord, WaitRecord } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { systemEvent } from '../platform/case-file.ts';
import { type CaseStore, recordKey } from '../platform/case-store.ts';
import { log } from '../platform/log.ts';
import type { Callbacks } from './callbacks.ts';

/** What a wait gives its lane when it ends. */
export type WaitOutput =
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'opened' }
  | { readonly outcome: 'appealed'; readonly appealNumber: number };

/** Ends what the state machines wait for, other than by a human's answer to a task. */
export interface Completion {
  /**
   * Takes back the open questions of a subject, of the given kinds or all: `withdrawn` by the person, `stopped` because
   * the answer they asked for is no longer needed. Gives the number of lanes that were told. A question somebody has
   * answered is left alone; a callback lost in an earlier try is sent again.
   */
  completeTasks(input: {
    readonly file: CaseFile;
    readonly subject: Subject;
    readonly outcome: 'withdrawn' | 'stopped';
    readonly kinds?: readonly TaskKind[];
    readonly now: Instant;
  }): Promise<number>;
  /**
   * Ends the wait of a name, if it is registered; true when its lane was told. Write what happened before calling:
   * a lane that registers later looks for it (`tasks/register-wait`), so no order loses it.
   */
  completeWait(input: {
    readonly file: CaseFile;
    readonly name: WaitRecord['name'];
    readonly subject: Subject;
    readonly output: WaitOutput;
    readonly now: Instant;
  }): Promise<boolean>;
}

/** Completion over the case store and Step Functions. */
export function createCompletion(ports: { store: CaseStore; callbacks: Pick<Callbacks, 'succeed'> }): Completion {
  return {
    async completeTasks({ file, subject, outcome, kinds, now }) {
      const concerned = file.tasks.filter((task) => task.subject === subject && (kinds?.includes(task.kind) ?? true));
      let told = 0;
      for (const task of concerned) {
        if (await takeBack(ports, { caseId: file.case.caseId, task, outcome, now })) told += 1;
      }
      return told;
    },
    async completeWait({ file, name, subject, output }) {
      const wait = file.waits.find((found) => found.name === name && found.subject === subject);
      if (!wait) return false;
      return endWait(ports, { caseId: file.case.caseId, wait, output });
    },
  };
}

async function takeBack(
  { store, callbacks }: { store: CaseStore; callbacks: Pick<Callbacks, 'succeed'> },
  step: { caseId: string; task: TaskRecord; outcome: 'withdrawn' | 'stopped'; now: Instant },
): Promise<boolean> {
  const { caseId, task, outcome, now } = step;
  if (task.state === 'answered' || task.state === 'expired') return false;
  const key = recordKey('task', task);
  const { token } = task;
  // The claim decides against an answer coming in at the same moment; whoever loses leaves the callback to the winner.
  const claimed = await store.change(caseId, 'task', key, { state: 'withdrawn' }, { state: 'open', token });
  if (!claimed && task.state === 'open') return false;
  if ((await callbacks.succeed(token, { outcome })) === 'gone') return false;
  await store.appendEvent(caseId, systemEvent(now, 'task-closed', { kind: task.kind, key: task.key, outcome }));
  log.info('TASK_CLOSED', { caseId, kind: task.kind, key: task.key, outcome });
  return true;
}

/**
 * Calls a waiting lane back, then marks the wait. In this order a crash in between is mended by the next try: nothing
 * competes for a wait, and a second callback is answered `gone`.
 */
export async function endWait(
  { store, callbacks }: { store: CaseStore; callbacks: Pick<Callbacks, 'succeed'> },
  { caseId, wait, output }: { caseId: string; wait: WaitRecord; output: WaitOutput },
): Promise<boolean> {
  const told = await callbacks.succeed(wait.token, output);
  await store.change(caseId, 'wait', recordKey('wait', wait), { state: 'completed' }, { token: wait.token });
  log.info(told === 'delivered' ? 'WAIT_COMPLETED' : 'CALLBACK_GONE', {
    caseId,
    kind: wait.name,
    outcome: output.outcome,
  });
  return told === 'delivered';
}
