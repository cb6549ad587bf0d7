import type { PostalAddress } from '../core/case.ts';
import { consentGiver } from '../core/consent.ts';
import type { CaseFile, LetterKind } from '../core/records.ts';
import { submitterActsAs } from '../core/representation.ts';
import type { CalendarDate } from '../core/time.ts';

/** Somebody a letter is for who can be told by mail. The role is part of the message's key; the address is secret. */
export interface Reader {
  readonly role: 'person' | 'representative' | 'submitter';
  readonly email: string;
}

/**
 * Who reads the case's letters and has an address: the person, and whoever acts for them. Empty when the person wants
 * paper. A child gets letters as well as the parents (fvl § 27; domain.md § 2.6). The letters about a child somebody else
 * reported are for parents the case does not know: they go on paper, as nobody but the child could sign in to read them.
 */
export function letterReaders(file: CaseFile, on: CalendarDate): readonly Reader[] {
  const { contact, person, submitter } = file.case;
  if (contact === 'paper' || isForUnknownParents(file, on)) return [];
  const readers: Reader[] = [];
  if (person.email) readers.push({ role: 'person', email: person.email });
  if (submitter?.email && submitterActsAs(file.case, on) && submitter.email !== person.email)
    readers.push({ role: 'representative', email: submitter.email });
  return readers;
}

function isForUnknownParents({ case: found }: CaseFile, on: CalendarDate): boolean {
  const reported = found.origin !== 'application' && !submitterActsAs(found, on);
  return reported && consentGiver(found, on) === 'parents';
}

/**
 * Who is told of a letter. The receipt of a report thanks the one who reported, so it is theirs alone, and they get
 * nothing more (hol § 12-1); the person hears by the consent letter. Every other letter is for {@link letterReaders}.
 */
export function readersOf(file: CaseFile, kind: LetterKind, on: CalendarDate): readonly Reader[] {
  const { submitter } = file.case;
  if (kind !== 'receipt' || !submitter || submitterActsAs(file.case, on)) return letterReaders(file, on);
  return submitter.email ? [{ role: 'submitter', email: submitter.email }] : [];
}

/**
 * Where a letter of the case goes when it goes by post: to whoever acts for the person, otherwise to the person.
 * Undefined when nobody gave an address or it is shielded; then somebody in the municipality has to see to it.
 */
export function postalAddress(file: CaseFile, kind: LetterKind, on: CalendarDate): PostalAddress | undefined {
  const { person, submitter } = file.case;
  const acts = submitterActsAs(file.case, on);
  if (!submitter || (!acts && kind !== 'receipt')) return person.address;
  // A child's address stands in for a parent's own; nobody else can be expected to live with the person.
  return submitter.address ?? (acts === 'parent' ? person.address : undefined);
}

/** Who can give the consent and has an address: the person alone from 16, the parents below that (pbrl §§ 4-3, 4-4). */
export function consentReaders(file: CaseFile, on: CalendarDate): readonly Reader[] {
  const givesAlone = consentGiver(file.case, on) === 'person';
  return letterReaders(file, on).filter(({ role }) => role !== 'person' || givesAlone);
}
