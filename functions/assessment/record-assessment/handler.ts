import { z } from 'zod';
import type { CaseFile } from '../../core/records.ts';
import { answerEvent, answerTo, type GivenAnswer, loadCaseFile, moveCase } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changesByFindings, findingCodes } from '../findings.ts';

const input = stepInput.extend({ answerId: z.string(), round: z.number().int().positive() });

/**
 * Keeps the caseworker's proposal, with the act it rests on and what was found about consent and secrecy, and passes the
 * case on to the leader. Outcome `assessed`; `asked` when the caseworker asks the person for what is missing, and is
 * asked again; or `withdrawn`.
 */
export function createRecordAssessment({ store }: { store: CaseStore }) {
  return defineStep('RecordAssessment', input, async ({ caseId, answerId, round }) => {
    const file = await loadCaseFile(store, caseId);
    const given = answerTo(file, 'assessment', answerId);
    if (given.answer.choice === 'ask') return ask(store, file, { given, round });
    const { choice: _, legalBasis = file.case.legalBasis, findings = {}, change, ...proposal } = given.answer;
    const found = changesByFindings(file.case, findings, given);
    await store.addOnce(caseId, 'assessment', {
      ...proposal,
      ...(change && { change }),
      ...{ round, assessedBy: given.by, at: given.at },
    });
    const result = await moveCase(store, {
      caseId,
      transition: 'submitForApproval',
      changes: { legalBasis, ...found.changes },
      remove: found.remove,
      event: answerEvent(given, 'assessed', { round }),
    });
    for (const type of findingCodes(findings)) await store.appendEvent(caseId, answerEvent(given, type, { round }));
    return { outcome: result.moved ? 'assessed' : 'withdrawn' };
  });
}

/** The request itself is the answer: its letter and the next round read it there. The case stays where it is. */
async function ask(
  store: CaseStore,
  { case: { caseId, state }, events }: CaseFile,
  { given, round }: { given: GivenAnswer<'assessment'>; round: number },
): Promise<{ outcome: 'asked' | 'withdrawn' }> {
  if (state === 'withdrawn') return { outcome: 'withdrawn' };
  const told = events.some(({ type, detail }) => type === 'information-asked' && detail?.round === round);
  if (!told) await store.appendEvent(caseId, answerEvent(given, 'information-asked', { round }));
  return { outcome: 'asked' };
}
