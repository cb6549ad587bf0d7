import { z } from 'zod';
import { WrongStateError } from '../../core/errors.ts';
import type { CaseFile } from '../../core/records.ts';
import { answerEvent, answerTo, type GivenAnswer, loadCaseFile, moveCase } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

const input = stepInput.extend({ answerId: z.string() });

/**
 * Makes the approved proposal the decision, or gives it back to the caseworker. Outcome `approved`, `returned`,
 * `withdrawn`.
 */
export function createRecordDecision({ store }: { store: CaseStore }) {
  return defineStep('RecordDecision', input, async ({ caseId, answerId }) => {
    const file = await loadCaseFile(store, caseId);
    const given = answerTo(file, 'approval', answerId);
    if (given.answer.choice === 'return') return giveBack(store, file, given);
    return decide(store, file, given);
  });
}

async function giveBack(store: CaseStore, file: CaseFile, given: GivenAnswer<'approval'>) {
  const result = await moveCase(store, {
    caseId: file.case.caseId,
    transition: 'startAssessment',
    event: answerEvent(given, 'returned'),
  });
  return { outcome: result.moved ? 'returned' : 'withdrawn' };
}

async function decide(store: CaseStore, file: CaseFile, given: GivenAnswer<'approval'>) {
  const { caseId } = file.case;
  const proposal = file.assessments.at(-1);
  if (!proposal) throw new WrongStateError(`no assessment to approve in case ${caseId}`);
  // The page refuses this as well; here it is the last line of the four-eyes rule.
  if (proposal.assessedBy.id === given.by.id) throw new WrongStateError(`assessor approved own proposal in ${caseId}`);
  // The move comes first, so that a withdrawal in the same moment leaves no decision; a retry finds the number moved.
  const number = file.case.state === 'decided' ? file.case.decisionNumber : file.case.decisionNumber + 1;
  const result = await moveCase(store, {
    caseId,
    transition: 'decide',
    changes: { decisionNumber: number },
    event: answerEvent(given, 'decided', { number }),
  });
  if (!result.moved) return { outcome: 'withdrawn' };
  const { outcomes, facts, reasons, personsView, assessedBy, change } = proposal;
  await store.addOnce(caseId, 'decision', {
    number,
    outcomes,
    facts,
    reasons,
    personsView,
    assessedBy,
    approvedBy: given.by,
    decidedAt: given.at,
    madeBy: 'municipality',
    ...(change && { change }),
  });
  return { outcome: 'approved' };
}
