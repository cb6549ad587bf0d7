import assert from 'node:assert/strict';
import { osloDate } from '../../../functions/core/calendar.ts';
import { formatDate } from '../../../functions/core/format.ts';
import type { LetterKind } from '../../../functions/core/letter-record.ts';
import type { CalendarDate } from '../../../functions/core/time.ts';
import { municipalities } from '../../../functions/municipalities/index.ts';
import type { Cast } from '../driver/cast.ts';

/** Where a story has two ways to go, each is played in some of the municipalities. */
export function isEven(cast: Cast): boolean {
  return municipalities.indexOf(cast.municipality) % 2 === 0;
}

/** Today on the moved clock, in Oslo. */
export function today(cast: Cast): CalendarDate {
  return osloDate(new Date(cast.now()).toISOString());
}

/** These see nothing of the case: not its pages or letters, nor that it is there (hol § 12-1). */
export async function shutOut(cast: Cast, ...people: readonly string[]): Promise<void> {
  const { case: found, letters } = await cast.file();
  const letter = letters.at(-1)?.sha256.slice(0, 16) ?? '';
  for (const person of people) {
    const browser = cast.visitor(person);
    for (const path of ['', `/letters/${letter}`, '/log', '/appeal']) {
      const page = await browser.open(cast.casePath(path));
      assert.equal(page.status, 404, `${person} at ${path}`);
      for (const secret of [found.person.name, found.caseNumber, found.account.needs])
        assert.ok(!page.text.includes(secret), `${person} is told of ${secret}`);
    }
    const list = await browser.open(`/${cast.slug}/cases`);
    assert.equal(list.html(`a[href*="/cases/${cast.caseId}"]`).length, 0, `${person} has the case in the list`);
  }
}

/** Who signs in finds the case in the list, and opens it. */
export async function seesCase(cast: Cast, person: string): Promise<void> {
  const browser = cast.visitor(person);
  const list = await browser.open(`/${cast.slug}/cases`);
  assert.equal(list.html(`a[href$="/cases/${cast.caseId}"]`).length, 1, `${person} has the case in the list`);
  assert.equal((await browser.open(cast.casePath())).status, 200, `${person} opens the case`);
}

/** The newest letter of a kind says all of this, however its lines are broken. */
export async function letterSays(cast: Cast, kind: LetterKind, ...words: readonly string[]): Promise<void> {
  const text = await cast.letterText(kind);
  for (const each of words) assert.ok(text.includes(each.replaceAll(/\s+/g, '')), `${kind} says «${each}»`);
}

/** A date as the letters of this story write it. */
export function written(cast: Cast, date: CalendarDate): string {
  return formatDate(date, cast.municipality.language);
}

/** So many neutral mails went to an address, and nobody but these and the municipality got any. */
export async function mailed(cast: Cast, counts: Readonly<Record<string, number>>): Promise<void> {
  const { messages } = await cast.file();
  const own = messages.map(({ recipient }) => recipient).filter((to) => to.endsWith('@innbygger.example'));
  const told: Record<string, number> = {};
  for (const to of own) told[to] = (told[to] ?? 0) + 1;
  assert.deepEqual(told, counts);
  for (const [to, count] of Object.entries(counts)) assert.equal((await cast.mailTo(to)).length, count, to);
}

/** Each letter of the case, dispatched on this channel. */
export async function allOn(cast: Cast, channel: 'digital' | 'paper'): Promise<void> {
  const { letters } = await cast.file();
  for (const letter of letters) assert.equal(letter.channel, channel, letter.kind);
}
