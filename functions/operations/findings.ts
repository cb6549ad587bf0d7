import { addSeconds, osloDate } from '../core/calendar.ts';
import type { Subject } from '../core/delay-notice.ts';
import { type CaseFile, type HoldRecord, roundKey, type TaskRecord } from '../core/records.ts';
import { appealOf, isClockStopped, isWithdrawn, promisedOn } from '../core/subject.ts';
import type { CalendarDate, Instant } from '../core/time.ts';

/** What operations should look at in one case. */
export interface Findings {
  /** Subjects whose promised date has passed with neither answer nor newer notice (fvl § 11 a). */
  readonly noticesLate: readonly Subject[];
  /** Questions nobody answered in a whole round, asked again or past their end. */
  readonly tasksOverdue: readonly TaskRecord[];
  /** Lanes that wait for operations. */
  readonly holdsOpen: readonly HoldRecord[];
  /** Received an hour ago and never registered: the start of the execution was lost, and nobody sent the form again. */
  readonly notStarted: readonly Subject[];
}

/** Seconds a new case or appeal has to be registered in; it usually takes two. */
const patience = 3600;

/**
 * Looks at one case as it stands at `now`. Every notice moves the promised date, so a passed one tells that none came; a
 * notice whose letter has not left by the date it was for is as late.
 */
export function findingsOf(file: CaseFile, now: Instant): Findings {
  const today = osloDate(now);
  const subjects: readonly Subject[] = [
    'application',
    ...file.appeals.map(({ number }) => `appeal-${number}` as const),
  ];
  return {
    noticesLate: subjects.filter(
      (subject) =>
        !isClockStopped(file, subject) && (promisedOn(file, subject) < today || hasUnsentNotice(file, subject, today)),
    ),
    tasksOverdue: file.tasks.filter((task) => isOverdue(file, task, now)),
    holdsOpen: file.holds.filter(({ state }) => state === 'open'),
    notStarted: subjects.filter((subject) => isLost(file, subject, now)),
  };
}

function hasUnsentNotice(file: CaseFile, subject: Subject, today: CalendarDate): boolean {
  const left = (key: string) =>
    file.letters.some((letter) => letter.kind === 'delay-notice' && letter.key === key && letter.dispatchedAt);
  return file.notices.some(
    (notice) => notice.subject === subject && notice.dueOn < today && !left(roundKey(subject, notice.round)),
  );
}

function isLost(file: CaseFile, subject: Subject, now: Instant): boolean {
  const { state, receivedAt } = appealOf(file, subject) ?? file.case;
  return state === 'received' && receivedAt < addSeconds(now, -patience);
}

function isOverdue(file: CaseFile, task: TaskRecord, now: Instant): boolean {
  if (task.state !== 'open' || isWithdrawn(file, task.subject)) return false;
  const askedBefore = file.tasks.some(
    ({ kind, subject, state }) => kind === task.kind && subject === task.subject && state === 'expired',
  );
  return askedBefore || task.expiresAt <= now;
}
