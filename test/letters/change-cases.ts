import type { Appeal, Deferral, Reassessment } from '../../functions/core/appeal.ts';
import type { Case, ConcernedRight } from '../../functions/core/case.ts';
import type { RightChangeOutcome } from '../../functions/core/decision.ts';
import { outcomesOfChange } from '../../functions/core/existing-right.ts';
import type { LetterKind } from '../../functions/core/letter-record.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import type { ViewInput } from '../../functions/letters/views/letter.ts';
import { aDecision, aLetter, aNotice, anAppeal, approver, caseworker } from '../support/builders.ts';

/** The appeal is upheld by the municipality itself: the right goes on. */
function reassessed(typed: string): Reassessment {
  const texts = { facts: typed, reasons: typed, statement: '' };
  const made = { round: 1, by: caseworker, at: '2026-12-02T09:00:00.000Z' };
  const change = { outcome: 'continued', from: '2027-02-01' } as const;
  return { outcome: 'changed', outcomes: outcomesOfChange('plan', 'continued'), change, ...texts, ...made };
}

interface Situation extends Partial<Omit<CaseFile, 'case'>> {
  readonly case?: Partial<Case>;
}

/** The letters of a case about a right the person has: the warning, what is told on the way, and each decision. */
export function changeSituations(
  typed: string,
  child: Partial<Case>,
): readonly {
  readonly name: string;
  readonly kind: LetterKind;
  readonly situation: Situation;
  readonly more?: Partial<ViewInput>;
}[] {
  const about = (more: Partial<ConcernedRight> = {}): Partial<Case> => ({
    ...{ origin: 'own-initiative', channel: 'staff', account: { needs: typed, goals: '', services: '' } },
    concerns: {
      ...{ caseId: 'grantedgrantedgrantedgrante', caseNumber: 'GULEN-2026-000003', right: 'plan', kind: 'end' },
      ...{ from: '2027-02-01', why: typed, said: typed, ...more },
    },
  });
  const words = { facts: typed, reasons: typed, personsView: typed };
  const decided = (outcome: RightChangeOutcome, found = about()) => {
    const { right = 'plan' } = found.concerns ?? {};
    const change = { outcome, from: '2027-02-01' };
    const decision = aDecision({ outcomes: outcomesOfChange(right, outcome), change, ...words });
    return {
      name: `decision, ${right} ${outcome}`,
      kind: 'decision' as const,
      situation: { case: { ...found, decisionNumber: 1 }, decisions: [decision] },
    };
  };
  return [
    { name: 'warning of an end', kind: 'receipt', situation: { case: about() } },
    {
      name: 'warning of a change, to parents',
      kind: 'receipt',
      situation: { case: { ...child, ...about({ right: 'childCoordinator', kind: 'change', said: '' }) } },
    },
    {
      name: 'delay notice about a right',
      kind: 'delay-notice',
      situation: { case: about(), notices: [aNotice({ reason: typed })] },
    },
    decided('ended'),
    decided('changed', about({ right: 'coordinator', kind: 'change' })),
    {
      name: 'a right that stands again after an appeal',
      kind: 'appeal-decided',
      situation: {
        case: { ...about(), decisionNumber: 2, appealNumber: 1 },
        decisions: [
          aDecision({ outcomes: outcomesOfChange('plan', 'ended'), change: { outcome: 'ended', from: '2027-02-01' } }),
          aDecision({
            ...{ number: 2, outcomes: outcomesOfChange('plan', 'continued'), afterAppeal: 1, ...words },
            change: { outcome: 'continued', from: '2027-02-01' },
          }),
        ],
        appeals: [anAppeal({ state: 'concluded', text: typed, reassessment: reassessed(typed) })],
      },
      more: { subject: 'appeal-1' },
    },
    ...endedLater(typed, about()),
    ...deferrals(typed, about()),
    decided('continued', { ...child, ...about({ right: 'childCoordinator' }) }),
  ];
}

/** A right that ends later than it should have, after an appeal in part: the new decision, and the rest that is sent on. */
function endedLater(typed: string, found: Partial<Case>): ReturnType<typeof changeSituations> {
  const outcomes = outcomesOfChange('plan', 'ended');
  const change = { outcome: 'ended', from: '2027-05-01' } as const;
  const reassessment: Reassessment = {
    ...reassessed(typed),
    ...{ outcome: 'partly-changed', outcomes, change, statement: typed },
  };
  const situation = {
    case: { ...found, decisionNumber: 2, appealNumber: 1 },
    decisions: [
      aDecision({ outcomes, change: { outcome: 'ended', from: '2027-02-01' } }),
      aDecision({ number: 2, outcomes, change, afterAppeal: 1, facts: typed, reasons: typed, personsView: typed }),
    ],
    appeals: [anAppeal({ state: 'forwarded', text: typed, wantedChange: typed, reassessment, approvedBy: approver })],
    letters: [aLetter({ kind: 'decision', key: '1' })],
  };
  const more = { subject: 'appeal-1' } as const;
  return [
    { name: 'a right that ends later after an appeal', kind: 'appeal-decided', situation, more },
    { name: 'the rest of an appeal over an ended right', kind: 'appeal-forwarded', situation, more },
  ];
}

/** An appeal that asks for the end to wait: the receipt, each answer, and the statement afterwards (fvl § 42). */
function deferrals(typed: string, found: Partial<Case>): ReturnType<typeof changeSituations> {
  const outcomes = outcomesOfChange('plan', 'ended');
  const change = { outcome: 'ended', from: '2027-02-01' } as const;
  const situation = (deferral: Deferral | undefined, more: Partial<Appeal> = {}): Situation => {
    const admissible = { admissible: true, reason: '', by: caseworker, at: '2026-12-02T09:00:00.000Z' };
    const review = deferral && { review: { ...admissible, deferral } };
    const appeal = anAppeal({ text: typed, wantedChange: typed, deferralWanted: true, ...review, ...more });
    return {
      case: { ...found, decisionNumber: 1, appealNumber: 1 },
      decisions: [aDecision({ outcomes, change })],
      appeals: [appeal],
      letters: [aLetter({ kind: 'decision', key: '1' })],
    };
  };
  const more = { subject: 'appeal-1' } as const;
  const upheld: Reassessment = { ...reassessed(typed), outcome: 'upheld', outcomes, change, statement: typed };
  const granted = { granted: true, reason: '' };
  const refused = { granted: false, reason: typed };
  return [
    {
      name: 'a dismissed appeal that asked to wait',
      kind: 'appeal-decided',
      situation: situation(undefined, {
        review: { admissible: false, reason: typed, by: caseworker, at: '2026-12-02T09:00:00.000Z' },
      }),
      more,
    },
    { name: 'an appeal that asks to wait', kind: 'appeal-receipt', situation: situation(undefined), more },
    { name: 'an end that waits', kind: 'deferral', situation: situation(granted), more },
    { name: 'an end that does not wait', kind: 'deferral', situation: situation(refused), more },
    {
      name: 'an end that should have begun, and waits',
      kind: 'deferral',
      situation: situation({ ...granted, reason: typed }),
      more: { ...more, now: '2027-02-10T09:00:00.000Z' },
    },
    {
      name: 'statement about an end that waits',
      kind: 'appeal-forwarded',
      situation: situation(granted, { state: 'forwarded', reassessment: upheld, approvedBy: approver }),
      more,
    },
  ];
}
