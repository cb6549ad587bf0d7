import assert from 'node:assert/strict';
import { addDays, addMonths, nextWorkingDay, osloDate, workingDaysAfter } from '../../../functions/core/calendar.ts';
import { formatDateWithWeekday } from '../../../functions/core/format.ts';
import type { Cast } from '../driver/cast.ts';
import { fillIn } from '../driver/page.ts';
import { appeal, application, appoint, decide, ended, reassess, say, untilAsked } from './acts.ts';
import { allOn, letterSays, mailed, today, written } from './checks.ts';

/**
 * A form that came on paper a week before staff registered it: the month runs from the day it came (fvl § 11 a), the scan
 * is kept, and every letter goes by post, with time for the post in the deadlines. An appeal on paper is in time by its
 * postmark (fvl § 30).
 */
export async function paper(cast: Cast): Promise<void> {
  const receivedOn = addDays(today(cast), -8);
  await registerOnPaper(cast, receivedOn);
  const { case: found, attachments, events } = await cast.file();
  assert.equal(found.channel, 'paper');
  assert.equal(found.receivedOn, receivedOn);
  assert.equal(found.dueOn, addMonths(receivedOn, 1), 'the month runs from the day it came');
  assert.equal(osloDate(found.registeredAt ?? ''), today(cast));
  assert.deepEqual(
    attachments.map(({ purpose, type }) => [purpose, type]),
    [['scan', 'application/pdf']],
  );
  assert.equal(events.find(({ type }) => type === 'received')?.actor.kind, 'staff');

  await untilAsked(cast, 'delay-reason', 32);
  await cast.answer('delay-reason', {
    reason: say(cast, 'Vi venter på svar fra fastlegen din.', 'Vi ventar på svar frå fastlegen din.'),
    expectedOn: addDays(today(cast), 28),
  });
  const [notice] = (await cast.file()).notices;
  assert.ok(osloDate(notice?.at ?? '') <= found.dueOn, 'the notice went out in time');
  await decide(cast, 'refused', 'granted');
  const { postalDays } = cast.municipality.deadlines;
  const lastDay = nextWorkingDay(addDays(workingDaysAfter(today(cast), postalDays), 28));
  await letterSays(cast, 'decision', written(cast, lastDay));
  await appoint(cast);
  await cast.until(`${lastDay}T12:00:00.000Z`);
  assert.equal(
    (await cast.file()).case.state,
    'notified',
    'open to the end of the deadline, with the days in the post',
  );
  await cast.days(4);
  await appealOnPaper(cast, lastDay);
  const [appealed] = (await cast.file()).appeals;
  assert.equal(appealed?.inTime, true, 'posted on the last day, it is in time whenever it comes');
  await cast.answer('appeal-review', { choice: 'admissible', reason: '' });
  await reassess(cast, 'changed', 'granted', 'granted');
  await cast.days(50);
  await allOn(cast, 'paper');
  await mailed(cast, {});
  const toPrint = (await cast.file()).messages.filter(({ template }) => template === 'print');
  assert.equal(toPrint.length, 6, 'the post room is told of each letter');
  const letters = ['receipt', 'delay-notice', 'decision', 'coordinator-appointed'] as const;
  await ended(cast, 'closed', [...letters, 'appeal-receipt', 'appeal-decided']);
}

/** The appeal came with the post: a caseworker registers it with its postmark and a scan. */
async function appealOnPaper(cast: Cast, postmarkedOn: string): Promise<void> {
  const staff = cast.visitor(`${cast.slug}-caseworker`);
  const path = `/${cast.slug}/staff/appeal`;
  const page = await staff.upload(await staff.open(path), pdf('Klage'));
  const { case: found } = await cast.file();
  const done = await staff.send(
    page,
    {
      caseNumber: found.caseNumber,
      nationalId: found.person.nationalId,
      by: 'person',
      about: 'decision',
      receivedOn: today(cast),
      postmarkedOn,
      text: say(cast, 'Jeg er ikke enig i vedtaket.', 'Eg er ikkje samd i vedtaket.'),
    },
    `[action="${path}"]:has([name="caseNumber"])`,
  );
  assert.match(done.url.pathname, /\/registered\//, done.text.slice(0, 500));
  await cast.settle();
}

function pdf(text: string): string {
  return `%PDF-1.7\n${text}\n%%EOF\n`;
}

/** A caseworker scans the form and enters what it says. */
async function registerOnPaper(cast: Cast, receivedOn: string): Promise<void> {
  const staff = cast.visitor(`${cast.slug}-caseworker`);
  const path = `/${cast.slug}/paper`;
  const begun = await staff.send(await staff.open(path), {}, '[action$="/start"]');
  await staff.upload(begun, pdf('Skjema'));
  const form = await staff.open(`${path}/form`);
  const values = application(cast, {
    receivedOn,
    postmarkedOn: addDays(receivedOn, -3),
    signedBy: 'person',
    personNationalId: cast.numberOf('applicant-1'),
    personEmail: '',
    personPhone: '',
    contact: 'paper',
  });
  const { action, fields } = fillIn(form, values, `[action="${path}/form"]`);
  fields.set('action', 'register');
  const { status, location, page } = await staff.post({ action, fields });
  assert.equal(status, 303, page.text.slice(0, 500));
  cast.goOnWith(location.split('/').at(-1) ?? '');
  await cast.settle();
}

/**
 * Nobody opens the decision: a second mail after a week, paper after another, and the deadline to appeal counts from the
 * paper (eFvf §§ 8, 11; pbrl § 7-5). An appeal that would have been late is in time.
 */
export async function secondNotification(cast: Cast): Promise<void> {
  const applicant = 'applicant-1';
  await cast.apply(applicant, application(cast));
  await decide(cast, 'granted', 'refused');
  const sentOn = today(cast);
  const decision = async () => (await cast.file()).letters.find(({ kind }) => kind === 'decision');
  await cast.days(6);
  assert.equal((await decision())?.secondNotificationAt, undefined, 'not before a week');
  await cast.days(2);
  assert.equal(osloDate((await decision())?.secondNotificationAt ?? ''), addDays(sentOn, 7));
  await cast.days(7);
  const letter = await decision();
  assert.equal(osloDate(letter?.paperAt ?? ''), addDays(sentOn, 14));
  const { messages } = await cast.file();
  const about = messages.filter(({ key }) => key.includes('decision-1'));
  assert.deepEqual(
    about.map(({ template }) => template),
    ['letter', 'letter-reminder', 'print'],
  );

  const fromMail = addDays(sentOn, 28);
  const { postalDays } = cast.municipality.deadlines;
  const fromPaper = addDays(workingDaysAfter(addDays(sentOn, 14), postalDays), 28);
  const onPaper = say(cast, 'Derfor får du det på papir', 'Difor får du det på papir');
  await letterSays(cast, 'decision', onPaper, formatDateWithWeekday(fromPaper, cast.municipality.language));
  await cast.until(`${addDays(fromMail, 3)}T09:00:00.000Z`);
  assert.equal((await cast.file()).case.state, 'notified', 'the first deadline ends nothing');
  await cast.until(`${fromPaper}T09:00:00.000Z`);
  await appeal(cast, applicant);
  const [first] = (await cast.file()).appeals;
  assert.equal(first?.inTime, true);
  const page = await cast.visitor(applicant).open(cast.casePath());
  await cast.visitor(applicant).send(page, { choice: 'withdraw' }, '[action$="/appeal/withdraw"]');
  await cast.settle();
  await ended(cast, 'closed', ['receipt', 'decision', 'appeal-receipt', 'withdrawal-confirmed']);
}

/** The caseworker asks the person for what is missing; the month runs on meanwhile (fvl §§ 11, 11 a). */
async function askForMissing(cast: Cast, person: string): Promise<void> {
  const { dueOn } = (await cast.file()).case;
  const missing = say(
    cast,
    'Vi mangler et brev fra Nav om tiltaket ditt.',
    'Vi manglar eit brev frå Nav om tiltaket ditt.',
  );
  await cast.answer('assessment', { choice: 'ask', missing, helpfulBy: addDays(today(cast), 10) });
  const { case: found, waits } = await cast.file();
  assert.equal(found.state, 'in-assessment');
  assert.equal(found.dueOn, dueOn);
  assert.equal(waits.findLast(({ name }) => name === 'clock')?.state, 'open', 'the clock goes on');
  await letterSays(cast, 'information-request', missing);
  await cast.openLetter(person, 'information-request');
}

/**
 * A plan under sosialtjenesteloven, asked about once for what is missing: three weeks to appeal, in the letter and in the
 * lane that waits for it (fvl § 29; sotjl § 28), not the four of pbrl § 7-5.
 */
export async function sotjlThreeWeeks(cast: Cast): Promise<void> {
  const applicant = 'applicant-1';
  await cast.apply(applicant, application(cast, { wishCoordinator: '' }));
  await askForMissing(cast, applicant);
  await decide(cast, 'granted', 'not-applied', { legalBasis: 'social-services' });
  assert.equal((await cast.file()).case.legalBasis, 'social-services');
  const lastDay = nextWorkingDay(addDays(today(cast), 21));
  await letterSays(cast, 'decision', written(cast, lastDay), say(cast, 'tre uker', 'tre veker'), '§ 29', '§ 28');
  const text = await cast.letterText('decision');
  assert.doesNotMatch(text, /fireuker|fireveker|§7-5/, 'nothing of the health track’s four weeks');
  await cast.openLetter(applicant, 'decision');
  await cast.until(`${lastDay}T12:00:00.000Z`);
  assert.equal((await cast.file()).case.state, 'notified', 'open on the last day');
  await cast.days(1);
  await ended(cast, 'closed', ['receipt', 'information-request', 'decision']);
}
