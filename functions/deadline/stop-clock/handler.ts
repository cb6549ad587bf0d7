import { z } from 'zod';
import type { Subject } from '../../core/delay-notice.ts';
import { DeliveryError } from '../../core/errors.ts';
import type { CaseFile } from '../../core/records.ts';
import { appealOf } from '../../core/subject.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import type { Completion } from '../../tasks/completion.ts';
import { noteOmitted } from '../omitted.ts';

const input = stepInput.extend({ reason: z.literal('continue').optional() });

/**
 * Ends the deadline lane: completes its wait, or the question it has put to the caseworker. With nothing open the lane
 * is between two waits and will see for itself that the case is answered. For `continue` it would not: the case is
 * still unanswered and only the execution ends, so the step asks to be tried again.
 */
export function createStopClock({ store, completion }: { store: CaseStore; completion: Completion }) {
  return defineStep('StopClock', input, async ({ caseId, subject, reason, now }) => {
    const file = await loadCaseFile(store, caseId);
    if (!reason) await answerAppeal(store, file, { subject, now });
    const output = { outcome: 'stopped' } as const;
    const waits = await completion.completeWait({ file, name: 'clock', subject, output, now });
    const asked = await completion.completeTasks({ file, subject, outcome: 'stopped', kinds: ['delay-reason'], now });
    if (!reason && asked > 0) await noteOmitted(store, file, { subject, round: nextRound(file, subject), now });
    if (reason && !waits && asked === 0) throw new DeliveryError(`deadline lane of ${caseId} is between two waits`);
    return { outcome: 'stopped' };
  });
}

/** The number the notice would have had. */
function nextRound(file: CaseFile, subject: Subject): number {
  return file.notices.filter((notice) => notice.subject === subject).length + 1;
}

/** An appeal has no letter state of its own: it is answered when its casework comes here. */
async function answerAppeal(store: CaseStore, file: CaseFile, step: { subject: Subject; now: string }): Promise<void> {
  const appeal = appealOf(file, step.subject);
  if (!appeal || ['forwarded', 'withdrawn', 'concluded'].includes(appeal.state)) return;
  await store.change(file.case.caseId, 'appeal', String(appeal.number), { state: 'concluded' });
  await store.appendEvent(file.case.caseId, systemEvent(step.now, 'appeal-answered', { appeal: appeal.number }));
}
