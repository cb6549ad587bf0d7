import assert from 'node:assert/strict';
import { addDays, osloDate } from '../../../functions/core/calendar.ts';
import type { Cast } from '../driver/cast.ts';
import { application, appoint, decide, ended, untilAsked } from './acts.ts';

const applicant = 'applicant-1';

/** Plan and coordinator granted; to the closing after the appeal deadline. */
export async function granted(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await decide(cast, 'granted', 'granted');
  await cast.openLetter(applicant, 'decision');
  await appoint(cast);
  await cast.days(40);
  await ended(cast, 'closed', ['receipt', 'decision', 'coordinator-appointed']);
}

/** The month is not enough; a caseworker says why and when. */
export async function delayed(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await untilAsked(cast, 'delay-reason', 32);
  const nynorsk = cast.municipality.language === 'nn';
  await cast.answer('delay-reason', {
    reason: nynorsk ? 'Vi ventar på svar frå fastlegen din.' : 'Vi venter på svar fra fastlegen din.',
    expectedOn: addDays(osloDate(new Date(cast.now()).toISOString()), 28),
  });
  await cast.openLetter(applicant, 'delay-notice');
  await decide(cast, 'granted', 'granted');
  await cast.openLetter(applicant, 'decision');
  await appoint(cast);
  await cast.days(40);
  const { case: found, notices } = await cast.file();
  assert.equal(notices[0]?.reasonFrom, 'caseworker');
  assert.ok(osloDate(notices[0]?.at ?? '') <= found.dueOn, 'the notice went out in time');
  await ended(cast, 'closed', ['receipt', 'delay-notice', 'decision', 'coordinator-appointed']);
}

/** Nobody gives a reason: the notice goes out in time all the same, and the leader is told. */
export async function delayedSilent(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  await untilAsked(cast, 'delay-reason', 32);
  await cast.days(12);
  const { case: found, notices, messages } = await cast.file();
  assert.equal(notices[0]?.reasonFrom, 'case-state');
  assert.ok(osloDate(notices[0]?.at ?? '') <= found.dueOn, 'the notice went out in time');
  assert.ok(messages.some((message) => message.template === 'leader-told'));
  await decide(cast, 'granted', 'granted');
  await cast.openLetter(applicant, 'decision');
  await appoint(cast);
  await cast.days(40);
  await ended(cast, 'closed', ['receipt', 'delay-notice', 'decision', 'coordinator-appointed']);
}

/** A relative applies; the person declines the plan and wants a coordinator. */
export async function consent(cast: Cast): Promise<void> {
  await cast.apply(
    'relative',
    application(cast, {
      role: 'relative',
      personName: 'Jon Prøvemann',
      personNationalId: cast.numberOf('subject'),
      submitterName: 'Liv Pårørende',
      submitterEmail: `parorande.${cast.journey}.${cast.slug}@innbygger.example`,
    }),
  );
  await cast.answer('consent', { plan: 'no', coordinator: 'yes', sharing: 'yes' });
  await decide(cast, 'declined', 'granted');
  await cast.openLetter('subject', 'decision');
  await appoint(cast);
  await cast.days(40);
  await ended(cast, 'closed', ['receipt', 'consent-request', 'decision', 'coordinator-appointed']);
}

/** The applicant withdraws while the case is assessed. */
export async function withdrawn(cast: Cast): Promise<void> {
  await cast.apply(applicant, application(cast));
  const browser = cast.visitor(applicant);
  const page = await browser.open(cast.casePath());
  const action = page.html('form[action$="/withdraw"], a[href$="/withdraw"]').first();
  const form = action.is('a') ? await browser.open(action.attr('href') ?? '') : page;
  const done = await browser.send(form, { choice: 'withdraw' });
  assert.ok(done.status < 400, `withdrawal was not taken: ${done.text.slice(0, 300)}`);
  await cast.settle();
  await ended(cast, 'closed', ['receipt', 'withdrawal-confirmed']);
}
