import type { CalendarDate, Instant } from './time.ts';

/** One delay notice, original or extended, of the application or of an appeal (fvl § 11 a; lessons.md on kabal). */
export interface DelayNotice {
  /** `application` or `appeal-<n>`. */
  readonly subject: Subject;
  /** 1, 2, … within the subject. */
  readonly round: number;
  /** `caseworker` when a person gave the reason, `case-state` when nobody did and the case's own state is told. */
  readonly reasonFrom: 'caseworker' | 'case-state';
  /** The caseworker's words; empty for `case-state`. */
  readonly reason: string;
  /** What the case is waiting for, used when nobody gave a reason. */
  readonly waitingFor: 'consent' | 'assessment' | 'approval' | 'letter';
  /** The date that could not be kept. */
  readonly dueOn: CalendarDate;
  readonly expectedOn: CalendarDate;
  readonly at: Instant;
  /** The first of its subject, or one more because a promised date slipped. Absent before this was kept: see `round`. */
  readonly kind?: 'original' | 'extended';
  /** The letter that told it, once it has left, and to whom and how. */
  readonly letterId?: string;
  readonly recipients?: readonly NoticeRecipient[];
}

/** Whom a notice went to; never a name or an address. */
export interface NoticeRecipient {
  readonly role: 'person' | 'representative' | 'other-parent' | 'submitter';
  readonly channel: 'digital' | 'paper';
}

/** What a deadline, task or letter is about. */
export type Subject = 'application' | `appeal-${number}`;
