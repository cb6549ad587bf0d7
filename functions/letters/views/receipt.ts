import { osloDate } from '../../core/calendar.ts';
import type { Case } from '../../core/case.ts';
import { submitterActsAs } from '../../core/representation.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import { type HeadingName, letterHeading } from '../letter-text.ts';
import {
  type AccountView,
  type Applied,
  accountOf,
  appliedOf,
  type ConsentsView,
  consentsOf,
  type LetterView,
  letterView,
  present,
  unsigned,
  type ViewInput,
} from './letter.ts';
import { senderOf } from './reader.ts';

/** Receipt with reference and time (eFvf § 6), and a copy of what was sent. */
export interface ReceiptView extends LetterView {
  /** Sent by somebody who does not act for the person, who hears that it arrived and nothing more (hol § 12-1). */
  readonly reported: boolean;
  /** Digital: told to the minute. Paper has a date only. */
  readonly exactTime: boolean;
  readonly receivedAt: Instant;
  readonly receivedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly applied: Applied;
  readonly consents: ConsentsView;
  readonly account: AccountView;
  readonly wishedCoordinator: string | undefined;
}

/** Needs: the case with its number. */
export function receiptView(input: ViewInput): ReceiptView {
  const { file, now } = input;
  const { case: found } = file;
  const reader = senderOf(file, osloDate(now));
  const reported = !found.concerns && found.submitter !== undefined && !submitterActsAs(found, osloDate(now));
  const heading = letterHeading(headingOf(found, reported), found.language);
  return {
    ...letterView(input, { heading, reader, signers: unsigned }),
    reported,
    exactTime: found.contact === 'digital' && osloDate(found.receivedAt) === found.receivedOn,
    receivedAt: found.receivedAt,
    receivedOn: found.receivedOn,
    dueOn: found.dueOn,
    applied: appliedOf(found.wishes),
    consents: consentsOf(found, osloDate(input.now)),
    account: accountOf(file),
    wishedCoordinator: present(found.wishes.wishedCoordinator),
  };
}

function headingOf({ seenBy, concerns }: Case, reported: boolean): HeadingName {
  if (concerns) return concerns.kind === 'end' ? 'receipt-ending' : 'receipt-changing';
  if (seenBy) return 'receipt-own';
  return reported ? 'receipt-report' : 'receipt';
}
