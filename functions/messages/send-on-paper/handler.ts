import { currentDecisionLetter } from '../../core/decision-letter.ts';
import { letterId } from '../../core/records.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { printLetter } from '../delivery.ts';
import type { Mailer } from '../mailer.ts';

/**
 * Sends a decision on paper that nobody has opened after two notifications. The appeal deadline then counts from the
 * paper (domain.md § 3.4). Outcome `sent`, or `not-needed` when it has been opened meanwhile.
 */
export function createSendOnPaper(ports: { store: CaseStore; objects: ObjectStore; mailer: Mailer }) {
  return defineStep('SendOnPaper', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(ports.store, caseId);
    const letter = currentDecisionLetter(file);
    if (!letter || letter.openedAt || letter.paperAt || letter.channel !== 'digital') return { outcome: 'not-needed' };
    await printLetter(ports, { file, letter, now });
    await ports.store.change(caseId, 'letter', letterId(letter), { paperAt: now });
    await ports.store.appendEvent(caseId, systemEvent(now, 'letter-sent-on-paper', { letter: letterId(letter) }));
    return { outcome: 'sent' };
  });
}
