import assert from 'node:assert/strict';
import type { Cast } from '../driver/cast.ts';
import { application, appoint, decide, ended } from './acts.ts';
import { mailed, seesCase, shutOut } from './checks.ts';

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
