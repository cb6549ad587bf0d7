import { currentDecision } from '../../core/decision-letter.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/** Is a coordinator granted and none appointed yet? (hol §§ 7-2, 7-2 a) Outcome `needed` or `not-needed`. */
export function createPlanHandover({ store }: { store: CaseStore }) {
  return defineStep('PlanHandover', stepInput, async ({ caseId }) => {
    const file = await loadCaseFile(store, caseId);
    const outcomes = currentDecision(file)?.outcomes;
    const granted = outcomes?.coordinator === 'granted' || outcomes?.childCoordinator === 'granted';
    const asked = file.tasks.filter((task) => task.kind === 'appoint-coordinator').length;
    return { outcome: granted && !file.case.coordinator ? 'needed' : 'not-needed', round: asked + 1 };
  });
}
