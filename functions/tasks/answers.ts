import { createHash } from 'node:crypto';
import { addSeconds } from '../core/calendar.ts';
import type { Staff } from '../core/parties.ts';
import type { CaseFile, TaskRecord } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { loadCaseFile } from '../platform/case-file.ts';
import { type CaseStore, recordKey } from '../platform/case-store.ts';
import { log } from '../platform/log.ts';
import type { Callbacks } from './callbacks.ts';
import { taskId } from './task-id.ts';

/** What became of an answer that was handed in. */
export type Submitted =
  | { readonly result: 'accepted' }
  | { readonly result: 'already-answered'; readonly by: Staff; readonly at: Instant }
  | { readonly result: 'expired' }
  | { readonly result: 'passed-on'; readonly task: TaskRecord }
  | { readonly result: 'withdrawn' };

/** Takes humans' answers to tasks. */
export interface Answers {
  /**
   * Hands in an answer that fits its kind's schema. Of several, exactly one is accepted: it is stored first under its
   * own id, then claims the task's record, then its id goes to the state machine. A callback lost after the claim is
   * sent again by the next post, whoever makes it.
   */
  submit(input: {
    readonly file: CaseFile;
    readonly task: TaskRecord;
    readonly answer: unknown;
    readonly by: Staff;
    readonly now: Instant;
  }): Promise<Submitted>;
}

/** Answers over the case store and Step Functions. */
export function createAnswers(ports: { store: CaseStore; callbacks: Pick<Callbacks, 'succeed'> }): Answers {
  return {
    async submit({ file, task, answer, by, now }) {
      const { caseId } = file.case;
      const closed = await closedAlready(ports, { task, now });
      if (closed) return closed;
      const answerId = answerIdOf(caseId, { task, answer, by });
      const stored = { answerId, taskKind: task.kind, taskKey: task.key, by, at: now, answer };
      await ports.store.addOnce(caseId, 'answer', stored);
      return claim(ports, { caseId, task, answerId, by, now });
    },
  };
}

interface Claim {
  readonly caseId: string;
  readonly task: TaskRecord;
  readonly answerId: string;
  readonly by: Staff;
  readonly now: Instant;
}

type Ports = { readonly store: CaseStore; readonly callbacks: Pick<Callbacks, 'succeed'> };

/** An operator's retry may have given the task a new token since the page was loaded; nothing changes it this often. */
const mostTokens = 5;

async function claim(ports: Ports, input: Claim): Promise<Submitted> {
  const { caseId, answerId, by, now } = input;
  let { task } = input;
  for (let attempt = 0; attempt < mostTokens; attempt += 1) {
    const answered = { state: 'answered', answerId, answeredBy: by, answeredAt: now } as const;
    const { token, secretHash } = task;
    // The secret changes when the task is passed on: an answer through the link before comes too late.
    if (
      await ports.store.change(caseId, 'task', recordKey('task', task), answered, { state: 'open', token, secretHash })
    )
      return callBack(ports, { ...input, task });
    const fresh = await loadCaseFile(ports.store, caseId);
    task = fresh.tasks.find((found) => recordKey('task', found) === recordKey('task', input.task)) ?? task;
    const closed = await closedAlready(ports, { task, now });
    if (closed) return closed;
    if (task.secretHash !== input.task.secretHash) return { result: 'passed-on', task };
  }
  throw new Error(`task ${taskId({ caseId, ...task })} changes without end`);
}

async function callBack({ store, callbacks }: Ports, { caseId, task, answerId, by, now }: Claim): Promise<Submitted> {
  const told = await callbacks.succeed(task.token, { outcome: 'answered', answerId });
  if (told === 'gone' && now > addSeconds(task.expiresAt, -closeCall)) {
    // The state machine's clock was faster: it asks anew, so this one must not look answered.
    await store.change(caseId, 'task', recordKey('task', task), { state: 'expired' }, { state: 'answered', answerId });
    return { result: 'expired' };
  }
  // Gone well before its time: the answer got through, and only the answer to the callback was lost.
  const detail = { kind: task.kind, key: task.key };
  const actor = { kind: task.recipient === 'person' ? 'person' : 'staff', id: by.id, name: by.name } as const;
  await store.appendEvent(caseId, { at: now, type: 'task-answered', actor, detail });
  log.info('TASK_ANSWERED', { caseId, ...detail });
  return { result: 'accepted' };
}

/** Seconds before the end in which a vanished wait means that it timed out. */
const closeCall = 60;

async function closedAlready(
  { callbacks }: Pick<Ports, 'callbacks'>,
  { task, now }: { task: TaskRecord; now: Instant },
): Promise<Submitted | undefined> {
  const { state, answerId, answeredBy, answeredAt } = task;
  if (state === 'answered' && answerId && answeredBy && answeredAt) {
    await callbacks.succeed(task.token, { outcome: 'answered', answerId });
    return { result: 'already-answered', by: answeredBy, at: answeredAt };
  }
  if (state === 'withdrawn') return { result: 'withdrawn' };
  return state === 'expired' || now >= task.expiresAt ? { result: 'expired' } : undefined;
}

/** The same answer by the same hand has the same id, so that a post tried again is one answer, not two. */
function answerIdOf(caseId: string, given: { task: TaskRecord; answer: unknown; by: Staff }): string {
  const { task, answer, by } = given;
  const text = JSON.stringify([taskId({ caseId, ...task }), by.id, by.name, answer]);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 24);
  return `${task.kind}-${task.key}-${digest}`;
}
