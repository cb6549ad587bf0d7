import assert from 'node:assert/strict';
import { addDays } from '../../../functions/core/calendar.ts';
import type { Cast } from '../driver/cast.ts';
import { appeal, application, appoint, decide, ended, say, texts } from './acts.ts';
import { letterSays, today, written } from './checks.ts';

const applicant = 'applicant-1';

/**
 * A plan that was granted is ended by a case of its own (fvl § 42): the person is warned, heard, told of the deferral, appeals
 * and asks for it; the end waits, the municipality changes its decision, and the right stands again.
 */
export async function rightEnded(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await decide(cast, 'granted', 'granted');
  await cast.openLetter(applicant, 'decision');
  await appoint(cast);
  await cast.days(40);
  const { case: first } = await cast.file();
  assert.equal(first.state, 'closed');
  const from = addDays(today(cast), 60);
  await beginToEnd(cast, from);

  const why = say(cast, 'Behovet er ikke langvarig lenger.', 'Behovet varer ikkje ved.');
  await letterSays(cast, 'receipt', first.caseNumber, why, written(cast, from));
  const { case: about } = await cast.file();
  assert.equal(about.state, 'in-assessment', 'nobody is asked for consent');
  const personsView = say(cast, 'Du vil beholde planen.', 'Du vil halde på planen.');
  await cast.answer('assessment', { rightChange: 'ended', ...texts(cast), personsView });
  await cast.answer('approval', { choice: 'approve' });
  await letterSays(
    cast,
    'decision',
    written(cast, from),
    say(cast, 'utsatt iverksetting', 'utsett iverksetjing'),
    '§ 42',
  );
  await letterSays(cast, 'decision', personsView, '§ 36');
  await cast.openLetter(applicant, 'decision');
  await firstCaseTells(cast, first.caseId, 'ended');
  assert.equal((await toldCoordinator(cast, first.caseNumber)).length, 1, 'the coordinator is told');

  await appeal(cast, applicant, { deferral: 'yes' });
  await cast.answer('appeal-review', { choice: 'admissible', reason: '', deferral: 'granted', deferralReason: '' });
  await letterSays(cast, 'deferral', say(cast, 'ikke satt i verk før', 'ikkje sett i verk før'), written(cast, from));
  await firstCaseTells(cast, first.caseId, 'deferred');
  assert.equal((await toldCoordinator(cast, first.caseNumber)).length, 2, 'the coordinator is told that it goes on');
  await cast.answer('reassessment', { choice: 'changed', rightChange: 'continued', ...texts(cast), statement: '' });
  await cast.answer('appeal-approval', { choice: 'approve' });
  await letterSays(cast, 'appeal-decided', say(cast, 'Retten går videre som før.', 'Retten går vidare som før.'));
  await firstCaseTells(cast, first.caseId, 'nothing');
  assert.equal(
    (await toldCoordinator(cast, first.caseNumber)).length,
    3,
    'the coordinator is told that the right stands',
  );
  await cast.days(50);
  await ended(cast, 'closed', ['receipt', 'decision', 'appeal-receipt', 'deferral', 'appeal-decided']);
}

/** A caseworker begins the case, from the page where staff begin. */
async function beginToEnd(cast: Cast, from: string): Promise<void> {
  const { case: first } = await cast.file();
  const staff = cast.visitor(`${cast.slug}-caseworker`);
  const path = `/${cast.slug}/staff/change`;
  const start = await staff.open(`/${cast.slug}/staff`);
  assert.equal(start.html(`a[href="${path}"]`).length, 1);
  const done = await staff.send(
    await staff.open(path),
    {
      ...{ caseNumber: first.caseNumber, nationalId: first.person.nationalId, right: 'plan', kind: 'end', from },
      why: say(cast, 'Behovet er ikke langvarig lenger.', 'Behovet varer ikkje ved.'),
    },
    `[action="${path}"]`,
  );
  assert.match(done.url.pathname, /\/registered\//, done.text.slice(0, 500));
  cast.goOnWith(done.url.pathname.split('/').at(-1) ?? '');
  await cast.settle();
}

/** What the case the right was granted in says of it. */
async function firstCaseTells(cast: Cast, caseId: string, told: 'ended' | 'deferred' | 'nothing'): Promise<void> {
  const { text } = await cast.visitor(applicant).open(`/${cast.slug}/cases/${caseId}`);
  assert.equal(text.includes(say(cast, 'Denne retten er avsluttet', 'Denne retten er avslutta')), told === 'ended');
  const deferred = say(cast, 'Denne retten skal avsluttes', 'Denne retten skal avsluttast');
  assert.equal(text.includes(deferred), told === 'deferred');
}

/** Mail to the coordinator about the case the right was granted in. */
async function toldCoordinator(cast: Cast, caseNumber: string) {
  const mails = await cast.mailTo(`koordinator.${cast.journey}.${cast.slug}@kommune.example`);
  return mails.filter(({ subject }) => subject.includes(caseNumber));
}
