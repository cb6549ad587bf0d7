import { currentDecisionLetter } from '../../core/decision-letter.ts';
import { isUnopened } from '../../core/unopened.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { notifyAgain, type UnopenedPorts } from '../unopened.ts';

/**
 * The second notification of a decision nobody has opened within a week (eFvf § 8). Outcome `notified`, `not-needed`,
 * or `sent-on-paper` when its addressee cannot be notified any more.
 */
export function createNotifyAgain(ports: UnopenedPorts) {
  return defineStep('NotifyAgain', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(ports.store, caseId);
    const letter = currentDecisionLetter(file);
    if (!letter || !isUnopened(letter)) return { outcome: 'not-needed' };
    return { outcome: await notifyAgain(ports, { file, letter, now }) };
  });
}
