import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wishes } from '../../functions/core/case.ts';
import { type Outcomes, rightOutcomes } from '../../functions/core/decision.ts';
import { notGrantedInFull, outcomesProblem, reasonsMissing } from '../../functions/core/outcome.ts';

const both: Wishes = { plan: true, coordinator: true, childCoordinator: false };
const outcomes = (plan: Outcomes['plan'], coordinator: Outcomes['coordinator']): Outcomes => ({
  plan,
  coordinator,
  childCoordinator: 'not-applied',
});

it('outcomesProblem asks for the coordinator on the health track only: the other acts know none', () => {
  const wishes = { plan: true, coordinator: false, childCoordinator: false };
  const noPlan = { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'not-applied' } as const;
  expect(outcomesProblem(noPlan, wishes, 'health')).toBe('coordinator-not-assessed');
  expect(outcomesProblem(noPlan, wishes, 'social-services')).toBeUndefined();
  expect(outcomesProblem(noPlan, { ...wishes, coordinator: true }, 'nav')).toBe('wish-not-answered');
});

describe('outcomesProblem', () => {
  it.each([
    [outcomes('granted', 'granted'), both, undefined],
    [outcomes('refused', 'granted'), both, undefined],
    [outcomes('declined', 'granted'), both, undefined],
    [outcomes('granted', 'not-applied'), both, 'wish-not-answered'],
    [outcomes('not-applied', 'not-applied'), both, 'nothing-decided'],
    [outcomes('refused', 'not-applied'), { ...both, coordinator: false }, 'coordinator-not-assessed'],
    [outcomes('declined', 'not-applied'), { ...both, coordinator: false }, 'coordinator-not-assessed'],
    [outcomes('refused', 'refused'), { ...both, coordinator: false }, undefined],
    [outcomes('granted', 'refused'), { ...both, coordinator: false }, 'refused-but-not-wished'],
    [outcomes('refused', 'granted'), { ...both, plan: false }, 'refused-but-not-wished'],
    [outcomes('not-applied', 'granted'), { ...both, plan: false }, undefined],
    [{ ...outcomes('granted', 'granted'), childCoordinator: 'refused' }, both, 'refused-but-not-wished'],
  ] as const)('of %o, wished %o: %s', (decided, wishes, problem) => {
    expect(outcomesProblem(decided, wishes)).toBe(problem);
  });
});

it('asks for reasons whenever something is refused or declined', () => {
  expect(reasonsMissing(outcomes('granted', 'granted'), '')).toBe(false);
  expect(reasonsMissing(outcomes('granted', 'not-applied'), '')).toBe(false);
  expect(reasonsMissing(outcomes('refused', 'granted'), ' \n')).toBe(true);
  expect(reasonsMissing(outcomes('declined', 'granted'), '')).toBe(true);
  expect(reasonsMissing(outcomes('refused', 'granted'), 'Fordi.')).toBe(false);
});

it('is granted in full only when every wish is granted and nothing is refused', () => {
  const outcome = fc.constantFrom(...rightOutcomes);
  const anyOutcomes = fc.record({ plan: outcome, coordinator: outcome, childCoordinator: outcome });
  const anyWishes = fc.record({ plan: fc.boolean(), coordinator: fc.boolean(), childCoordinator: fc.boolean() });
  fc.assert(
    fc.property(anyOutcomes, anyWishes, (decided, wishes) => {
      const wished = (['plan', 'coordinator', 'childCoordinator'] as const).filter((right) => wishes[right]);
      const full = wished.every((right) => decided[right] === 'granted') && !Object.values(decided).includes('refused');
      expect(notGrantedInFull(decided, wishes)).toBe(!full);
    }),
  );
});
