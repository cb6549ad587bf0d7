import { osloDate } from '../../core/calendar.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import { letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, mustFindAppeal, present, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** Receipt of an appeal (eFvf § 6), with a copy of it. A late one is told as late, never as dismissed (fvl § 31). */
export interface AppealReceiptView extends LetterView {
  readonly exactTime: boolean;
  readonly receivedAt: Instant;
  readonly receivedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly inTime: boolean;
  /** When the decision appealed was made; undefined when the appeal is about no decision (pbrl § 7-2). */
  readonly decidedOn: CalendarDate | undefined;
  readonly appealText: string;
  readonly wantedChange: string | undefined;
  /** It is asked that the decision waits until the appeal is decided (fvl § 42). */
  readonly deferralWanted: boolean;
}

/** Needs: the appeal, and the decision it is about. */
export function appealReceiptView(input: ViewInput): AppealReceiptView {
  const { file } = input;
  const { case: found } = file;
  const appeal = mustFindAppeal(input);
  const decision = file.decisions.find(({ number }) => number === appeal.decisionNumber);
  return {
    ...letterView(input, {
      heading: letterHeading('appeal-receipt', found.language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: unsigned,
    }),
    exactTime:
      found.contact === 'digital' && appeal.channel !== 'paper' && osloDate(appeal.receivedAt) === appeal.receivedOn,
    receivedAt: appeal.receivedAt,
    receivedOn: appeal.receivedOn,
    dueOn: appeal.dueOn,
    inTime: appeal.inTime,
    decidedOn: decision && osloDate(decision.decidedAt),
    appealText: appeal.text,
    wantedChange: present(appeal.wantedChange),
    deferralWanted: appeal.deferralWanted === true,
  };
}
