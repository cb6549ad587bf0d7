import { expect, test } from 'vitest';
import { DeliveryError } from '../../functions/core/errors.ts';
import { ok, type Result } from '../../functions/core/result.ts';
import { createContacts } from '../../functions/messages/contacts.ts';
import { printLetter } from '../../functions/messages/delivery.ts';
import { followUpLetters } from '../../functions/messages/unopened.ts';
import type { ShipmentFate, SvarUt } from '../../functions/platform/peers/svarut.ts';
import type { PrintedLetter } from '../../functions/platform/peers/svarut-forms.ts';
import { aCase, aLetter, aPerson } from '../support/builders.ts';
import { fakeMailer, fakeObjects, fakePaperEditions, fileIn, storeWith } from '../support/fakes.ts';

const now = '2026-12-02T09:10:00.000Z';
const { address: _, ...nowhere } = aPerson();

/** A letter on paper, an office that prints, and what both did. */
async function prepare(
  given: {
    readonly answer?: Result<string, 'no-account' | 'refused'>;
    readonly fate?: ShipmentFate | 'down';
    readonly person?: ReturnType<typeof aPerson>;
  } = {},
) {
  const letter = aLetter({ channel: 'paper' });
  const found = aCase({ state: 'notified', contact: 'paper', ...(given.person && { person: given.person }) });
  const store = await storeWith({ case: found, letters: [letter] });
  const printed: PrintedLetter[] = [];
  const svarUt: SvarUt = {
    print: async (_municipality, sent) => {
      printed.push(sent);
      return given.answer ?? ok('shipment-1');
    },
    send: async () => ok('shipment-2'),
    fate: async () => {
      if (given.fate === 'down') throw new DeliveryError('SvarUt: no answer');
      return given.fate ?? 'under-way';
    },
  };
  const mailer = fakeMailer();
  const objects = fakeObjects({ [letter.object]: 'pdf' });
  const paperEdition = fakePaperEditions(objects);
  const contacts = createContacts();
  const ports = { store, mailer, objects, svarUt, paperEdition, contacts, publicUrl: 'https://plan.example' };
  const print = async () => {
    const file = await fileIn(store);
    for (const each of file.letters) await printLetter(ports, { file, letter: each, now });
  };
  const look = async () => followUpLetters(ports, await fileIn(store), now);
  const shipment = async () => (await fileIn(store)).letters[0]?.shipment;
  return { ...ports, found, letter, printed, print, look, shipment };
}

test('a letter on paper goes to SvarUt once, under a title that tells nothing, and the post room is left alone', async () => {
  const at = await prepare();
  await at.print();
  await at.print();
  expect(at.printed).toHaveLength(1);
  expect(at.printed[0]).toMatchObject({
    reference: `${at.found.caseId}/decision-1`,
    title: 'Brev frå Gulen kommune',
    name: at.found.person.name,
    address: at.found.person.address,
  });
  expect(Buffer.from(at.printed[0]?.pdf ?? '').toString()).toBe('pdf');
  expect(await at.shipment()).toEqual({ id: 'shipment-1', at: now, state: 'sent' });
  expect(at.mailer.sent).toEqual([]);
});

test.each([
  ['no account', { answer: { ok: false, error: 'no-account' } }],
  ['a letter SvarUt refuses', { answer: { ok: false, error: 'refused' } }],
  ['no address', { person: nowhere }],
] as const)('the post room prints where there is %s', async (_what, given) => {
  const at = await prepare(given);
  await at.print();
  expect(at.mailer.sent.map(({ template }) => template)).toEqual(['print']);
  expect(await at.shipment()).toBeUndefined();
});

test('the daily look settles what was posted, once', async () => {
  const at = await prepare({ fate: 'delivered' });
  await at.print();
  for (const _ of [1, 2]) await at.look();
  expect(await at.shipment()).toMatchObject({ state: 'delivered' });
  const types = (await fileIn(at.store)).events.map(({ type }) => type);
  expect(types.filter((type) => type === 'shipment-delivered')).toHaveLength(1);
  expect(at.mailer.sent).toEqual([]);
});

test('a letter SvarUt could not deliver goes to the post room, once, and waits while nobody knows', async () => {
  const waiting = await prepare({ fate: 'under-way' });
  await waiting.print();
  await waiting.look();
  expect([await waiting.shipment(), waiting.mailer.sent]).toMatchObject([{ state: 'sent' }, []]);
  const failed = await prepare({ fate: 'failed' });
  await failed.print();
  for (const _ of [1, 2]) await failed.look();
  expect(await failed.shipment()).toMatchObject({ state: 'failed' });
  expect(failed.mailer.sent.map(({ key }) => key)).toEqual(['print-decision-1']);
  expect(failed.printed).toHaveLength(1);
  const down = await prepare({ fate: 'down' });
  await down.print();
  await expect(down.look()).rejects.toThrow('SvarUt: no answer');
  expect(await down.shipment()).toMatchObject({ state: 'sent' });
});

test('what was sent to another office and could not be delivered is the post room’s to send', async () => {
  const at = await prepare({ fate: 'failed' });
  const statement = aLetter({ kind: 'appeal-forwarded', key: 'a1-1', channel: 'forwarded', subject: 'appeal-1' });
  const shipment = { id: 'shipment-2', at: now, state: 'sent' } as const;
  const store = await storeWith({ case: at.found, letters: [{ ...statement, shipment }] });
  for (const _ of [1, 2]) await followUpLetters({ ...at, store }, await fileIn(store), now);
  expect(at.mailer.sent.map(({ key, template }) => [key, template])).toEqual([['forwarded-a1-1', 'forwarded']]);
  expect((await fileIn(store)).letters[0]?.shipment).toMatchObject({ state: 'failed' });
});
