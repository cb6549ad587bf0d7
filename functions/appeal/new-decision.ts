import type { Decision } from '../core/case.ts';
import type { CaseEvent, CaseFile } from '../core/records.ts';
import { moveCase } from '../platform/case-file.ts';
import type { CaseStore } from '../platform/case-store.ts';

/**
 * Makes the decision that follows appeal `afterAppeal`. With `wholly` the case leaves the appeal (`changeDecision`);
 * otherwise the rest of the appeal goes on and only the decision in force changes. A retry finds the decision by its
 * appeal and does nothing twice.
 */
export async function makeNewDecision(
  store: CaseStore,
  file: CaseFile,
  input: { decision: Omit<Decision, 'number'>; wholly: boolean; event: CaseEvent },
): Promise<void> {
  const { caseId, decisionNumber } = file.case;
  const made = file.decisions.find(
    (d) => d.afterAppeal === input.decision.afterAppeal && d.decidedAt === input.decision.decidedAt,
  );
  const number = made?.number ?? decisionNumber + 1;
  await store.addOnce(caseId, 'decision', { ...input.decision, number });
  const changes = { decisionNumber: number };
  if (input.wholly) await moveCase(store, { caseId, transition: 'changeDecision', changes, event: input.event });
  else if (decisionNumber !== number) await store.update({ caseId, changes, event: input.event });
}
