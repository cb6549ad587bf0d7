import { expect, test } from 'vitest';
import { rightChangeProblems } from '../../functions/core/existing-right.ts';
import { granted } from '../support/builders.ts';

const ending = {
  right: 'plan',
  effect: 'ended',
  reasons: 'Behovet er ikkje der lenger.',
  effectiveFrom: '2027-02-01',
  deferral: 'told',
} as const;
const decision = { inForce: granted, sentOn: '2027-01-04' };

test('an existing right is ended with reasons, from a day ahead, with word of the deferral (fvl § 42)', () => {
  expect(rightChangeProblems(ending, decision)).toEqual([]);
  expect(rightChangeProblems({ ...ending, effectiveFrom: '2027-01-04' }, decision)).toEqual([]);
});

test.each([
  ['a right nobody has', { ...ending, right: 'childCoordinator' }, 'right-not-granted'],
  ['no reasons', { ...ending, reasons: ' ' }, 'reasons-missing'],
  ['before the letter leaves', { ...ending, effectiveFrom: '2027-01-03' }, 'before-notice'],
  ['silence on the deferral', { ...ending, deferral: undefined }, 'deferral-not-told'],
] as const)('%s cannot stand', (_what, { deferral, ...change }, problem) => {
  expect(rightChangeProblems({ ...change, ...(deferral && { deferral }) }, decision)).toEqual([problem]);
});
