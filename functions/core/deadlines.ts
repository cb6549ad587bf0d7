import {
  addMonths,
  addWeeks,
  atOslo,
  compareDates,
  endOfDay,
  lastWorkingDayOnOrBefore,
  nextWorkingDay,
  osloDate,
  workingDaysAfter,
  workingDaysBefore,
} from './calendar.ts';
import type { LegalBasis } from './case.ts';
import { appealWeeks, type RuleSet, ruleSetOn, ruleSets } from './rule-sets.ts';
import type { CalendarDate, Instant } from './time.ts';

/** When a delay notice is prepared and sent. */
export interface NoticeRules {
  /** Working days between asking for the reason and the notice. */
  readonly askWorkingDaysBefore: number;
  /** Clock time in Oslo to ask; 08:00 unless told. */
  readonly askTime?: string;
  /** Clock time in Oslo to send; 10:00 unless told, so that a failure can be mended before the day ends. */
  readonly noticeTime?: string;
}

/** Working days a letter on paper is reckoned to need when the municipality says nothing else. */
export const defaultPostalDays = 5;

/**
 * The date before which an answer or a delay notice must be out: one calendar month after receipt (fvl § 11 a third
 * ledd, domstolloven § 148). Not rolled to a working day: § 149 may not govern an authority's own duty (domain.md § 3.1).
 */
export function answerDueOn(receivedOn: CalendarDate): CalendarDate {
  return addMonths(receivedOn, 1);
}

/** When to ask for the reason of a delay and when its notice goes out: on the last working day on or before the date. */
export function noticePlan(
  expectedOn: CalendarDate,
  rules: NoticeRules,
): { readonly askAt: Instant; readonly noticeAt: Instant } {
  const noticeOn = lastWorkingDayOnOrBefore(expectedOn);
  const askOn = workingDaysBefore(noticeOn, rules.askWorkingDaysBefore);
  return {
    askAt: atOslo(askOn, rules.askTime ?? '08:00'),
    noticeAt: atOslo(noticeOn, rules.noticeTime ?? '10:00'),
  };
}

/** The new date of a notice nobody gave one for: a calendar month on, moved to a working day. */
export function defaultExpectedOn(from: CalendarDate): CalendarDate {
  return nextWorkingDay(addMonths(from, 1));
}

/** The start of an appeal deadline. */
export interface AppealStart {
  readonly legalBasis: LegalBasis;
  readonly channel: 'digital' | 'paper';
  /** Digital: when the letter was available and its notification sent (eFvf § 11). Paper: when it was posted. */
  readonly from: Instant;
  /** Working days in the post; only for paper. {@link defaultPostalDays} unless told. */
  readonly postalDays?: number;
}

/** An appeal deadline. */
export interface AppealDeadline {
  /** The last day to appeal, always a working day. */
  readonly lastDay: CalendarDate;
  /** The end of `lastDay` in Oslo, exclusive: at this instant the deadline is over. */
  readonly until: Instant;
}

/**
 * The last day to appeal: four weeks (pbrl § 7-5), or three for a decision under sosialtjenesteloven or Nav-loven (fvl
 * § 29), moved to a working day (fvl § 30, domstolloven §§ 148–149). An estimate to be treated generously: what counts
 * is sufficient knowledge, and a late appeal always goes to a human (fvl § 31).
 */
export function appealDeadline(
  { legalBasis, channel, from, postalDays }: AppealStart,
  sets: readonly RuleSet[] = ruleSets,
): AppealDeadline {
  const sentOn = osloDate(from);
  const startOn = channel === 'paper' ? workingDaysAfter(sentOn, postalDays ?? defaultPostalDays) : sentOn;
  const lastDay = nextWorkingDay(addWeeks(startOn, appealWeeks(legalBasis, sentOn, sets)));
  return { lastDay, until: endOfDay(lastDay) };
}

/** An appeal as it reached the municipality. */
export interface AppealArrival {
  readonly deadline: AppealDeadline;
  readonly arrivedAt: Instant;
  /** Electronic: when it was sent, if known. */
  readonly sentAt?: Instant;
  /** Paper: the day it was handed to the postal operator (postmark). */
  readonly postedOn?: CalendarDate;
}

/**
 * Is the appeal in time? On paper it is enough to have handed it to the post (fvl § 30); electronically it must have
 * arrived at the designated address (eFvf § 11). False never means dismissed: a human judges (fvl § 31).
 */
export function isAppealInTime(
  { deadline, arrivedAt, sentAt, postedOn }: AppealArrival,
  sets: readonly RuleSet[] = ruleSets,
): boolean {
  if (postedOn !== undefined && compareDates(postedOn, deadline.lastDay) <= 0) return true;
  const rules = ruleSetOn(deadline.lastDay, sets);
  const counted = rules.electronicAppealCountsFrom === 'sending' ? (sentAt ?? arrivedAt) : arrivedAt;
  return compareDates(osloDate(counted), deadline.lastDay) <= 0;
}

/** The last day a late appeal can be taken up at all: one year after the decision was made (fvl § 31). */
export function latestLateAppealOn(decidedAt: Instant): CalendarDate {
  return addMonths(osloDate(decidedAt), 12);
}

/**
 * The last day to claim costs after a decision was changed in the person's favour, from the day the person heard of it
 * (fvl § 36). Moved to a working day like the deadline to appeal, to the person's good.
 */
export function costsClaimLastDay(toldOn: CalendarDate): CalendarDate {
  return nextWorkingDay(addWeeks(toldOn, 3));
}

/** The last day to send an appeal again that was lost on its way, from the day its sender heard of it (fvl § 30). */
export function lostAppealLastDay(heardOn: CalendarDate): CalendarDate {
  return nextWorkingDay(addWeeks(heardOn, 1));
}

/** The day from which an unopened letter is notified once more: a week after the first notification (eFvf § 8). */
export function secondNotificationOn(notifiedOn: CalendarDate): CalendarDate {
  return addWeeks(notifiedOn, 1);
}

/**
 * May contact data from the national register (KRR) still be used to notify? Not once 18 months have passed since it was
 * updated or confirmed: the person then counts as somebody without digital contact (eFvf § 32).
 */
export function isContactDataFresh(confirmedOn: CalendarDate, on: CalendarDate): boolean {
  return compareDates(on, addMonths(confirmedOn, 18)) <= 0;
}
