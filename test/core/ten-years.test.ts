import { describe, expect, test } from 'vitest';
import type { LegalBasis } from '../../functions/core/case.ts';
import {
  answerDueOn,
  appealDeadline,
  costsClaimLastDay,
  defaultExpectedOn,
  isAppealInTime,
  isContactDataFresh,
  latestLateAppealOn,
  lostAppealLastDay,
  noticePlan,
  secondNotificationOn,
} from '../../functions/core/deadlines.ts';
import { type RuleSet, ruleSets } from '../../functions/core/rule-sets.ts';
import {
  instantAt,
  monthsAfter,
  openDaysFrom,
  rolled,
  rolledBack,
  tenYears,
  walk,
} from '../support/calendar-oracle.ts';

/** Every date of ten years against the walk of `calendar-oracle.ts`, which shares no code with the rules. */

const switchedOn = '2030-07-01';
const withNewAct = ruleSets.map((set): RuleSet => (set.act === 'fvl-2025' ? { ...set, from: switchedOn } : set));

/** The dates on which a rule and the walk disagree: none. */
function disagreements(
  rule: (date: string, index: number) => unknown,
  walked: (date: string, index: number) => unknown,
  dates = tenYears,
) {
  return dates.filter((date, index) => rule(date, index) !== walked(date, index));
}

test.each([
  ['the month to answer', answerDueOn, (date: string) => monthsAfter(date, 1)],
  ['the date nobody gave', defaultExpectedOn, (date: string) => rolled(monthsAfter(date, 1))],
  ['the claim for costs', costsClaimLastDay, (date: string) => rolled(walk(date, 21))],
  ['the appeal lost on its way', lostAppealLastDay, (date: string) => rolled(walk(date, 7))],
  ['the second notification', secondNotificationOn, (date: string) => walk(date, 7)],
  [
    'the year of a late appeal',
    (date: string) => latestLateAppealOn(instantAt(date, 12)),
    (date: string) => monthsAfter(date, 12),
  ],
] as const)('%s', (_what, rule, walked) => {
  expect(disagreements((date) => rule(date), walked)).toEqual([]);
});

test('the notice is out on the last working day on or before the date, and asked for that many working days earlier', () => {
  const days = (index: number) => 1 + (index % 15);
  expect(
    disagreements(
      (date, index) => {
        const { askAt, noticeAt } = noticePlan(answerDueOn(date), { askWorkingDaysBefore: days(index) });
        return `${askAt} ${noticeAt}`;
      },
      (date, index) => {
        const noticeOn = rolledBack(monthsAfter(date, 1));
        return `${instantAt(openDaysFrom(noticeOn, days(index), -1), 8)} ${instantAt(noticeOn, 10)}`;
      },
    ),
  ).toEqual([]);
});

test('contact data of the register serves for 18 months', () => {
  const last = (date: string) => isContactDataFresh(date, monthsAfter(date, 18));
  const after = (date: string) => isContactDataFresh(date, walk(monthsAfter(date, 18), 1));
  expect(
    disagreements(
      (date) => `${last(date)} ${after(date)}`,
      () => 'true false',
    ),
  ).toEqual([]);
});

describe.each([
  ['today', ruleSets, '9999-12-31', tenYears],
  // Until a month before it comes, the rules are those of today.
  [`with fvl 2025 from ${switchedOn}`, withNewAct, switchedOn, tenYears.filter((date) => date >= '2030-06-01')],
] as const)('the appeal, %s', (_which, sets, newActFrom, dates) => {
  const bases: readonly LegalBasis[] = ['health', 'social-services', 'nav'];
  /** By the table of domain.md § 3.8: four weeks on the health track, three on the others, in both acts. */
  const weeks = { health: 4, 'social-services': 3, nav: 3 };

  test('deadline by legal basis, on paper and electronically, with 3 to 15 days in the post', () => {
    // Neighbouring dates take another basis and number of days, so that each pair meets every part of the year.
    const given = (index: number) => ({ legalBasis: bases[index % 3] ?? 'nav', postalDays: 3 + (index % 13) });
    expect(
      disagreements(
        (date, index) => {
          const from = instantAt(date, 23);
          const digital = appealDeadline({ ...given(index), channel: 'digital', from }, sets);
          const paper = appealDeadline({ ...given(index), channel: 'paper', from }, sets);
          return `${digital.lastDay} ${paper.lastDay} ${paper.until}`;
        },
        (date, index) => {
          const { legalBasis, postalDays } = given(index);
          const days = 7 * weeks[legalBasis];
          const paper = rolled(walk(openDaysFrom(date, postalDays, 1), days));
          return `${rolled(walk(date, days))} ${paper} ${instantAt(walk(paper, 1), 0)}`;
        },
        dates,
      ),
    ).toEqual([]);
  });

  test('in time on paper by the postmark, electronically by arrival or, under the new act, by sending', () => {
    const judged = (lastDay: string) => {
      const deadline = { lastDay, until: '' };
      const [before, after] = [instantAt(lastDay, 23), instantAt(walk(lastDay, 1), 4)];
      return [
        isAppealInTime({ deadline, arrivedAt: before }, sets),
        isAppealInTime({ deadline, arrivedAt: after }, sets),
        isAppealInTime({ deadline, arrivedAt: after, postedOn: lastDay }, sets),
        isAppealInTime({ deadline, arrivedAt: after, postedOn: walk(lastDay, 1) }, sets),
        isAppealInTime({ deadline, arrivedAt: after, sentAt: before }, sets),
      ].join();
    };
    const walked = (date: string) => [true, false, true, false, date >= newActFrom].join();
    expect(disagreements(judged, walked, dates)).toEqual([]);
  });
});
