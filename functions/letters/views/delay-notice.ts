import { osloDate } from '../../core/calendar.ts';
import type { DelayNotice } from '../../core/delay-notice.ts';
import { NotFoundError } from '../../core/errors.ts';
import { openRequests } from '../../core/information-request.ts';
import { roundKey } from '../../core/records.ts';
import { appealOf } from '../../core/subject.ts';
import type { CalendarDate } from '../../core/time.ts';
import { type HeadingName, letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, present, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** Preliminary reply with the concrete reason and the new date (fvl § 11 a; domain.md § 3.1). */
export interface DelayNoticeView extends LetterView {
  /** It is an appeal that is late. */
  readonly appealed: boolean;
  readonly reported: boolean;
  /** The first notice, or one more because the promised date slips too. */
  readonly first: boolean;
  readonly receivedOn: CalendarDate;
  /** The date that is not kept. */
  readonly dueOn: CalendarDate;
  readonly expectedOn: CalendarDate;
  /** The caseworker's words; undefined when the case's own state is told. */
  readonly reason: string | undefined;
  readonly waitingFor: DelayNotice['waitingFor'];
  /** What the person was asked for and nothing has come in reply to. */
  readonly missing: readonly { readonly text: string; readonly askedOn: CalendarDate }[];
}

/** Needs: the notice of the subject and round; its appeal when it is about one. */
export function delayNoticeView(input: ViewInput): DelayNoticeView {
  const { file, subject, round } = input;
  const { case: found } = file;
  const notice = file.notices.find((each) => each.subject === subject && each.round === round);
  if (!notice) throw new NotFoundError(`notice ${subject} ${round} of case ${found.caseId}`);
  const appeal = appealOf(file, subject);
  const reported = found.origin !== 'application';
  const name: HeadingName = appeal ? 'delay-appeal' : reported ? 'delay-report' : 'delay-application';
  return {
    ...letterView(input, {
      heading: letterHeading(name, found.language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: { ...unsigned, caseworker: askedCaseworker(input) },
    }),
    appealed: appeal !== undefined,
    reported,
    first: round === 1,
    receivedOn: appeal?.receivedOn ?? found.receivedOn,
    dueOn: notice.dueOn,
    expectedOn: notice.expectedOn,
    reason: present(notice.reason),
    waitingFor: notice.waitingFor,
    missing: appeal ? [] : openRequests(file).map(({ missing, at }) => ({ text: missing, askedOn: osloDate(at) })),
  };
}

/** Who gave the reason; nobody when the clock ran out first. */
function askedCaseworker({ file, subject, round }: ViewInput): string | undefined {
  const key = roundKey(subject, round);
  return file.tasks.find((task) => task.kind === 'delay-reason' && task.key === key)?.answeredBy?.name;
}
