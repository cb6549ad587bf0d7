import type { DecidedChange, Outcomes } from './decision.ts';
import type { Staff } from './parties.ts';
import type { CalendarDate, Instant } from './time.ts';

/** How an appeal was dealt with by the municipality, then by Statsforvalteren (fvl §§ 33, 34). */
export const reassessmentOutcomes = ['changed', 'partly-changed', 'upheld'] as const;
export type ReassessmentOutcome = (typeof reassessmentOutcomes)[number];
export const countyOutcomes = ['upheld', 'changed', 'sent-back', 'dismissed', 'withdrawn'] as const;
export type CountyOutcome = (typeof countyOutcomes)[number];

/** What an appeal can be over: the decision in force, the follow-up that is given, or that no answer comes (pbrl § 7-2). */
export const appealTargets = ['decision', 'service', 'no-answer'] as const;
export type AppealTarget = (typeof appealTargets)[number];

/** The answer to the wish that a decision waits for the appeal (utsatt iverksetting); a no has reasons (fvl § 42). */
export interface Deferral {
  readonly granted: boolean;
  readonly reason: string;
}

/** What a human found of an appeal before it is dealt with (fvl §§ 30–33). */
export interface AppealReview {
  readonly admissible: boolean;
  /** It is a request for supervision, no appeal: sent on to Statsforvalteren (pbrl § 7-4). */
  readonly supervision?: true;
  /** When the appellant heard that an earlier appeal was lost; sent again within a week, it is in time (fvl § 30). */
  readonly heardLostOn?: CalendarDate;
  /** Absent when it was not asked for, or when there is nothing to defer. */
  readonly deferral?: Deferral;
  readonly reason: string;
  readonly by: Staff;
  readonly at: Instant;
}

/** One appeal, with what became of it step by step. */
export interface Appeal {
  readonly number: number;
  /** The decision appealed; 0 when the appeal is over the service or over no decision at all (pbrl § 7-2). */
  readonly decisionNumber: number;
  readonly by: 'person' | 'parent' | 'other-parent' | 'guardian' | 'attorney';
  /** What it is over; absent on appeals from before this was asked, which then were over `decisionNumber`. */
  readonly about?: AppealTarget;
  readonly text: string;
  readonly wantedChange: string;
  /** The appellant's words on why it comes late, when told; whether they suffice is for a human (fvl § 31). */
  readonly lateReason?: string;
  /** The decision is asked to wait until the appeal is decided (fvl § 42). */
  readonly deferralWanted?: true;
  /** `paper` for one that staff registered; absent for one over the service pages. */
  readonly channel?: 'paper';
  /** When staff registered it; it was received earlier. */
  readonly registeredAt?: Instant;
  /** The postmark of one on paper, when it can be read (fvl § 30). */
  readonly postmarkedOn?: CalendarDate;
  /** Of the form it came by, so that the same form is one appeal however often it is sent. */
  readonly submissionKey?: string;
  readonly receivedAt: Instant;
  readonly receivedOn: CalendarDate;
  readonly inTime: boolean;
  /** One month for the municipality's answer (fvl § 11 a for appeals). */
  readonly dueOn: CalendarDate;
  readonly expectedOn: CalendarDate;
  readonly state: AppealState;
  readonly review?: AppealReview;
  /** When a decision that waited for the appeal waited no longer, and stood (fvl § 42). */
  readonly deferralOverOn?: CalendarDate;
  readonly reassessment?: Reassessment;
  readonly approvedBy?: Staff;
  readonly forwardedAt?: Instant;
  readonly county?: {
    readonly outcome: CountyOutcome;
    readonly note: string;
    readonly decidedOn: CalendarDate;
    readonly at: Instant;
  };
}

/** Where an appeal stands; `forwarded` is with Statsforvalteren. */
export type AppealState =
  | 'received'
  | 'in-review'
  | 'in-reassessment'
  | 'in-approval'
  | 'forwarded'
  | 'concluded'
  | 'withdrawn';

/** The caseworker's reassessment of an appeal; `statement` goes to Statsforvalteren, with a copy to the appellant. */
export interface Reassessment {
  readonly round: number;
  readonly outcome: ReassessmentOutcome;
  /** All `not-applied` when the appeal concerns no decision. */
  readonly outcomes: Outcomes;
  /** In a case about a right the person has: what becomes of it; absent when the appeal concerns no decision. */
  readonly change?: DecidedChange;
  readonly facts: string;
  readonly reasons: string;
  readonly statement: string;
  readonly by: Staff;
  readonly at: Instant;
}
