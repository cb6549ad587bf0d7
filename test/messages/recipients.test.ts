import { describe, expect, it } from 'vitest';
import type { Case } from '../../functions/core/case.ts';
import type { LetterKind } from '../../functions/core/letter-record.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { addressingOf, consentReaders, postalRecipient } from '../../functions/messages/recipients.ts';
import { aCase, aCaseFile, aPerson, aSubmitter, syntheticNationalId } from '../support/builders.ts';

const on = '2026-12-01';
const { email: _, ...unreachable } = aPerson();
const born = (date: string) => aPerson({ nationalId: syntheticNationalId(date) });

function letterReaders(of: CaseFile, kind: LetterKind = 'decision') {
  return addressingOf(of, kind, on).readers;
}
function roles(readers: readonly { role: string }[]) {
  return readers.map(({ role }) => role);
}
function file(overrides: Partial<Case>) {
  return aCaseFile({ case: aCase(overrides) });
}

describe('who reads letters', () => {
  it.each([
    ['an adult alone', {}, ['person']],
    ['an adult who wants paper', { contact: 'paper', submitter: aSubmitter() }, []],
    [
      'the unknown parents of a reported child, on paper',
      { origin: 'report-hospital', person: born('2016-05-05') },
      [],
    ],
    ['a reported person of 16', { origin: 'report-hospital', person: born('2010-11-01') }, ['person']],
    ['an adult without an address', { person: unreachable }, []],
    ['a child and the parent', { person: born('2016-05-05'), submitter: aSubmitter() }, ['person', 'representative']],
    ['the parent only up to 16', { person: born('2010-11-01'), submitter: aSubmitter() }, ['person']],
    [
      'the parent of a 16-year-old with a mandate',
      { person: born('2010-11-01'), submitter: aSubmitter({ mandate: 'shown' }) },
      ['person', 'representative'],
    ],
    ['the parent of an adult never', { submitter: aSubmitter({ mandate: 'shown' }) }, ['person']],
    [
      'an attorney with a mandate',
      { submitter: aSubmitter({ role: 'attorney', mandate: 'shown' }) },
      ['person', 'representative'],
    ],
    ['an attorney without', { submitter: aSubmitter({ role: 'attorney' }) }, ['person']],
    ['a relative never', { submitter: aSubmitter({ role: 'relative', mandate: 'x' }) }, ['person']],
    ['a health worker never', { submitter: aSubmitter({ role: 'health-worker' }) }, ['person']],
    [
      'one address once',
      { person: born('2016-05-05'), submitter: aSubmitter({ email: aPerson().email ?? '' }) },
      ['person'],
    ],
  ] as const)('%s', (_name, overrides, expected) => {
    expect(roles(letterReaders(file(overrides)))).toEqual(expected);
  });

  it('gives whoever only reported a need the receipt, alone, and nothing more', () => {
    const reported = file({ submitter: aSubmitter({ role: 'relative' }) });

    expect(roles(letterReaders(reported, 'receipt'))).toEqual(['submitter']);
    expect(roles(letterReaders(reported))).toEqual(['person']);
    expect(roles(letterReaders(file({}), 'receipt'))).toEqual(['person']);
  });

  it('posts to whoever acts for the person, and lends nobody but a parent the person’s address', () => {
    const child = born('2016-05-05');
    const { address } = aPerson();
    const { address: _home, ...homeless } = aSubmitter({ mandate: 'shown' });
    const office = { street: 'Kontorvegen 2', postalCode: '5966', city: 'Eivindvik' };

    expect(postalRecipient(file({}), 'decision', on)?.address).toEqual(address);
    expect(postalRecipient(file({ person: child, submitter: homeless }), 'decision', on)?.address).toEqual(address);
    const attorney = { ...homeless, role: 'attorney' } as const;
    expect(postalRecipient(file({ submitter: attorney }), 'decision', on)?.address).toBeUndefined();
    expect(postalRecipient(file({ submitter: { ...attorney, address: office } }), 'decision', on)?.address).toEqual(
      office,
    );
    expect(
      postalRecipient(file({ submitter: { ...homeless, role: 'hospital' } }), 'receipt', on)?.address,
    ).toBeUndefined();
  });

  it('asks a child under 16 for no consent, but the parent', () => {
    const child = file({ person: born('2016-05-05'), submitter: aSubmitter() });

    expect(roles(consentReaders(child, on, addressingOf(child, 'consent-request', on)))).toEqual(['representative']);
    expect(roles(consentReaders(file({}), on, addressingOf(file({}), 'consent-request', on)))).toEqual(['person']);
  });
});
