import { z } from 'zod';
import { osloDate } from '../../core/calendar.ts';
import { defaultExpectedOn } from '../../core/deadlines.ts';
import type { DelayNotice, Subject } from '../../core/delay-notice.ts';
import type { CaseFile } from '../../core/records.ts';
import { noticeDuty } from '../../core/rule-sets.ts';
import { appealOf, isClockStopped, promisedOn } from '../../core/subject.ts';
import { answerTo, loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { noteOmitted } from '../omitted.ts';

const input = stepInput.extend({ answerId: z.string(), round: z.number().int().positive() });

/**
 * Makes the delay notice's record and promises the new date. Without an answer (empty `answerId`) the reason is what
 * the case's own state truthfully tells, and the date a month on: the notice never waits for a caseworker (fvl § 11 a
 * second and third ledd). Outcome `notice`, or `stopped` when the answer came first: the history
 * then says that no notice was sent, and why.
 */
export function createRecordDelay({ store }: { store: CaseStore }) {
  return defineStep('RecordDelay', input, async ({ caseId, subject, answerId, round, now }) => {
    const file = await loadCaseFile(store, caseId);
    if (isClockStopped(file, subject)) {
      await noteOmitted(store, file, { subject, round, now });
      return { outcome: 'stopped' };
    }
    const recorded = file.notices.find((notice) => notice.subject === subject && notice.round === round);
    const notice = recorded ?? buildNotice(file, { subject, answerId, round, now });
    if (!recorded) await store.addOnce(caseId, 'notice', notice);
    await promise(store, file, notice);
    return { outcome: 'notice' };
  });
}

function buildNotice(
  file: CaseFile,
  step: { subject: Subject; answerId: string; round: number; now: string },
): DelayNotice {
  const { subject, round, now } = step;
  const given = step.answerId === '' ? undefined : answerTo(file, 'delay-reason', step.answerId).answer;
  return {
    subject,
    round,
    kind: round === 1 ? 'original' : 'extended',
    reasonFrom: given ? 'caseworker' : 'case-state',
    reason: given?.reason ?? '',
    waitingFor: waitingFor(file, subject),
    dueOn: promisedOn(file, subject),
    expectedOn: given?.expectedOn ?? defaultExpectedOn(osloDate(now)),
    at: now,
  };
}

/** What the case is truly waiting for, in the words the letter has a sentence for. */
function waitingFor(file: CaseFile, subject: Subject): DelayNotice['waitingFor'] {
  const appeal = appealOf(file, subject);
  if (appeal) return appeal.state === 'in-approval' ? 'approval' : 'assessment';
  if (file.case.state === 'awaiting-consent') return 'consent';
  if (file.case.state === 'in-approval') return 'approval';
  return file.case.state === 'decided' ? 'letter' : 'assessment';
}

async function promise(store: CaseStore, file: CaseFile, notice: DelayNotice): Promise<void> {
  const { caseId } = file.case;
  const { expectedOn, subject, round } = notice;
  // Our receipt promises an answer within the month or a notice; it names no later date that could stand for one.
  const duty = noticeDuty({ round, on: osloDate(notice.at), receiptToldTime: false });
  const event = systemEvent(notice.at, 'delayed', { subject, round, expectedOn, duty });
  const appeal = appealOf(file, subject);
  if (appeal) {
    const changed = await store.change(caseId, 'appeal', String(appeal.number), { expectedOn });
    if (changed) await store.appendEvent(caseId, event);
    return;
  }
  await store.update({ caseId, changes: { expectedOn }, event });
}
