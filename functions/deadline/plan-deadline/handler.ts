import { noticePlan } from '../../core/deadlines.ts';
import { isClockStopped, promisedOn } from '../../core/subject.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * When to ask for the reason of a delay and when the notice must be out, from the date now promised (fvl § 11 a;
 * domain.md § 3.1). Outcome `run`, or `stopped` when the answer is given. `round` is the next notice's number.
 */
export function createPlanDeadline({ store }: { store: CaseStore }) {
  return defineStep('PlanDeadline', stepInput, async ({ caseId, subject }) => {
    const file = await loadCaseFile(store, caseId);
    const { deadlines } = mustFindMunicipality(file.case.municipality);
    const plan = noticePlan(promisedOn(file, subject), deadlines);
    const round = file.notices.filter((notice) => notice.subject === subject).length + 1;
    return { outcome: isClockStopped(file, subject) ? 'stopped' : 'run', ...plan, round };
  });
}
