import { z } from 'zod';
import type { Appeal } from '../../core/appeal.ts';
import { concernsDecision } from '../../core/appeal-state.ts';
import { osloDate } from '../../core/calendar.ts';
import { isAnswered } from '../../core/case-state.ts';
import { answerDueOn } from '../../core/deadlines.ts';
import { WrongStateError } from '../../core/errors.ts';
import { outcomesAfterCounty } from '../../core/joined-decision.ts';
import type { CaseFile } from '../../core/records.ts';
import { answerEvent, answerTo, type GivenAnswer } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';
import { makeNewDecision } from '../new-decision.ts';

const input = stepInput.extend({ answerId: z.string() });
type Given = GivenAnswer<'county-outcome'>;

/**
 * What Statsforvalteren decided (fvl § 34; domain.md § 3.7). `sent-back` starts the municipality's month anew; `changed`
 * puts that office's decision in force for the rights that were forwarded, so that it is carried out; where the appeal
 * concerns no decision it is `followed-up` instead: the casework that goes on, or whoever gives the service, does what
 * the office said.
 */
export function createRecordCountyOutcome({ store }: { store: CaseStore }) {
  return defineStep('RecordCountyOutcome', input, async ({ caseId, subject, answerId, now }) => {
    const { file, appeal } = await loadAppeal(store, caseId, subject);
    const given = answerTo(file, 'county-outcome', answerId);
    const { choice, note, decidedOn } = given.answer;
    const county = { outcome: choice, note, decidedOn, at: given.at };
    const changed = await changeAppeal(store, { caseId, appeal }, { ...nextState(given, now), county });
    if (!changed) return { outcome: 'withdrawn' };
    await store.appendEvent(caseId, answerEvent(given, 'county-outcome', { appeal: appeal.number, outcome: choice }));
    if (choice !== 'changed') return { outcome: choice };
    if (!concernsDecision(appeal)) return { outcome: 'followed-up' };
    await putInForce(store, { file, appeal, given });
    return { outcome: choice };
  });
}

function nextState(given: Given, now: string) {
  if (given.answer.choice !== 'sent-back') return { state: 'concluded' } as const;
  const dueOn = answerDueOn(osloDate(now));
  return { state: 'in-reassessment', dueOn, expectedOn: dueOn } as const;
}

async function putInForce(store: CaseStore, at: { file: CaseFile; appeal: Appeal; given: Given }): Promise<void> {
  const { file, appeal, given } = at;
  const { caseId } = file.case;
  const { change } = given.answer;
  const outcomes = outcomesAfterCounty(file, appeal, given.answer.outcomes);
  if (!outcomes) return;
  const office = { id: 'county-governor', name: 'Statsforvalteren' };
  const event = answerEvent(given, 'decision-changed', { appeal: appeal.number });
  await makeNewDecision(store, file, {
    wholly: true,
    event,
    decision: {
      outcomes,
      ...(change && { change }),
      facts: '',
      reasons: given.answer.note,
      personsView: appeal.text,
      assessedBy: office,
      approvedBy: office,
      decidedAt: given.at,
      afterAppeal: appeal.number,
      madeBy: 'county-governor',
    },
  });
  // The office tells the person itself: no letter of ours has to leave before the decision counts as known.
  const told = await store.transition({ caseId, transition: 'notify', event: { ...event, type: 'notified' } });
  if (!told.ok && !isAnswered(told.error.state)) {
    throw new WrongStateError(`notify from ${told.error.state} in case ${caseId}`);
  }
}
