import { expect, test } from 'vitest';
import { openAppeal } from '../../functions/core/appeal-state.ts';
import { aCase, aCaseFile, anAppeal } from '../support/builders.ts';

const file = (decisionNumber: number, appealed: number, state: 'in-review' | 'forwarded' | 'concluded') =>
  aCaseFile({
    case: aCase({ decisionNumber }),
    appeals: [anAppeal({ number: 1, decisionNumber: appealed, state })],
  });

test.each([
  ['of the decision in force', file(1, 1, 'in-review')],
  ['of that decision, with Statsforvalteren', file(1, 1, 'forwarded')],
  ['over the service, before any decision', file(0, 0, 'in-review')],
])('an open appeal %s stands in the way of another', (_what, given) => {
  expect(openAppeal(given)?.number).toBe(1);
});

test.each([
  ['a concluded appeal', file(1, 1, 'concluded')],
  ['an appeal over the service that was sent before the decision', file(1, 0, 'in-review')],
  ['the rest of an appeal after which a part was decided anew', file(2, 1, 'forwarded')],
])('%s does not', (_what, given) => {
  expect(openAppeal(given)).toBeUndefined();
});
