import type { Staff } from './parties.ts';
import type { CalendarDate, Instant } from './time.ts';

/** The rights, each applied for and decided separately (pbrl §§ 2-5, 2-5 b, 2-5 c). */
export const rights = ['plan', 'coordinator', 'childCoordinator'] as const;
export type Right = (typeof rights)[number];

/** What becomes of a right somebody has; `continued`: it goes on unchanged, and nothing is taken away. */
export const rightChangeOutcomes = ['ended', 'changed', 'continued'] as const;
export type RightChangeOutcome = (typeof rightChangeOutcomes)[number];

/**
 * The decision about a right somebody has, beside its outcome: `refused` where it is ended and `granted` where it goes on,
 * so that whoever reads the outcomes alone is right about what is in force.
 */
export interface DecidedChange {
  readonly outcome: RightChangeOutcome;
  /** From when an end or a change is carried out. */
  readonly from: CalendarDate;
}

/** The outcome for one right. `not-applied`: not asked for; `declined`: the person does not want it. */
export const rightOutcomes = ['granted', 'refused', 'declined', 'not-applied'] as const;
export type RightOutcome = (typeof rightOutcomes)[number];
/** What is decided for each right. */
export type Outcomes = Readonly<Record<Right, RightOutcome>>;

/** The caseworker's proposal; one per round of assessment (fvl § 25 standard, domain.md § 2.3). */
export interface Assessment {
  readonly round: number;
  readonly outcomes: Outcomes;
  /** Facts relied on. */
  readonly facts: string;
  /** Main considerations; required when anything is not granted in full. */
  readonly reasons: string;
  /** What the person, and the child, said (pbrl § 3-1; IP-forskriften § 4). */
  readonly personsView: string;
  readonly assessedBy: Staff;
  readonly at: Instant;
  /** In a case about a right the person has. */
  readonly change?: DecidedChange;
}

/** A final decision («vedtak»), never changed afterwards. */
export interface Decision {
  readonly number: number;
  readonly outcomes: Outcomes;
  readonly facts: string;
  readonly reasons: string;
  readonly personsView: string;
  readonly assessedBy: Staff;
  readonly approvedBy: Staff;
  readonly decidedAt: Instant;
  /** Set for a decision that follows an appeal; its number. */
  readonly afterAppeal?: number;
  /** `county-governor` when Statsforvalteren changed the decision. */
  readonly madeBy: 'municipality' | 'county-governor';
  /** In a case about a right the person has; absent on what an appeal led to. */
  readonly change?: DecidedChange;
}
