import { currentDecisionLetter } from '../../core/decision-letter.ts';
import { letterId } from '../../core/records.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { notifyReaders } from '../delivery.ts';
import type { Mailer } from '../mailer.ts';

/**
 * The second notification of a decision nobody has opened within a week (eFvf § 8). Outcome `notified`, `not-needed`,
 * or `no-address` when nobody can be told any more: the letter then goes on paper after the next wait.
 */
export function createNotifyAgain(ports: { store: CaseStore; mailer: Mailer; publicUrl: string }) {
  return defineStep('NotifyAgain', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(ports.store, caseId);
    const letter = currentDecisionLetter(file);
    if (!letter || letter.openedAt || letter.paperAt || letter.channel !== 'digital') return { outcome: 'not-needed' };
    const told = await notifyReaders(ports, { file, letter, now, template: 'letter-reminder' });
    if (!told) return { outcome: 'no-address' };
    await ports.store.change(caseId, 'letter', letterId(letter), { secondNotificationAt: now });
    await ports.store.appendEvent(caseId, systemEvent(now, 'letter-notified-again', { letter: letterId(letter) }));
    return { outcome: 'notified' };
  });
}
