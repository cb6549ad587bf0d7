import { compareDates } from './calendar.ts';
import type { LegalBasis } from './case.ts';
import type { CalendarDate } from './time.ts';

/** What differs between the general administrative acts; the special law stands beside them ({@link specialRules}). */
export interface RuleSet {
  readonly act: 'fvl-1967' | 'fvl-2025';
  /** First day in force; undefined while the King in Council has not set one (domain.md § 2.4). */
  readonly from: CalendarDate | undefined;
  /** Weeks to appeal under the general act. Fvl 1967 § 29; fvl 2025 § 63. */
  readonly generalAppealWeeks: number;
  /**
   * When an electronic appeal is in time: it must have arrived (eFvf § 11), or it is enough to have sent it (fvl 2025
   * § 64).
   */
  readonly electronicAppealCountsFrom: 'arrival' | 'sending';
  /** Which act starts the appeal deadline of an electronic letter: both (eFvf § 11), or the notification (fvl 2025 § 63). */
  readonly electronicDecisionArrives: 'available-and-notified' | 'notified';
  /** May the first notice be left out when the receipt told the expected time? (fvl 1967 § 11 a; fvl 2025 § 17) */
  readonly receiptMayStandForNotice: boolean;
  /** What binds the municipality to tell of a further delay: Sivilombudet's practice, or the act (fvl 2025 § 17). */
  readonly furtherDelay: 'good-practice' | 'statutory';
  /** What binds the letter to name the caseworker and who is responsible (fvl 2025 § 59); ours always do. */
  readonly staffNamed: 'good-practice' | 'statutory';
}

const current: RuleSet = {
  act: 'fvl-1967',
  from: '1970-01-01',
  generalAppealWeeks: 3,
  electronicAppealCountsFrom: 'arrival',
  electronicDecisionArrives: 'available-and-notified',
  receiptMayStandForNotice: false,
  furtherDelay: 'good-practice',
  staffNamed: 'good-practice',
};

/** LOV-2025-06-20-81: adopted, not in force. Setting `from` to the date in the commencement decree turns it on. */
const adopted: RuleSet = {
  act: 'fvl-2025',
  from: undefined,
  generalAppealWeeks: 3,
  electronicAppealCountsFrom: 'sending',
  electronicDecisionArrives: 'notified',
  receiptMayStandForNotice: true,
  furtherDelay: 'statutory',
  staffNamed: 'statutory',
};

/** All known rule sets, newest first. */
export const ruleSets: readonly RuleSet[] = [adopted, current];

/** What an act of a field of its own says instead of the general act, for decisions under it. */
export interface SpecialRule {
  readonly act: 'pbrl';
  readonly legalBasis: LegalBasis;
  readonly from: CalendarDate;
  readonly appealWeeks: number;
}

/**
 * Pbrl § 7-5, since helse- og omsorgstjenesteloven came into force; before it the general act's three weeks applied.
 * Sosialtjenesteloven and Nav-loven say nothing else than the general act (domain.md § 2.1 "Other tracks").
 */
const specialRules: readonly SpecialRule[] = [
  { act: 'pbrl', legalBasis: 'health', from: '2012-01-01', appealWeeks: 4 },
];

/** The rules of the general act in force on a date. */
export function ruleSetOn(date: CalendarDate, sets: readonly RuleSet[] = ruleSets): RuleSet {
  return sets.find(({ from }) => from !== undefined && compareDates(from, date) <= 0) ?? current;
}

/** Weeks to appeal a decision under an act, made on a date: the special law's before the general act's. */
export function appealWeeks(legalBasis: LegalBasis, on: CalendarDate, sets: readonly RuleSet[] = ruleSets): number {
  const special = specialRules.find((rule) => rule.legalBasis === legalBasis && compareDates(rule.from, on) <= 0);
  return special?.appealWeeks ?? ruleSetOn(on, sets).generalAppealWeeks;
}

/**
 * What binds the municipality to send a delay notice on a date. `may-be-omitted` still lets it be sent, and the flow
 * always does: a notice too many harms nobody. `round` 1 is the first notice, later ones tell that a date slipped.
 */
export function noticeDuty(
  notice: { readonly round: number; readonly on: CalendarDate; readonly receiptToldTime: boolean },
  sets: readonly RuleSet[] = ruleSets,
): 'statutory' | 'good-practice' | 'may-be-omitted' {
  const rules = ruleSetOn(notice.on, sets);
  if (notice.round > 1) return rules.furtherDelay;
  return rules.receiptMayStandForNotice && notice.receiptToldTime ? 'may-be-omitted' : 'statutory';
}
