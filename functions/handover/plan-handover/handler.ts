import { currentDecision } from '../../core/decision-letter.ts';
import { laterChange } from '../../core/existing-right.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Is a coordinator granted and none appointed yet? (hol §§ 7-2, 7-2 a) Outcome `needed` or `not-needed`. When a right
 * somebody has is ended or changed, the coordinator of the case it was granted in is told instead, without saying what of.
 */
export function createPlanHandover({ store, mailer }: { store: CaseStore; mailer: Mailer }) {
  return defineStep('PlanHandover', stepInput, async ({ caseId, now }) => {
    const file = await loadCaseFile(store, caseId);
    if (file.case.concerns) {
      await tellCoordinator({ store, mailer }, file, now);
      return { outcome: 'not-needed', round: 1 };
    }
    const outcomes = currentDecision(file)?.outcomes;
    const granted = outcomes?.coordinator === 'granted' || outcomes?.childCoordinator === 'granted';
    const asked = file.tasks.filter((task) => task.kind === 'appoint-coordinator').length;
    return { outcome: granted && !file.case.coordinator ? 'needed' : 'not-needed', round: asked + 1 };
  });
}

async function tellCoordinator(
  { store, mailer }: { readonly store: CaseStore; readonly mailer: Mailer },
  file: CaseFile,
  now: Instant,
): Promise<void> {
  const { caseId, municipality, concerns, decisionNumber } = file.case;
  if (!concerns || !laterChange(file)) return;
  const { coordinator } = (await loadCaseFile(store, concerns.caseId)).case;
  if (!coordinator) return;
  const { language } = mustFindMunicipality(municipality);
  await mailer.send({
    ...{ caseId, municipality, language, now },
    key: `right-changed-${decisionNumber}`,
    template: 'right-changed',
    to: coordinator.email,
    caseNumber: concerns.caseNumber,
  });
}
