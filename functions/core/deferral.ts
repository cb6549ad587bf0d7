import type { DecidedChange } from './decision.ts';
import { changeDecided } from './existing-right.ts';
import type { CaseFile } from './records.ts';

/**
 * The end or change of a right that an appeal is over: what can be carried out to the person's harm before the appeal is
 * decided, so that it can be asked to wait (utsatt iverksetting, fvl § 42). Undefined for every other appeal.
 */
export function deferrableChange(
  { case: { concerns }, decisions }: Pick<CaseFile, 'case' | 'decisions'>,
  decisionNumber: number,
): DecidedChange | undefined {
  const decision = decisions.find(({ number }) => number === decisionNumber);
  if (!concerns || !decision) return undefined;
  const change = changeDecided(concerns, decision);
  return change.outcome === 'continued' ? undefined : change;
}
