import { z } from 'zod';
import type { Appeal, Reassessment } from '../../core/appeal.ts';
import { concernsDecision } from '../../core/appeal-state.ts';
import type { Decision } from '../../core/decision.ts';
import { WrongStateError } from '../../core/errors.ts';
import { decidedAfterReassessment } from '../../core/joined-decision.ts';
import type { CaseFile } from '../../core/records.ts';
import { answerEvent, answerTo, type GivenAnswer } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';
import { makeNewDecision } from '../new-decision.ts';

const input = stepInput.extend({ answerId: z.string() });

/**
 * The leader's word on the reassessment. Outcome `changed` or `partly-changed` (a new decision is made), `remedied` or
 * `partly-remedied` (the same for an appeal that concerns no decision: none is made), `upheld` (to be forwarded to
 * Statsforvalteren), `returned`, `withdrawn` (fvl § 33).
 */
export function createRecordAppealDecision({ store }: { store: CaseStore }) {
  return defineStep('RecordAppealDecision', input, async ({ caseId, subject, answerId }) => {
    const { file, appeal } = await loadAppeal(store, caseId, subject);
    const given = answerTo(file, 'appeal-approval', answerId);
    if (given.answer.choice === 'return') return giveBack(store, { caseId, appeal, given });
    return approve(store, { file, appeal, given });
  });
}

type Given = GivenAnswer<'appeal-approval'>;

async function giveBack(store: CaseStore, at: { caseId: string; appeal: Appeal; given: Given }) {
  const changed = await changeAppeal(store, at, { state: 'in-reassessment' });
  if (!changed) return { outcome: 'withdrawn' };
  await store.appendEvent(at.caseId, answerEvent(at.given, 'appeal-returned', { appeal: at.appeal.number }));
  return { outcome: 'returned' };
}

async function approve(store: CaseStore, at: { file: CaseFile; appeal: Appeal; given: Given }) {
  const { file, appeal, given } = at;
  const { caseId } = file.case;
  const { reassessment } = appeal;
  if (!reassessment) throw new WrongStateError(`no reassessment to approve in case ${caseId}`);
  if (reassessment.by.id === given.by.id) throw new WrongStateError(`assessor approved own reassessment in ${caseId}`);
  if (!(await changeAppeal(store, { caseId, appeal }, { state: 'in-approval', approvedBy: given.by }))) {
    return { outcome: 'withdrawn' };
  }
  const { outcome } = reassessment;
  if (outcome === 'upheld') return { outcome };
  if (!concernsDecision(appeal)) {
    await store.appendEvent(caseId, answerEvent(given, 'appeal-remedied', { appeal: appeal.number }));
    return { outcome: outcome === 'changed' ? 'remedied' : 'partly-remedied' };
  }
  await makeNewDecision(store, file, {
    wholly: outcome === 'changed',
    event: answerEvent(given, 'decision-changed', { appeal: appeal.number }),
    decision: newDecision(file, { appeal, reassessment, given }),
  });
  return { outcome };
}

function newDecision(
  file: CaseFile,
  { appeal, reassessment, given }: { appeal: Appeal; reassessment: Reassessment; given: Given },
): Omit<Decision, 'number'> {
  return {
    ...decidedAfterReassessment(file, appeal, reassessment),
    facts: reassessment.facts,
    reasons: reassessment.reasons,
    personsView: appeal.text,
    assessedBy: reassessment.by,
    approvedBy: given.by,
    decidedAt: given.at,
    afterAppeal: appeal.number,
    madeBy: 'municipality',
  };
}
