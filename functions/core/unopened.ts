import { addWeeks, compareDates, osloDate } from './calendar.ts';
import { secondNotificationOn } from './deadlines.ts';
import { currentDecisionLetter } from './decision-letter.ts';
import { type LetterKind, type LetterRecord, letterId } from './letter-record.ts';
import type { CaseFile, MessageRecord } from './records.ts';
import { isClockStopped } from './subject.ts';
import type { CalendarDate } from './time.ts';

/**
 * Letters that matter for the person's rights or for how the case goes on, beside the decision: they are watched as it
 * is (eFvf § 8 last part; domain.md § 7.1). Receipts and confirmations tell what the person did, and are not.
 */
const watchedKinds = [
  'consent-request',
  'information-request',
  'delay-notice',
  'decision',
  'deferral',
  'appeal-decided',
  'appeal-forwarded-copy',
] as const satisfies readonly LetterKind[];

/** True for a letter that lies on the case's pages and has neither been opened there nor gone on paper. */
export function isUnopened(letter: LetterRecord): boolean {
  return letter.dispatchedAt !== undefined && letter.channel === 'digital' && !letter.openedAt && !letter.paperAt;
}

/**
 * What is due for a letter on a day, at the daily look. `bounced`: the mail to the one it is addressed to came back for
 * good, so nobody was notified and it goes on paper. `notify-again`: unopened a week after the first notification (eFvf
 * § 8). `unopened`: a week after the second as well, so it goes on paper. The decision in force has a lane of its own for
 * the last two (`Opening` in the application's workflow).
 */
export function dueFor(
  file: CaseFile,
  letter: LetterRecord,
  on: CalendarDate,
): 'bounced' | 'notify-again' | 'unopened' | undefined {
  if (!isUnopened(letter) || letter.dispatchedAt === undefined) return undefined;
  if (hasBounced(file.messages, letter)) return 'bounced';
  if (letter === currentDecisionLetter(file) || !isStillOfUse(file, letter)) return undefined;
  const { dispatchedAt, secondNotificationAt } = letter;
  if (secondNotificationAt === undefined)
    return compareDates(on, secondNotificationOn(osloDate(dispatchedAt))) >= 0 ? 'notify-again' : undefined;
  return compareDates(on, addWeeks(osloDate(secondNotificationAt), 1)) >= 0 ? 'unopened' : undefined;
}

/** A notice of delay is overtaken by the answer, and a question for consent by its own. */
function isStillOfUse(file: CaseFile, { kind, subject }: LetterRecord): boolean {
  if (!watchedKinds.some((watched) => watched === kind)) return false;
  if (kind === 'consent-request') return file.case.state === 'awaiting-consent';
  if (kind === 'information-request') return file.case.state === 'in-assessment';
  return kind !== 'delay-notice' || !isClockStopped(file, subject);
}

/** The newest notification of the letter to its addressee, whoever acts for the person before the person. */
function hasBounced(messages: readonly MessageRecord[], letter: LetterRecord): boolean {
  const id = letterId(letter);
  const newestTo = (role: string) =>
    [`letter-reminder-${id}-${role}`, `letter-${id}-${role}`]
      .map((key) => messages.find((message) => message.key === key))
      .find((message) => message !== undefined);
  const newest = ['submitter', 'representative', 'person'].map(newestTo).find((message) => message !== undefined);
  return newest?.delivery === 'bounced-permanent';
}
