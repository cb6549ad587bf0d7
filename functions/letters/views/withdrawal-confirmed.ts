import { osloDate } from '../../core/calendar.ts';
import { appealOf } from '../../core/subject.ts';
import type { CalendarDate } from '../../core/time.ts';
import { type HeadingName, letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** Confirms that the application or the appeal was withdrawn, or that neither plan nor coordinator is wanted. */
export interface WithdrawalConfirmedView extends LetterView {
  readonly appealed: boolean;
  /** The appeal was over a decision, which now stands. */
  readonly overDecision: boolean;
  /** The person answered no to both after somebody else asked (IP-forskriften § 5). */
  readonly declined: boolean;
  readonly reported: boolean;
  readonly receivedOn: CalendarDate;
  readonly withdrawnOn: CalendarDate | undefined;
}

/** Needs: `withdrawnAt` on the case and its `declined` event; the appeal when it is about one. */
export function withdrawalConfirmedView(input: ViewInput): WithdrawalConfirmedView {
  const { file, subject } = input;
  const { case: found } = file;
  const appeal = appealOf(file, subject);
  const declined = !appeal && file.events.some(({ type }) => type === 'declined');
  const reported = found.origin !== 'application';
  const ended = declined || reported ? 'withdrawal-declined' : 'withdrawal-application';
  const name: HeadingName = appeal ? 'withdrawal-appeal' : ended;
  return {
    ...letterView(input, {
      heading: letterHeading(name, found.language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: unsigned,
    }),
    appealed: appeal !== undefined,
    overDecision: file.decisions.some(({ number }) => number === appeal?.decisionNumber),
    declined,
    reported,
    receivedOn: appeal?.receivedOn ?? found.receivedOn,
    withdrawnOn: found.withdrawnAt === undefined ? undefined : osloDate(found.withdrawnAt),
  };
}
