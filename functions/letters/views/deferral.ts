import { compareDates, osloDate } from '../../core/calendar.ts';
import { deferrableChange } from '../../core/deferral.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { CalendarDate } from '../../core/time.ts';
import { letterHeading } from '../letter-text.ts';
import { type ChangeView, changeView } from './decided.ts';
import { type LetterView, letterView, mustFindAppeal, present, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** Whether a decision that ends or changes a right waits until the appeal over it is decided (fvl § 42). */
export interface DeferralView extends LetterView {
  readonly granted: boolean;
  readonly reasons: string | undefined;
  /** The person asked; otherwise the municipality saw by itself that it should wait. */
  readonly wanted: boolean;
  readonly receivedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly decidedOn: CalendarDate;
  readonly change: ChangeView;
  /** The day it should take effect is still to come. */
  readonly upcoming: boolean;
}

/** Needs: the appeal with its review, and the decision appealed. */
export function deferralView(input: ViewInput): DeferralView {
  const { file } = input;
  const { number, decisionNumber, deferralWanted, receivedOn, dueOn, review } = mustFindAppeal(input);
  const decision = file.decisions.find((each) => each.number === decisionNumber);
  const change = changeView(deferrableChange(file, decisionNumber));
  const { deferral } = review ?? {};
  if (!decision || !change || !review || !deferral) {
    throw new NotFoundError(`deferral in appeal ${number} of case ${file.case.caseId}`);
  }
  const { granted, reason } = deferral;
  return {
    ...letterView(input, {
      heading: letterHeading(granted ? 'deferral-granted' : 'deferral-refused', file.case.language),
      reader: readerOf(file, osloDate(input.now)),
      signers: { ...unsigned, caseworker: review.by.name },
    }),
    ...{ granted, receivedOn, dueOn, change },
    reasons: present(reason),
    wanted: deferralWanted === true || !granted,
    decidedOn: osloDate(decision.decidedAt),
    upcoming: compareDates(change.from, osloDate(input.now)) > 0,
  };
}
