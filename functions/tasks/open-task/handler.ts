import { z } from 'zod';
import { addSeconds, osloDate } from '../../core/calendar.ts';
import { type CaseFile, roundKey, type TaskRecord, taskKinds } from '../../core/records.ts';
import { isClockStopped, isWithdrawn } from '../../core/subject.ts';
import type { Instant } from '../../core/time.ts';
import type { Contacts } from '../../messages/contacts.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { consentReaders } from '../../messages/recipients.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import { type CaseStore, recordKey } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import type { Callbacks } from '../callbacks.ts';
import type { Links } from '../links.ts';
import { staffMail } from '../staff-mail.ts';

const input = stepInput.extend({
  taskToken: z.string().min(1),
  kind: z.enum(taskKinds),
  recipient: z.enum(['person', 'caseworker', 'approver', 'coordinating-unit']),
  round: z.number().int().positive(),
  expiresInSeconds: z.number().positive(),
});
type Input = z.output<typeof input>;

interface Ports {
  readonly store: CaseStore;
  readonly callbacks: Callbacks;
  readonly mailer: Mailer;
  readonly contacts: Contacts;
  /** Read with its secret at the first use. */
  readonly links: () => Promise<Links>;
}

/**
 * Puts a question to a human. The record is written before the mail is sent, so that no answer comes too early; then
 * the case is looked at again, so that a withdrawal at the same moment is seen by one side or the other. A step that is
 * retried, or redriven with a new token, finds its record and goes on from there.
 */
export function createOpenTask(ports: Ports) {
  return defineStep('OpenTask', input, async (step) => {
    const links = await ports.links();
    const { caseId, kind, taskToken } = step;
    const key = roundKey(step.subject, step.round);
    const before = await loadCaseFile(ports.store, caseId);
    const task = newTask(step, { secretHash: links.secretHash({ ...step, key }), caseVersion: before.case.version });
    const added = await ports.store.addOnce(caseId, 'task', task);
    if (!added) await renew(ports.store, before, task);

    const file = await loadCaseFile(ports.store, caseId);
    const current = file.tasks.find((found) => recordKey('task', found) === recordKey('task', task)) ?? task;
    const closed = await closedBefore(ports, { file, task: current, token: taskToken });
    if (closed) return { outcome: closed };
    await expireEarlier(ports.store, file, current);
    await tell(ports, { file, task: current, links, now: step.now });
    log.info('TASK_OPENED', { caseId, kind, key });
    return { outcome: 'asked' };
  });
}

function newTask(step: Input, made: { secretHash: string; caseVersion: number }): TaskRecord {
  return {
    kind: step.kind,
    key: roundKey(step.subject, step.round),
    subject: step.subject,
    recipient: step.recipient,
    token: step.taskToken,
    state: 'open',
    openedAt: step.now,
    expiresAt: addSeconds(step.now, Math.floor(step.expiresInSeconds)),
    ...made,
  };
}

/**
 * The same question again: a retry, an operator's, or a case that goes on in a new execution. Its link stays, also when
 * it was passed on; the token and the time to answer are new. A record that has this very token was closed while this
 * step was at work, and stays so.
 */
async function renew(store: CaseStore, file: CaseFile, task: TaskRecord): Promise<void> {
  const key = recordKey('task', task);
  const found = file.tasks.find((candidate) => recordKey('task', candidate) === key);
  if (!found || found.token === task.token || found.state === 'answered') return;
  const { token, expiresAt, state } = task;
  const only = { state: found.state, token: found.token };
  await store.change(file.case.caseId, 'task', key, { token, expiresAt, state }, only);
}

/** A question that nobody needs to answer any more completes itself. */
async function closedBefore(
  { store, callbacks }: Ports,
  { file, task, token }: { file: CaseFile; task: TaskRecord; token: string },
): Promise<'answered' | 'withdrawn' | 'stopped' | undefined> {
  if (task.state === 'answered') {
    // Answered just before the lane failed or was redriven: the answer stands, and the new wait gets it.
    await callbacks.succeed(token, { outcome: 'answered', answerId: task.answerId });
    return 'answered';
  }
  const outcome = noLongerNeeded(file, task);
  if (!outcome && task.state !== 'withdrawn') return undefined;
  await store.change(file.case.caseId, 'task', recordKey('task', task), { state: 'withdrawn' }, { state: 'open' });
  await callbacks.succeed(token, { outcome: outcome ?? 'withdrawn' });
  return outcome ?? 'withdrawn';
}

function noLongerNeeded(file: CaseFile, task: TaskRecord): 'withdrawn' | 'stopped' | undefined {
  if (isWithdrawn(file, task.subject)) return 'withdrawn';
  return task.kind === 'delay-reason' && isClockStopped(file, task.subject) ? 'stopped' : undefined;
}

/** The new round replaces the rounds before it: their links open nothing any more. */
async function expireEarlier(store: CaseStore, file: CaseFile, task: TaskRecord): Promise<void> {
  const earlier = file.tasks.filter(
    (found) =>
      found.kind === task.kind && found.subject === task.subject && found.key !== task.key && found.state === 'open',
  );
  for (const found of earlier)
    await store.change(file.case.caseId, 'task', recordKey('task', found), { state: 'expired' }, { state: 'open' });
}

interface Telling {
  readonly file: CaseFile;
  readonly task: TaskRecord;
  readonly links: Pick<Links, 'link'>;
  readonly now: Instant;
}

async function tell({ store, mailer, contacts }: Ports, { file, task, links, now }: Telling): Promise<void> {
  const { caseId, municipality, language } = file.case;
  if (task.recipient === 'person') {
    const common = { caseId, municipality, language, link: links.link({ caseId, ...task }), now };
    // Whoever is not reached by mail has the question on paper, in the consent request.
    const addressing = await contacts.addressing(file, 'consent-request', now);
    for (const { role, email } of consentReaders(file, osloDate(now), addressing))
      await mailer.send({ ...common, key: `task-${task.kind}-${task.key}-${role}`, template: 'consent', to: email });
  } else {
    await mailer.send(staffMail(links, { file, task, now }));
  }
  await store.appendEvent(caseId, systemEvent(now, 'task-opened', { kind: task.kind, key: task.key }));
}
