import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { currentDecision } from '../../core/decision-letter.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * How long the case waits for an appeal: until the end of the last day, counted from the channel the letter really
 * took (pbrl § 7-5; eFvf § 11; fvl § 29 for the other tracks). Outcome `wait`, `expired` or `appealed`; `until` is an
 * instant in each. `expired` only closes the wait: a later appeal still reaches a human (fvl § 31).
 */
export function createPlanAppealDeadline({ store }: { store: CaseStore }) {
  return defineStep('PlanAppealDeadline', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(store, caseId);
    const decision = currentDecision(file);
    if (file.appeals.some((appeal) => appeal.decisionNumber === decision?.number && appeal.state !== 'withdrawn')) {
      return { outcome: 'appealed', until: now };
    }
    const { postalDays } = mustFindMunicipality(file.case.municipality).deadlines;
    const until = appealDeadlineOf(file, postalDays)?.until;
    if (!until) return { outcome: 'expired', until: now };
    return { outcome: now < until ? 'wait' : 'expired', until };
  });
}
