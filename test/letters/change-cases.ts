import type { Case, ConcernedRight, RightChangeOutcome } from '../../functions/core/case.ts';
import { outcomesOfChange } from '../../functions/core/existing-right.ts';
import type { CaseFile, LetterKind } from '../../functions/core/records.ts';
import { aDecision, aNotice } from '../support/builders.ts';

interface Situation extends Partial<Omit<CaseFile, 'case'>> {
  readonly case?: Partial<Case>;
}

/** The letters of a case about a right the person has: the warning, what is told on the way, and each decision. */
export function changeSituations(
  typed: string,
  child: Partial<Case>,
): readonly { readonly name: string; readonly kind: LetterKind; readonly situation: Situation }[] {
  const about = (more: Partial<ConcernedRight> = {}): Partial<Case> => ({
    ...{ origin: 'own-initiative', channel: 'staff', account: { needs: typed, goals: '', services: '' } },
    concerns: {
      ...{ caseId: 'grantedgrantedgrantedgrante', caseNumber: 'GULEN-2026-000003', right: 'plan', kind: 'end' },
      ...{ from: '2027-02-01', why: typed, said: typed, ...more },
    },
  });
  const decided = (outcome: RightChangeOutcome, found = about()) => {
    const { right = 'plan' } = found.concerns ?? {};
    const change = { outcome, from: '2027-02-01' };
    const words = { facts: typed, reasons: typed, personsView: typed };
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
    decided('continued', { ...child, ...about({ right: 'childCoordinator' }) }),
  ];
}
