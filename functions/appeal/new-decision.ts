import { isAppealOpen } from '../core/appeal-state.ts';
import type { Decision } from '../core/decision.ts';
import type { CaseEvent, CaseFile } from '../core/records.ts';
import { loadCaseFile, moveCase } from '../platform/case-file.ts';
import type { CaseStore } from '../platform/case-store.ts';

/** A decision after an appeal, before it has its number. */
export interface NewDecision {
  readonly decision: Omit<Decision, 'number'>;
  /** False when the rest of the appeal goes on to Statsforvalteren. */
  readonly wholly: boolean;
  readonly event: CaseEvent;
}

/**
 * Puts in force the decision that follows appeal `afterAppeal`. The case leaves the appeal (`changeDecision`) unless the
 * rest of this appeal or another one goes on: then only the decision in force changes. It may also come when the case has
 * left the appeal already, as the two parts of an appeal are decided each in their time. A retry finds the decision by
 * its appeal and does nothing twice.
 */
export async function makeNewDecision(store: CaseStore, file: CaseFile, input: NewDecision): Promise<void> {
  const { caseId, decisionNumber } = file.case;
  const made = file.decisions.find(
    (d) => d.afterAppeal === input.decision.afterAppeal && d.decidedAt === input.decision.decidedAt,
  );
  if (made && made.number <= decisionNumber) return;
  const number = made?.number ?? Math.max(decisionNumber, ...file.decisions.map((each) => each.number)) + 1;
  const stored = await store.addOnce(caseId, 'decision', { ...input.decision, number });
  // The other part of the appeal took the number in the same moment: this one comes after it.
  if (!stored && !made) return makeNewDecision(store, await loadCaseFile(store, caseId), input);
  const changes = { decisionNumber: number };
  if (leavesAppeal(file, input)) {
    await moveCase(store, { caseId, transition: 'changeDecision', changes, event: input.event });
  } else {
    await store.update({ caseId, changes, event: input.event });
  }
}

/** A case that waits for the letter of an earlier decision (`decided`) stays where it is: that letter still has to leave. */
function leavesAppeal({ case: { state }, appeals }: CaseFile, { decision, wholly }: NewDecision): boolean {
  const othersOpen = appeals.some((other) => other.number !== decision.afterAppeal && isAppealOpen(other));
  return wholly && state !== 'decided' && !(state === 'appealed' && othersOpen);
}
