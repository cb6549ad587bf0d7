import type { Appeal } from './appeal.ts';
import type { CaseFile } from './records.ts';

/**
 * False for an appeal over the service or over no answer at all, which needs no decision (pbrl § 7-2): nothing is there
 * to change, so its outcome never makes a decision, and the casework it was sent beside goes on.
 */
export function concernsDecision(appeal: Pick<Appeal, 'decisionNumber'>): boolean {
  return appeal.decisionNumber > 0;
}

/** True for an appeal that is not taken up, which can itself be appealed; a request for supervision never was one. */
export function isDismissed({ review }: Pick<Appeal, 'review'>): boolean {
  return review?.admissible === false && !review.supervision;
}

/**
 * The newest earlier appeal over the same that was not taken up: what comes after it may be over that, and Statsforvalteren
 * then decides whether it should have been (fvl §§ 2 third ledd, 28).
 */
export function dismissedBefore(
  { appeals }: Pick<CaseFile, 'appeals'>,
  { number, decisionNumber }: Appeal,
): Appeal | undefined {
  const earlier = appeals.filter((each) => each.number < number && each.decisionNumber === decisionNumber);
  return earlier.findLast((each) => isDismissed(each));
}

/** True until the appeal is at its end, with the municipality or with Statsforvalteren. */
export function isAppealOpen({ state }: Pick<Appeal, 'state'>): boolean {
  return state !== 'concluded' && state !== 'withdrawn';
}

/** Does the end or change wait until this appeal is decided? (fvl § 42) */
export function defers(appeal: Pick<Appeal, 'state' | 'review'>): boolean {
  return appeal.review?.deferral?.granted === true && isAppealOpen(appeal);
}

/** True while the municipality has the appeal in hand, so that it may be withdrawn on the case's pages. */
export function canWithdrawAppeal(appeal: Pick<Appeal, 'state'>): boolean {
  return isAppealOpen(appeal) && appeal.state !== 'forwarded';
}

/**
 * The open appeal that a new one has to wait for, if any: one at a time of what is in force. An appeal over the service
 * does not stand in the way of the decision that came since, nor does the rest of an appeal, which Statsforvalteren has,
 * in the way of the part that was decided anew: each decision has its own deadline (pbrl §§ 7-2, 7-5; fvl § 33).
 * `decisionNumber` 0 asks for one over the service or over no answer.
 */
export function openAppeal(file: CaseFile, decisionNumber = file.case.decisionNumber): Appeal | undefined {
  return file.appeals.find((appeal) => isAppealOpen(appeal) && appeal.decisionNumber === decisionNumber);
}
