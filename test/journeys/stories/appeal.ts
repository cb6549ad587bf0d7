import assert from 'node:assert/strict';
import { osloDate } from '../../../functions/core/calendar.ts';
import type { Cast } from '../driver/cast.ts';
import { appeal, application, appoint, decide, ended, refusedThenAppealed, texts } from './acts.ts';

const applicant = 'applicant-1';

/** Refused, appealed, upheld by the municipality, forwarded; Statsforvalteren's outcome recorded. */
export async function refusedAppealed(cast: Cast): Promise<void> {
  await refusedThenAppealed(cast, applicant);
  const nynorsk = cast.municipality.language === 'nn';
  await cast.answer('reassessment', {
    choice: 'upheld',
    plan: 'refused',
    coordinator: 'refused',
    childCoordinator: 'not-applied',
    ...texts(cast),
    statement: nynorsk ? 'Kommunen held fast ved vedtaket.' : 'Kommunen holder fast ved vedtaket.',
  });
  await cast.answer('appeal-approval', { choice: 'approve' });
  await cast.openLetter(applicant, 'appeal-forwarded-copy');
  await cast.days(30);
  const decidedOn = osloDate(new Date(cast.now()).toISOString());
  await cast.answer('county-outcome', { choice: 'upheld', note: '', decidedOn });
  const { appeals } = await cast.file();
  assert.equal(appeals[0]?.county?.outcome, 'upheld');
  await ended(cast, 'closed', ['receipt', 'decision', 'appeal-receipt', 'appeal-forwarded', 'appeal-forwarded-copy']);
}

/** Refused, appealed, and changed in full by the municipality: a new decision with its own deadline. */
export async function appealReversed(cast: Cast): Promise<void> {
  await refusedThenAppealed(cast, applicant);
  await cast.answer('reassessment', {
    choice: 'changed',
    plan: 'granted',
    coordinator: 'granted',
    childCoordinator: 'not-applied',
    ...texts(cast),
    statement: '',
  });
  await cast.answer('appeal-approval', { choice: 'approve' });
  await cast.openLetter(applicant, 'appeal-decided');
  await appoint(cast);
  await cast.days(40);
  const { decisions } = await cast.file();
  assert.equal(decisions.at(-1)?.afterAppeal, 1);
  await ended(cast, 'closed', ['receipt', 'decision', 'appeal-receipt', 'appeal-decided', 'coordinator-appointed']);
}

/** An appeal over the wait, before any decision: found right and answered by a letter; the application goes on. */
export async function appealWithoutDecision(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await cast.days(10);
  await appeal(cast, applicant);
  await cast.answer('appeal-review', { choice: 'admissible', reason: '' });
  await cast.answer('reassessment', { choice: 'changed', ...texts(cast), statement: '' });
  await cast.answer('appeal-approval', { choice: 'approve' });
  await cast.openLetter(applicant, 'appeal-decided');
  const between = await cast.file();
  assert.deepEqual(between.decisions, []);
  assert.equal(between.appeals[0]?.state, 'concluded');
  await decide(cast, 'granted', 'granted');
  await cast.openLetter(applicant, 'decision');
  await appoint(cast);
  await cast.days(40);
  await ended(cast, 'closed', ['receipt', 'appeal-receipt', 'appeal-decided', 'decision', 'coordinator-appointed']);
}
