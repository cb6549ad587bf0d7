import type { Appeal } from './appeal.ts';
import { isAnswered } from './case-state.ts';
import type { Subject } from './delay-notice.ts';
import type { CaseFile } from './records.ts';
import type { CalendarDate } from './time.ts';

/** The appeal a subject names; undefined for the application, or when there is no such appeal. */
export function appealOf(file: CaseFile, subject: Subject): Appeal | undefined {
  if (subject === 'application') return undefined;
  const number = Number(subject.slice('appeal-'.length));
  return file.appeals.find((appeal) => appeal.number === number);
}

/** True when the application, or the appeal, was withdrawn: every open question about it is void. */
export function isWithdrawn(file: CaseFile, subject: Subject): boolean {
  if (subject === 'application') return file.case.withdrawnAt !== undefined;
  return appealOf(file, subject)?.state === 'withdrawn';
}

/**
 * True when nobody waits for an answer any more, so the one-month notice is no longer due (fvl § 11 a, for appeals as
 * well). A decision whose letter has not left yet is no answer; an appeal is answered when concluded or forwarded.
 */
export function isClockStopped(file: CaseFile, subject: Subject): boolean {
  if (subject === 'application') return isAnswered(file.case.state);
  const state = appealOf(file, subject)?.state;
  return state === undefined || state === 'forwarded' || state === 'concluded' || state === 'withdrawn';
}

/** The date now promised for the answer to the application or the appeal. */
export function promisedOn(file: CaseFile, subject: Subject): CalendarDate {
  return appealOf(file, subject)?.expectedOn ?? file.case.expectedOn;
}
