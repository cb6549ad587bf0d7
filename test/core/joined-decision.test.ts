import { describe, expect, test } from 'vitest';
import type { Outcomes } from '../../functions/core/decision.ts';
import { decidedAfterReassessment, outcomesAfterCounty } from '../../functions/core/joined-decision.ts';
import { aCase, aCaseFile, aDecision, anAppeal } from '../support/builders.ts';

/** `g` granted, `r` refused, `d` declined, `-` not applied for: plan, coordinator, child coordinator. */
const words = { g: 'granted', r: 'refused', d: 'declined', '-': 'not-applied' } as const;
function outcomes(letters: string): Outcomes {
  const [plan, coordinator, childCoordinator] = [...letters].map((letter) => words[letter as keyof typeof words]);
  if (!plan || !coordinator || !childCoordinator) throw new RangeError(letters);
  return { plan, coordinator, childCoordinator };
}

/** A first decision, what the municipality made of it after appeal 1, and what came in force later. */
function file(first: string, ownPart?: string, later?: string) {
  const own = ownPart === undefined ? [] : [aDecision({ number: 2, outcomes: outcomes(ownPart), afterAppeal: 1 })];
  const last = later === undefined ? [] : [aDecision({ number: 3, outcomes: outcomes(later), afterAppeal: 2 })];
  const decisions = [aDecision({ number: 1, outcomes: outcomes(first) }), ...own, ...last];
  return aCaseFile({ case: aCase({ decisionNumber: decisions.at(-1)?.number ?? 0 }), decisions });
}

describe("Statsforvalteren's change", () => {
  test.each([
    ['of the whole, which was forwarded', file('rr-'), 'gr-', 'gr-'],
    ['of the rest, beside the coordinator the municipality granted', file('rr-', 'rg-'), 'gr-', 'gg-'],
    ['of the rest, whatever it says of the part that stands', file('rr-', 'gr-'), 'rg-', 'gg-'],
    ['of the rest, after the municipality changed its own part once more', file('rrr', 'rgr', 'rgg'), 'gr-', 'gg-'],
    ['of how much was given, where no outcome was changed', file('gg-', 'gg-'), 'gr-', 'gr-'],
    ['of how much was given, where every outcome was changed', file('rr-', 'gg-'), 'rg-', 'rg-'],
  ])('%s', (_what, given, decided, inForce) => {
    expect(outcomesAfterCounty(given, anAppeal(), outcomes(decided))).toEqual(outcomes(inForce));
  });

  test('without outcomes of its own leaves what is in force', () => {
    expect(outcomesAfterCounty(file('rr-', 'rg-'), anAppeal(), undefined)).toEqual(outcomes('rg-'));
    expect(outcomesAfterCounty(aCaseFile(), anAppeal(), undefined)).toBeUndefined();
  });
});

describe("the municipality's change after an appeal of its new part", () => {
  const second = anAppeal({ number: 2, decisionNumber: 2 });

  test.each([
    ['alone', file('rrr', 'rgr'), 'rgg', 'rgg'],
    ['after Statsforvalteren granted the plan meanwhile', file('rrr', 'rgr', 'ggr'), 'rgg', 'ggg'],
    ['of a right Statsforvalteren has decided meanwhile', file('rrr', 'rgr', 'dgr'), 'ggr', 'dgr'],
  ])('%s', (_what, given, proposed, inForce) => {
    expect(decidedAfterReassessment(given, second, { outcomes: outcomes(proposed) })).toEqual({
      outcomes: outcomes(inForce),
    });
  });

  test('is what was proposed where nothing was decided before', () => {
    const proposed = { outcomes: outcomes('gg-') };
    expect(decidedAfterReassessment(aCaseFile(), anAppeal(), proposed)).toEqual(proposed);
  });
});
