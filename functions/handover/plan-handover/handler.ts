import { currentDecision } from '../../core/decision-letter.ts';
import { laterChange } from '../../core/existing-right.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { tellCoordinator } from '../../messages/tell-coordinator.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Is a coordinator granted and none appointed yet? (hol §§ 7-2, 7-2 a) Outcome `needed` or `not-needed`. When a right
 * somebody has is ended or changed, or stands again after an appeal, the coordinator of the case it was granted in is told
 * instead, without saying what of.
 */
export function createPlanHandover({ store, mailer }: { store: CaseStore; mailer: Mailer }) {
  return defineStep('PlanHandover', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(store, caseId);
    if (file.case.concerns) {
      const { decisionNumber } = file.case;
      if (isNews(file)) await tellCoordinator({ store, mailer }, file, { key: `right-changed-${decisionNumber}`, now });
      return { outcome: 'not-needed', round: 1 };
    }
    const outcomes = currentDecision(file)?.outcomes;
    const granted = outcomes?.coordinator === 'granted' || outcomes?.childCoordinator === 'granted';
    const asked = file.tasks.filter((task) => task.kind === 'appoint-coordinator').length;
    return { outcome: granted && !file.case.coordinator ? 'needed' : 'not-needed', round: asked + 1 };
  });
}

/** The right ends or changes, or it goes on after all; that it goes on as it was is no news. */
function isNews(file: CaseFile): boolean {
  return laterChange(file) !== undefined || file.decisions.length > 1;
}
