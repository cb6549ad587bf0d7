import { z } from 'zod';
import { concernsDecision } from '../../core/appeal-state.ts';
import { currentDecision, currentDecisionLetter } from '../../core/decision-letter.ts';
import type { Subject } from '../../core/delay-notice.ts';
import type { CaseFile, WaitRecord } from '../../core/records.ts';
import { isClockStopped } from '../../core/subject.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import { type CaseStore, recordKey } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import type { Callbacks } from '../callbacks.ts';
import { endWait, type WaitOutput } from '../completion.ts';

const input = stepInput.extend({
  taskToken: z.string().min(1),
  waitName: z.enum(['clock', 'opening', 'appeal']),
  round: z.number().int().positive(),
});

/**
 * Registers that a lane waits, then looks whether what it waits for has happened already: whoever makes it happen
 * writes it first and looks for the wait after, so one of the two sees the other.
 */
export function createRegisterWait(ports: { store: CaseStore; callbacks: Callbacks }) {
  return defineStep('RegisterWait', input, async ({ caseId, subject, taskToken, waitName, now }) => {
    const wait: WaitRecord = { name: waitName, subject, token: taskToken, state: 'open', at: now };
    await register(ports.store, caseId, wait);
    const output = happened(await loadCaseFile(ports.store, caseId), waitName, subject);
    if (output) await endWait(ports, { caseId, wait, output });
    else log.info('WAIT_REGISTERED', { caseId, subject, kind: waitName });
    return output ?? { outcome: 'waiting' };
  });
}

/** One wait per name and subject: a new round of it takes the place of the one before. */
async function register(store: CaseStore, caseId: string, wait: WaitRecord): Promise<void> {
  if (await store.addOnce(caseId, 'wait', wait)) return;
  const { token, state, at } = wait;
  await store.change(caseId, 'wait', recordKey('wait', wait), { token, state, at });
}

function happened(file: CaseFile, name: WaitRecord['name'], subject: Subject): WaitOutput | undefined {
  switch (name) {
    case 'clock':
      return isClockStopped(file, subject) ? { outcome: 'stopped' } : undefined;
    case 'opening': {
      const letter = currentDecisionLetter(file);
      const reached = !letter || letter.openedAt || letter.paperAt || letter.channel === 'paper';
      return reached ? { outcome: 'opened' } : undefined;
    }
    case 'appeal':
      return newestAppeal(file);
  }
}

/** The appeal over the decision in force, if any and not taken back; one over the service ends no wait. */
function newestAppeal(file: CaseFile): WaitOutput | undefined {
  const decidedAt = currentDecision(file)?.decidedAt ?? '';
  const appeal = file.appeals.findLast(
    (found) => concernsDecision(found) && found.state !== 'withdrawn' && found.receivedAt >= decidedAt,
  );
  return appeal && { outcome: 'appealed', appealNumber: appeal.number };
}
