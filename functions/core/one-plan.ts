import type { Case, Wishes } from './case.ts';
import type { RightOutcome } from './decision.ts';
import { currentDecision } from './decision-letter.ts';
import { isUndecided } from './existing-right.ts';
import type { CaseFile } from './records.ts';

/** What meets somebody who asks while there is a case already. */
export type Meeting =
  | { readonly kind: 'new' }
  /** A case about the same person is being handled: what is sent now belongs to it. */
  | { readonly kind: 'join'; readonly caseId: string }
  /** A plan has been granted and not ended: there is one only, and it can be changed. */
  | { readonly kind: 'already-has-plan'; readonly caseId: string };

/**
 * Does a new request begin a case? A person has one plan only (IP-forskriften § 9), so a second request meets the first: it
 * is joined to the case that is being handled, or answered with the plan there is. `files` are the person's cases in the
 * municipality, newest first; those the person only sent for another do not count. Never a refusal: a wish for a
 * coordinator begins a case of its own beside a granted plan, as it is another right (hol § 7-2).
 */
export function joinOrAnswer(
  files: readonly Pick<CaseFile, 'case' | 'decisions'>[],
  asked: { readonly nationalId: string; readonly wishes: Wishes },
): Meeting {
  const own = files.filter((file) => file.case.person.nationalId === asked.nationalId);
  const open = own.find((file) => isBeingHandled(file.case));
  if (open) return { kind: 'join', caseId: open.case.caseId };
  if (!asked.wishes.plan) return { kind: 'new' };
  // The newest decision that says something of the plan counts: a granted plan may have been ended since.
  const newest = own.find((file) => saysOfPlan(file) !== 'not-applied');
  if (newest === undefined || saysOfPlan(newest) !== 'granted') return { kind: 'new' };
  // A plan that was changed, or goes on, is still the one granted first.
  return { kind: 'already-has-plan', caseId: newest.case.concerns?.caseId ?? newest.case.caseId };
}

function saysOfPlan(file: Pick<CaseFile, 'case' | 'decisions'>): RightOutcome {
  return currentDecision(file)?.outcomes.plan ?? 'not-applied';
}

/**
 * Not decided yet: something sent now can still be taken into the assessment. A case about a right the person has is
 * no answer to a new request, which has its own.
 */
function isBeingHandled({ state, concerns }: Case): boolean {
  return concerns === undefined && isUndecided(state);
}
