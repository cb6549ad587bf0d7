import { osloDate } from '../../core/calendar.ts';
import { consentNeed } from '../../core/consent.ts';
import { loadCaseFile, moveCase, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Must the person be asked before the assessment? No plan without consent (IP-forskriften § 5); own consent from 16
 * (pbrl § 4-3). Outcome `needed`, `given`, `not-needed` or `withdrawn`.
 */
export function createDetermineConsent({ store }: { store: CaseStore }) {
  return defineStep('DetermineConsent', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(store, caseId);
    const need = consentNeed(file.case, osloDate(now));
    const result = await moveCase(store, {
      caseId,
      transition: need === 'needed' ? 'askConsent' : 'startAssessment',
      event: systemEvent(now, 'consent-determined', { need }),
    });
    return { outcome: result.moved ? need : 'withdrawn' };
  });
}
