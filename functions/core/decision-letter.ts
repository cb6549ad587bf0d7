import type { Decision } from './decision.ts';
import type { LetterRecord } from './letter-record.ts';
import type { CaseFile } from './records.ts';

/** The decision in force; undefined before the first. */
export function currentDecision(file: Pick<CaseFile, 'case' | 'decisions'>): Decision | undefined {
  return file.decisions.find((decision) => decision.number === file.case.decisionNumber);
}

/**
 * The letter that carries the decision in force: the first decision's own letter, or the letter about the appeal that
 * changed it. Undefined while there is none, and for what Statsforvalteren decided: that office sends its own letter.
 */
export function currentDecisionLetter(file: CaseFile): LetterRecord | undefined {
  const decision = currentDecision(file);
  if (!decision || decision.madeBy === 'county-governor') return undefined;
  const { afterAppeal } = decision;
  if (afterAppeal === undefined) return file.letters.find((letter) => letter.kind === 'decision');
  return file.letters.findLast(
    (letter) => letter.kind === 'appeal-decided' && letter.subject === `appeal-${afterAppeal}`,
  );
}
