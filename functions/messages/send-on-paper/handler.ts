import { currentDecisionLetter } from '../../core/decision-letter.ts';
import { isUnopened } from '../../core/unopened.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { type OnPaperPorts, sendOnPaper } from '../unopened.ts';

/**
 * Sends a decision on paper that nobody has opened after two notifications. The appeal deadline then counts from the
 * paper (domain.md § 3.4). Outcome `sent`, or `not-needed` when it has been opened meanwhile.
 */
export function createSendOnPaper(ports: OnPaperPorts) {
  return defineStep('SendOnPaper', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(ports.store, caseId);
    const letter = currentDecisionLetter(file);
    if (!letter || !isUnopened(letter)) return { outcome: 'not-needed' };
    await sendOnPaper(ports, { file, letter, now }, 'unopened');
    return { outcome: 'sent' };
  });
}
