import assert from 'node:assert/strict';
import { osloDate } from '../../../functions/core/calendar.ts';
import type { Cast } from '../driver/cast.ts';
import { application, appoint, assess, ended, untilAsked } from './acts.ts';

const applicant = 'applicant-1';

/**
 * The decision letter cannot be rendered. The case is held with a named error while the month passes and the delay
 * notice still goes out in time; operations retry, and the decision is sent.
 */
export async function held(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await assess(cast, 'granted', 'granted');
  await cast.observer.setFault(cast.caseId, true);
  await cast.answer('approval', { choice: 'approve' });
  await cast.days(1);
  const broken = await cast.file();
  assert.equal(broken.holds[0]?.error, 'LetterRenderingError');
  assert.equal(broken.case.state, 'decided');
  assert.ok(!broken.letters.some((letter) => letter.kind === 'decision'), 'no broken letter leaves');

  await untilAsked(cast, 'delay-reason', 32);
  await cast.days(12);
  const late = await cast.file();
  assert.ok(osloDate(late.notices[0]?.at ?? '') <= late.case.dueOn, 'the notice went out in time');
  assert.ok(late.letters.some((letter) => letter.kind === 'delay-notice' && letter.dispatchedAt));

  await cast.observer.setFault(cast.caseId, false);
  await retryHold(cast);
  await cast.openLetter(applicant, 'decision');
  await appoint(cast);
  await cast.days(40);
  await ended(cast, 'closed', ['receipt', 'delay-notice', 'decision', 'coordinator-appointed']);
}

async function retryHold(cast: Cast): Promise<void> {
  const operator = cast.visitor(`${cast.slug}-operations`);
  const page = await operator.open(`/operations/holds/${cast.caseId}`);
  const done = await operator.send(page, { action: 'retry' });
  assert.ok(done.status < 400, `retry was not taken: ${done.text.slice(0, 300)}`);
  await cast.settle();
}
