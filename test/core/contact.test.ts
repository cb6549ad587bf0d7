import { expect, test } from 'vitest';
import { contactFor, type RegisterAnswer } from '../../functions/core/contact.ts';

const on = '2026-12-01';
const known = { chosen: 'digital', email: 'given@example.no' } as const;
const active = { kind: 'found', reserved: false, status: 'active' } as const;
const address = 'register@example.no';
const digital = { channel: 'digital', email: address, basis: 'register' };
const given = { channel: 'digital', email: known.email, basis: 'given' };
const paper = (basis: string) => ({ channel: 'paper', basis });

const cases: readonly [string, RegisterAnswer | undefined, object][] = [
  ['no register is asked', undefined, given],
  ['the register does not know the person', { kind: 'unknown' }, given],
  ['the person is not registered', { ...active, status: 'not-registered', canBeNotified: false }, given],
  ['the person was deleted from the register', { ...active, status: 'deleted' }, given],
  ['the person is reserved (eFvf § 9)', { ...active, reserved: true, email: { address } }, paper('reserved')],
  ['the person is reserved and deleted', { ...active, reserved: true, status: 'deleted' }, paper('reserved')],
  ['there is no e-mail address in the register', { ...active, canBeNotified: true }, paper('no-email')],
  // eFvf § 32, on both sides of 18 months.
  ['updated 18 months ago', { ...active, email: { address, updatedAt: '2025-06-01T10:00:00.000Z' } }, digital],
  [
    'updated a day before that',
    { ...active, email: { address, updatedAt: '2025-05-31T10:00:00.000Z' } },
    paper('stale'),
  ],
  [
    'updated long ago and confirmed since',
    { ...active, email: { address, updatedAt: '2014-03-20T09:00:00.000Z', verifiedAt: '2026-08-01T09:00:00.000Z' } },
    digital,
  ],
  [
    'fresh by the dates and not by the register',
    { ...active, canBeNotified: false, email: { address, verifiedAt: '2026-08-01T09:00:00.000Z' } },
    paper('stale'),
  ],
  ['without dates, fresh by the register', { ...active, canBeNotified: true, email: { address } }, digital],
  ['without dates and word', { ...active, email: { address } }, paper('stale')],
];

test.each(cases)('%s', (_what, answer, expected) => {
  expect(contactFor(known, answer, on)).toEqual(expected);
});

test('a choice of paper stands, an address that bounced notifies nobody, and nothing given is paper', () => {
  const fresh = { ...active, canBeNotified: true, email: { address } } as const;
  expect(contactFor({ ...known, chosen: 'paper' }, fresh, on)).toEqual(paper('chosen'));
  expect(contactFor({ ...known, bounced: [address] }, fresh, on)).toEqual(paper('bounced'));
  expect(contactFor({ ...known, bounced: [known.email] }, fresh, on)).toEqual(digital);
  expect(contactFor({ ...known, bounced: [known.email] }, undefined, on)).toEqual(paper('bounced'));
  expect(contactFor({ chosen: 'digital' }, { kind: 'unknown' }, on)).toEqual(paper('not-registered'));
});
