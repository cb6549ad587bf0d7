import { compareDates } from './calendar.ts';
import type { CalendarDate } from './time.ts';

/** What differs between the general administrative acts; the special law (pbrl § 7-5) stands beside them. */
export interface RuleSet {
  readonly act: 'fvl-1967' | 'fvl-2025';
  /** First day in force; undefined while the King in Council has not set one (domain.md § 2.4). */
  readonly from: CalendarDate | undefined;
  /** Weeks to appeal under the general act. Fvl 1967 § 29; fvl 2025 § 63. */
  readonly generalAppealWeeks: number;
  /** When an electronic appeal is in time: it must have arrived (eFvf § 11), or it is enough to have sent it (fvl 2025 § 64). */
  readonly electronicAppealCountsFrom: 'arrival' | 'sending';
}

const current: RuleSet = {
  act: 'fvl-1967',
  from: '1970-01-01',
  generalAppealWeeks: 3,
  electronicAppealCountsFrom: 'arrival',
};

/** LOV-2025-06-20-81: adopted, not in force. Setting `from` to the date in the commencement decree turns it on. */
const adopted: RuleSet = {
  act: 'fvl-2025',
  from: undefined,
  generalAppealWeeks: 3,
  electronicAppealCountsFrom: 'sending',
};

/** All known rule sets, newest first. */
export const ruleSets: readonly RuleSet[] = [adopted, current];

/** The rules in force on a date. */
export function ruleSetOn(date: CalendarDate, sets: readonly RuleSet[] = ruleSets): RuleSet {
  return sets.find(({ from }) => from !== undefined && compareDates(from, date) <= 0) ?? current;
}
