import assert from 'node:assert/strict';
import type { Cast } from '../driver/cast.ts';
import type { Values } from '../driver/page.ts';
import { application, appoint, assess, decide, ended, say } from './acts.ts';
import { isEven, letterSays, mailed, seesCase, shutOut } from './checks.ts';

/** What a child says in its own words. */
function childsWords(cast: Cast): string {
  return say(cast, 'Jeg vil være med når dere møtes om meg.', 'Eg vil vere med når de møtest om meg.');
}

/** What a parent types for the child `child`. */
function asParent(cast: Cast, child: 'child-12' | 'child-15', more: Values = {}): Values {
  return application(cast, {
    role: 'parent',
    submitterName: 'Anne Testperson',
    submitterEmail: cast.address('forelder'),
    personName: child === 'child-12' ? 'Nora Testperson' : 'Ida Testperson',
    personNationalId: cast.numberOf(child),
    childsView: childsWords(cast),
    otherParent: 'no',
    ...more,
  });
}

/**
 * A child of 12 (in Gjøvik of 15, where the municipality's page says «over 15 år»): the parent applies and consents, what
 * the child says is recorded with great weight and stands in the letter, and the child sees the case as a party (pbrl
 * §§ 3-1, 4-4, 6-5; IP-forskriften § 4).
 */
export async function minor12(cast: Cast): Promise<void> {
  const child = cast.municipality.slug === 'gjovik' ? 'child-15' : 'child-12';
  await cast.apply('parent', asParent(cast, child));
  const { case: found } = await cast.file();
  assert.equal(found.state, 'in-assessment');
  assert.equal(found.account.childsView, childsWords(cast));
  assert.deepEqual(
    found.consents.map(({ kind, given, by }) => [kind, given, by]),
    [
      ['plan', true, 'parent'],
      ['sharing', true, 'parent'],
    ],
  );
  await shutOut(cast, 'other-parent', 'relative');
  await seesCase(cast, child);
  const page = await cast.visitor(`${cast.slug}-caseworker`).open(await cast.taskLink('assessment'));
  assert.ok(page.text.includes(childsWords(cast)), 'the caseworker reads what the child says');
  await heard(cast);
  await cast.answer('approval', { choice: 'approve' });
  await letterSays(cast, 'decision', childsWords(cast));
  await cast.openLetter(child, 'decision');
  await cast.openLetter('parent', 'decision');
  await appoint(cast);
  await cast.days(40);
  await mailed(cast, { [cast.address('forelder')]: 3 });
  await ended(cast, 'closed', ['receipt', 'decision', 'coordinator-appointed']);
}

/** The assessment is not taken without the child's view; with it, it is. */
async function heard(cast: Cast): Promise<void> {
  await assert.rejects(assess(cast, 'granted', 'granted', { personsView: '' }), /assessment was not taken/);
  await assess(cast, 'granted', 'granted', { personsView: childsWords(cast) });
}

/**
 * Both with parental responsibility consent to a plan (pbrl § 4-4). In some municipalities the other parent answers late,
 * after the question was put again; in the others nobody answers, and the caseworker goes on with one, with the reason in
 * writing.
 */
export async function twoParents(cast: Cast): Promise<void> {
  const [one, other] = [cast.address('forelder'), cast.address('andre')];
  await cast.apply(
    'parent',
    asParent(cast, 'child-12', {
      otherParent: 'yes',
      otherParentName: 'Arne Testperson',
      otherParentNationalId: cast.numberOf('other-parent'),
      otherParentEmail: other,
    }),
  );
  const { case: found } = await cast.file();
  assert.equal(found.state, 'awaiting-consent', 'one of two is not enough');
  await seesCase(cast, 'other-parent');
  await shutOut(cast, 'relative');
  await cast.days(15);
  assert.equal((await cast.file()).tasks.filter(({ kind }) => kind === 'consent').length, 2, 'asked a second time');
  const asked = await cast.visitor('child-12').open(await cast.taskLink('consent'));
  assert.equal(asked.status, 403, 'a child of 12 does not answer for them');
  if (isEven(cast)) await answersLate(cast);
  else await goesOnWithOne(cast);
  await cast.answer('approval', { choice: 'approve' });
  for (const parent of ['parent', 'other-parent']) await cast.openLetter(parent, 'decision');
  await appoint(cast);
  await cast.days(40);
  for (const address of [one, other])
    assert.ok(
      (await cast.mailTo(address)).some(({ subject }) => subject),
      `${address} was told`,
    );
  const { letters } = await cast.file();
  assert.deepEqual([...new Set(letters.map(({ kind }) => kind))].slice(0, 2), ['receipt', 'consent-request']);
}

async function answersLate(cast: Cast): Promise<void> {
  await cast.answer('consent', { plan: 'yes', coordinator: 'yes', sharing: 'yes' }, 'other-parent');
  const { case: consented } = await cast.file();
  assert.equal(consented.state, 'in-assessment');
  const plan = consented.consents.filter(({ kind, given }) => kind === 'plan' && given).map(({ by }) => by);
  assert.deepEqual(plan.toSorted(), ['other-parent', 'parent']);
  await assess(cast, 'granted', 'granted', { personsView: childsWords(cast) });
}

async function goesOnWithOne(cast: Cast): Promise<void> {
  await cast.days(30);
  const view = { personsView: childsWords(cast) };
  await assert.rejects(assess(cast, 'granted', 'granted', view), /assessment was not taken/, 'not without a reason');
  const consentOverride = say(cast, 'Faren er i utlandet og svarer ikke.', 'Faren er i utlandet og svarer ikkje.');
  await assess(cast, 'granted', 'granted', { ...view, consentOverride });
  assert.equal((await cast.file()).case.consentOverride?.reason, consentOverride);
}

/**
 * Somebody of 17 consents alone; the parents get nothing (pbrl §§ 3-4, 4-3). In nynorsk municipalities she applies herself;
 * in the others a parent sends the form without a fullmakt, gets the receipt of what he sent, and is a party in nothing.
 */
export async function minor16(cast: Cast): Promise<void> {
  const parentSends = cast.municipality.language === 'nb';
  const [youth, parent] = [cast.address('ungdom'), cast.address('forelder')];
  const own = { personName: 'Sander Testperson', personEmail: youth };
  if (!parentSends) await cast.apply('youth-17', application(cast, own));
  else {
    const child = { personNationalId: cast.numberOf('youth-17') };
    const sender = { role: 'parent', submitterName: 'Anne Testperson', submitterEmail: parent };
    await cast.apply('parent', application(cast, { ...own, ...child, ...sender }));
    assert.deepEqual((await cast.file()).case.consents, [], 'a parent cannot consent for somebody of 17');
    assert.equal((await cast.visitor('parent').open(await cast.taskLink('consent'))).status, 404);
    await cast.answer('consent', { plan: 'yes', coordinator: 'yes', sharing: 'yes' }, 'youth-17');
  }
  const { case: found } = await cast.file();
  assert.equal(found.state, 'in-assessment');
  assert.deepEqual(
    found.consents.map(({ kind, given, by }) => [kind, given, by]),
    [
      ['plan', true, 'person'],
      ['sharing', true, 'person'],
    ],
  );
  await shutOut(cast, 'parent', 'other-parent');
  await decide(cast, 'granted', 'granted');
  await seesCase(cast, 'youth-17');
  await cast.openLetter('youth-17', 'decision');
  await appoint(cast);
  await cast.days(40);
  await shutOut(cast, 'parent', 'other-parent');
  await mailed(cast, parentSends ? { [parent]: 1, [youth]: 4 } : { [youth]: 3 });
  const request = parentSends ? (['consent-request'] as const) : [];
  await ended(cast, 'closed', ['receipt', ...request, 'decision', 'coordinator-appointed']);
}
