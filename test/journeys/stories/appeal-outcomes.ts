import assert from 'node:assert/strict';
import type { CountyOutcome } from '../../../functions/core/appeal.ts';
import { addDays, nextWorkingDay, osloDate } from '../../../functions/core/calendar.ts';
import { answerDueOn, costsClaimLastDay } from '../../../functions/core/deadlines.ts';
import type { Cast } from '../driver/cast.ts';
import type { Values } from '../driver/page.ts';
import { appeal, application, appoint, decide, ended, reassess, refusedThenAppealed, say, untilAsked } from './acts.ts';
import { isEven, letterSays, today, written } from './checks.ts';

const applicant = 'applicant-1';

/** Statsforvalteren's answer, some days after it was asked. */
async function countyAnswers(cast: Cast, days: number, choice: CountyOutcome, more: Values = {}): Promise<void> {
  await cast.days(days);
  const note = 'Det er lagt vekt på at behovet varer.';
  await cast.answer('county-outcome', { choice, note, decidedOn: today(cast), ...more });
}

/**
 * Changed in part: a new decision with its own deadline and word of costs, while the rest goes to Statsforvalteren, whose
 * answer joins it: what the municipality gave itself stands (fvl §§ 33, 34, 36).
 */
export async function appealInPart(cast: Cast): Promise<void> {
  await refusedThenAppealed(cast, applicant);
  await reassess(cast, 'partly-changed', 'refused', 'granted');
  const newDeadline = nextWorkingDay(addDays(today(cast), 28));
  await letterSays(
    cast,
    'appeal-decided',
    written(cast, newDeadline),
    written(cast, costsClaimLastDay(today(cast))),
    '§ 36',
  );
  await cast.openLetter(applicant, 'appeal-decided');
  await cast.openLetter(applicant, 'appeal-forwarded-copy');
  const forwarded = await cast.file();
  assert.equal(forwarded.appeals[0]?.state, 'forwarded');
  assert.deepEqual(
    forwarded.decisions.map(({ number, madeBy, outcomes }) => [number, madeBy, outcomes.plan, outcomes.coordinator]),
    [
      [1, 'municipality', 'refused', 'refused'],
      [2, 'municipality', 'refused', 'granted'],
    ],
  );
  await appoint(cast);
  // In some municipalities before the new deadline to appeal is over, in the others after it.
  await countyAnswers(cast, isEven(cast) ? 12 : 30, 'changed', { plan: 'granted', coordinator: 'refused' });
  const joined = await cast.file();
  const { number, madeBy, outcomes } = joined.decisions.at(-1) ?? {};
  assert.deepEqual(
    [number, madeBy, outcomes?.plan, outcomes?.coordinator],
    [3, 'county-governor', 'granted', 'granted'],
  );
  assert.equal(joined.case.decisionNumber, 3);
  await cast.days(40);
  await ended(cast, 'closed', [
    'receipt',
    'decision',
    'appeal-receipt',
    'appeal-decided',
    'appeal-forwarded',
    'appeal-forwarded-copy',
    'coordinator-appointed',
  ]);
}

/**
 * Statsforvalteren sets the decision aside and sends the case back: the municipality's month begins anew, and is watched
 * as the first was (fvl §§ 34, 11 a).
 */
export async function sentBack(cast: Cast): Promise<void> {
  await refusedThenAppealed(cast, applicant);
  await reassess(cast, 'upheld', 'refused', 'refused');
  await cast.openLetter(applicant, 'appeal-forwarded-copy');
  await countyAnswers(cast, 30, 'sent-back');
  const back = await cast.file();
  const [found] = back.appeals;
  assert.equal(found?.county?.outcome, 'sent-back');
  assert.equal(found?.state, 'in-reassessment');
  assert.equal(found?.dueOn, answerDueOn(today(cast)), 'a month from the day it came back');
  await untilAsked(cast, 'delay-reason', 32);
  const expectedOn = addDays(today(cast), 28);
  await cast.answer('delay-reason', {
    reason: say(cast, 'Vi henter inn en ny uttalelse fra legen din.', 'Vi hentar inn ei ny fråsegn frå legen din.'),
    expectedOn,
  });
  await cast.openLetter(applicant, 'delay-notice');
  const [notice] = (await cast.file()).notices;
  assert.equal(notice?.subject, 'appeal-1');
  assert.ok(osloDate(notice?.at ?? '') <= (found?.dueOn ?? ''), 'the notice went out in time');
  await reassess(cast, 'changed', 'granted', 'granted');
  await cast.openLetter(applicant, 'appeal-decided');
  await appoint(cast);
  await cast.days(40);
  assert.equal((await cast.file()).decisions.at(-1)?.afterAppeal, 1);
  await ended(cast, 'closed', [
    'receipt',
    'decision',
    'appeal-receipt',
    'appeal-forwarded',
    'appeal-forwarded-copy',
    'delay-notice',
    'appeal-decided',
    'coordinator-appointed',
  ]);
}

/**
 * An appeal a day late goes to a human, never to a machine. In some municipalities it is taken up, with the reason (fvl
 * § 31); in the others it is dismissed, and that is a decision which can itself be appealed (fvl §§ 2, 28).
 */
export async function lateAppeal(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await decide(cast, 'refused', 'refused');
  await cast.openLetter(applicant, 'decision');
  const lastDay = nextWorkingDay(addDays(today(cast), 28));
  await letterSays(cast, 'decision', written(cast, lastDay));
  await cast.until(`${addDays(lastDay, 1)}T09:00:00.000Z`);
  await appeal(cast, applicant);
  const { case: found, appeals, letters } = await cast.file();
  assert.equal(appeals[0]?.inTime, false);
  assert.equal(found.state, 'appealed');
  assert.deepEqual(
    letters.map(({ kind }) => kind),
    ['receipt', 'decision', 'appeal-receipt'],
    'nothing but the receipt before a human has looked',
  );
  if (isEven(cast)) await takenUp(cast);
  else await dismissed(cast);
}

async function takenUp(cast: Cast): Promise<void> {
  const reason = say(
    cast,
    'Søkeren lå på sykehus da fristen gikk ut.',
    'Søkjaren låg på sjukehus då fristen gjekk ut.',
  );
  await cast.answer('appeal-review', { choice: 'admissible', reason });
  assert.equal((await cast.file()).appeals[0]?.review?.reason, reason);
  await reassess(cast, 'changed', 'granted', 'granted');
  await cast.openLetter(applicant, 'appeal-decided');
  await appoint(cast);
  await cast.days(40);
  await ended(cast, 'closed', ['receipt', 'decision', 'appeal-receipt', 'appeal-decided', 'coordinator-appointed']);
}

async function dismissed(cast: Cast): Promise<void> {
  const reason = say(cast, 'Klagen kom etter fristen, uten grunn.', 'Klaga kom etter fristen, utan grunn.');
  await cast.answer('appeal-review', { choice: 'inadmissible', reason });
  const newLastDay = nextWorkingDay(addDays(today(cast), 28));
  await letterSays(cast, 'appeal-decided', reason, written(cast, newLastDay));
  await letterSays(cast, 'appeal-decided', say(cast, 'Du kan klage på avvisningen', 'Du kan klage på avvisinga'));
  await cast.openLetter(applicant, 'appeal-decided');
  await cast.days(20);
  await appeal(cast, applicant);
  const [first, second] = (await cast.file()).appeals;
  assert.equal(first?.state, 'concluded');
  assert.equal(second?.inTime, true, 'the dismissal has a deadline of its own');
  await cast.answer('appeal-review', { choice: 'admissible', reason: '' });
  await reassess(cast, 'upheld', 'refused', 'refused');
  await cast.openLetter(applicant, 'appeal-forwarded-copy');
  await countyAnswers(cast, 30, 'upheld');
  const letters = [
    'appeal-receipt',
    'appeal-receipt',
    'appeal-decided',
    'appeal-forwarded',
    'appeal-forwarded-copy',
  ] as const;
  await ended(cast, 'closed', ['receipt', 'decision', ...letters]);
}
