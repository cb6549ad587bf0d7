import assert from 'node:assert/strict';
import type { Cast } from '../driver/cast.ts';
import { walkForm } from '../driver/form.ts';
import type { Values } from '../driver/page.ts';
import { application, appoint, decide, ended, say } from './acts.ts';
import { isEven, letterSays, mailed, seesCase, shutOut } from './checks.ts';

const scan = '%PDF-1.7\nFullmakt\n%%EOF\n';

/**
 * A fullmektig with a written fullmakt applies in his own name, never with the person's eID; a colleague of those who
 * decide may not (fvl § 12; eFvf § 10). The letters go to him and to the person, who keeps her own access when the
 * fullmakt has ended, and he has none.
 */
export async function fullmakt(cast: Cast): Promise<void> {
  const attorney = cast.address('fullmektig');
  const person = cast.address('person');
  const values = application(cast, {
    role: 'attorney',
    attorneyLawyer: 'no',
    attorneyEmployed: 'no',
    mandateKind: 'written',
    mandateUntil: '2027-02-10',
    mandate: say(cast, 'Skriftlig fullmakt av 5. januar 2027', 'Skriftleg fullmakt av 5. januar 2027'),
    submitterName: 'Fredrik Fullmektig',
    submitterEmail: attorney,
    personName: 'Magnhild Testperson',
    personNationalId: cast.numberOf('subject'),
    personEmail: person,
  });
  await refusedAsAttorneys(cast, values);
  await cast.apply('attorney', values, scan);
  const { case: found, attachments, events } = await cast.file();
  assert.equal(found.submitter?.nationalId, cast.numberOf('attorney'));
  assert.deepEqual(
    found.consents.map(({ by }) => by),
    ['attorney', 'attorney'],
  );
  assert.deepEqual(
    attachments.map(({ purpose, type }) => [purpose, type]),
    [['mandate', 'application/pdf']],
  );
  assert.equal(events.find(({ type }) => type === 'received')?.actor.name, 'Fredrik Fullmektig');

  const task = await cast.visitor(`${cast.slug}-caseworker`).open(await cast.taskLink('assessment'));
  assert.ok(task.html('a[href*="/attachments/"]').length > 0, 'the caseworker can read the fullmakt');
  await decide(cast, 'granted', 'granted');
  await letterSays(cast, 'decision', 'Fredrik Fullmektig', 'Magnhild Testperson');
  for (const party of ['attorney', 'subject']) await seesCase(cast, party);
  await shutOut(cast, 'relative', 'colleague');
  await cast.openLetter('attorney', 'decision');
  const opened = (await cast.file()).events.find(({ type }) => type === 'letter-opened');
  assert.equal(opened?.actor.name, 'Fredrik Fullmektig');
  const log = await cast.visitor('subject').open(cast.casePath('/log'));
  assert.ok(log.text.includes('Fredrik Fullmektig'), 'the person sees that the fullmektig has looked');
  await appoint(cast);
  await cast.days(40);
  await shutOut(cast, 'attorney');
  await seesCase(cast, 'subject');
  await mailed(cast, { [attorney]: 3, [person]: 3 });
  await ended(cast, 'closed', ['receipt', 'decision', 'coordinator-appointed']);
}

/** A colleague of those who decide is turned away with the reason; nobody is attorney with the person's own eID. */
async function refusedAsAttorneys(cast: Cast, values: Values): Promise<void> {
  const start = `/${cast.slug}/application`;
  const colleague = cast.visitor('colleague');
  const refused = await walkForm(colleague, start, { ...values, attorneyEmployed: 'yes' });
  assert.match(refused.url.pathname, /\/refused$/);
  assert.match(refused.text, /forvaltningslov(en|a) § 12/);
  assert.equal((await colleague.open(`/${cast.slug}/cases`)).html('main a[href*="/receipt/"]').length, 0);
  const borrowed = await walkForm(cast.visitor('subject'), start, values);
  assert.equal(borrowed.status, 422);
  assert.equal(borrowed.html('[role="alert"] a[href="#field-personNationalId"]').length, 1);
}

/**
 * A hospital or a health worker reports a need. The report starts the question of consent, not a refusal (IP-forskriften
 * §§ 5, 6); who reported gets a receipt and is shown nothing else, ever (hol § 12-1).
 */
export async function reportOfNeed(cast: Cast): Promise<void> {
  const hospital = isEven(cast);
  const reporter = cast.address('melder');
  const person = cast.address('person');
  const { url } = await cast.apply(
    'health-worker',
    application(cast, {
      role: hospital ? 'hospital' : 'health-worker',
      submitterName: 'Helge Helsearbeider',
      submitterOrganisation: hospital ? 'Prøvesykehuset' : 'Prøve legekontor',
      submitterEmail: reporter,
      personName: 'Magnhild Testperson',
      personNationalId: cast.numberOf('subject'),
      personEmail: person,
    }),
  );
  const { case: found, letters } = await cast.file();
  assert.equal(found.origin, hospital ? 'report-hospital' : 'report-health-worker');
  assert.equal(found.state, 'awaiting-consent');
  assert.deepEqual(found.consents, []);
  assert.deepEqual(
    letters.map(({ kind }) => kind),
    ['receipt', 'consent-request'],
  );
  await shutOut(cast, 'health-worker', 'applicant-2');
  const receipt = await cast.visitor('health-worker').open(url);
  const refused = await cast.visitor('health-worker').open(await cast.taskLink('consent'));
  assert.equal(refused.status, 404, 'who reported cannot consent');
  // Nobody opens the question: it comes on paper with a sheet to answer on, and can be answered on the web all the same.
  await cast.days(16);
  const onPaper = say(cast, 'Derfor får du det på papir', 'Difor får du det på papir');
  await letterSays(cast, 'consent-request', onPaper, 'Fyll ut svararket');
  await cast.answer('consent', { plan: 'yes', coordinator: 'yes', sharing: 'yes' });
  const { case: consented } = await cast.file();
  assert.deepEqual(
    consented.consents.map(({ kind, given, by }) => [kind, given, by]),
    [
      ['plan', true, 'person'],
      ['sharing', true, 'person'],
    ],
  );
  await decide(cast, 'granted', 'granted');
  await seesCase(cast, 'subject');
  await cast.openLetter('subject', 'decision');
  await appoint(cast);
  await shutOut(cast, 'health-worker');
  const later = await cast.visitor('health-worker').open(url);
  assert.equal(later.text, receipt.text, 'the receipt says no more than on the first day');
  await cast.days(40);
  await mailed(cast, { [reporter]: 1, [person]: 6 });
  await ended(cast, 'closed', ['receipt', 'consent-request', 'decision', 'coordinator-appointed']);
}

/**
 * Parents who expect a child with a need for long-term, coordinated services: the family's own right to a child
 * coordinator, which takes no consent to a plan (pbrl § 2-5 c; hol § 7-2 a).
 */
export async function childCoordinator(cast: Cast): Promise<void> {
  await cast.apply(
    'expecting',
    application(cast, {
      personName: 'Siri Testperson',
      wishPlan: '',
      wishCoordinator: '',
      wishChildCoordinator: 'yes',
      childCoordinatorFor: 'expected-child',
      needs: say(
        cast,
        'Vi venter et barn som får en alvorlig hjertefeil.',
        'Vi ventar eit barn som får ein alvorleg hjartefeil.',
      ),
    }),
  );
  const { case: found, tasks } = await cast.file();
  assert.equal(found.state, 'in-assessment', 'nobody is asked to consent to a plan');
  assert.equal(found.wishes.childCoordinatorFor, 'expected-child');
  assert.deepEqual(
    tasks.map(({ kind }) => kind),
    ['assessment'],
  );
  await decide(cast, 'not-applied', 'not-applied', { childCoordinator: 'granted' });
  await letterSays(
    cast,
    'decision',
    say(cast, 'Vedtak om barnekoordinator', 'Vedtak om barnekoordinator'),
    '§ 2-5 c',
    '§ 7-2 a',
  );
  await cast.openLetter('expecting', 'decision');
  await shutOut(cast, 'parent');
  await appoint(cast);
  await letterSays(
    cast,
    'coordinator-appointed',
    say(cast, 'Barnekoordinator er oppnevnt', 'Barnekoordinator er oppnemnd'),
  );
  await cast.days(40);
  const { decisions } = await cast.file();
  assert.deepEqual(decisions[0]?.outcomes, {
    plan: 'not-applied',
    coordinator: 'not-applied',
    childCoordinator: 'granted',
  });
  await ended(cast, 'closed', ['receipt', 'decision', 'coordinator-appointed']);
}
