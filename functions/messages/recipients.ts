import type { CareOrder, Case } from '../core/case.ts';
import { consentGiver } from '../core/consent.ts';
import { consentGivers } from '../core/consent-givers.ts';
import { type Contact, contactFor, type RegisterAnswer } from '../core/contact.ts';
import type { LetterKind } from '../core/letter-record.ts';
import type { Party, PostalAddress } from '../core/parties.ts';
import type { CaseFile, MessageRecord } from '../core/records.ts';
import { areParentsInformed, mayReceiveLetters, submitterActsAs } from '../core/representation.ts';
import type { CalendarDate } from '../core/time.ts';

/** Somebody a letter is for who can be told by mail. The role is part of the message's key; the address is secret. */
export interface Reader {
  readonly role: 'person' | 'representative' | 'other-parent' | 'submitter';
  readonly email: string;
}

/** What the contact register said of those a letter is for; empty where it is not asked. */
export type RegisterAnswers = { readonly [R in Reader['role']]?: RegisterAnswer };

/**
 * How a letter reaches those it is for: who is told by mail, and on what channel, and why, it reaches the one it is
 * addressed to: whoever acts for the person, otherwise the person.
 */
export type Addressing = { readonly readers: readonly Reader[] } & (
  | Pick<Extract<Contact, { channel: 'digital' }>, 'channel' | 'basis'>
  | Pick<Extract<Contact, { channel: 'paper' }>, 'channel' | 'basis'>
);

/**
 * Whom a letter is for, the addressee first: whoever acts for the person, and the person. A child gets letters as well
 * as the parents (fvl § 27; domain.md § 2.6). The letters about a child somebody else reported are for parents the case
 * does not know: nobody here. The receipt of a report thanks the one who reported, so it is theirs alone, and they get
 * nothing more (hol § 12-1); the person hears by the consent letter. The other one with parental responsibility gets what
 * the parents get, and the question for consent alone once only theirs is missing (pbrl § 4-4).
 */
export function rolesOf(file: CaseFile, kind: LetterKind, on: CalendarDate): readonly Reader['role'][] {
  const acts = submitterActsAs(file.case, on) !== undefined;
  if (kind === 'receipt' && file.case.submitter && !acts) return ['submitter'];
  if (kind === 'consent-request' && isForOtherParentAlone(file, on)) return ['other-parent'];
  if (isForUnknownParents(file, kind, on) || careOrderOf(file.case, on)) return [];
  const others = mayReceiveLetters(file.case, 'other-parent', on) ? (['other-parent'] as const) : [];
  return acts ? ['representative', 'person', ...others] : ['person'];
}

/**
 * The care order, while the letters about the child go to the child welfare service in the parents' place: on paper, as the
 * service is nobody who signs in here (pbrl § 4-4 fourth ledd).
 */
export function careOrderOf(found: Case, on: CalendarDate): CareOrder | undefined {
  return mayReceiveLetters(found, 'child-welfare', on) ? found.careOrder : undefined;
}

/** Everybody has consented but the other one with parental responsibility. */
export function isForOtherParentAlone({ case: found }: CaseFile, on: CalendarDate): boolean {
  const { missing } = consentGivers(found, on);
  return found.otherParent !== undefined && missing.length === 1 && missing[0] === 'other-parent';
}

/** Who somebody with a role in a letter is. */
export function partyOf(
  { case: { person, submitter, otherParent } }: CaseFile,
  role: Reader['role'],
): Party | undefined {
  if (role === 'person') return person;
  return role === 'other-parent' ? otherParent : submitter;
}

/**
 * How a letter that leaves `on` reaches those it is for. It goes on paper when the one it is addressed to cannot be told by
 * mail (eFvf §§ 9, 32); the others who can be are told all the same.
 */
export function addressingOf(
  file: CaseFile,
  kind: LetterKind,
  on: CalendarDate,
  answers: RegisterAnswers = {},
): Addressing {
  const bounced = bouncedAddresses(file.messages);
  const contacts = rolesOf(file, kind, on).map((role) => {
    const email = partyOf(file, role)?.email;
    // Who only reported a need, and the other parent, did not choose how the person is reached.
    const chosen = role === 'submitter' || role === 'other-parent' ? 'digital' : file.case.contact;
    return { role, contact: contactFor({ email, chosen, bounced }, answers[role], on) };
  });
  const readers = readersAmong(contacts);
  const { contact } = contacts[0] ?? { contact: nobodyKnown };
  if (contact.channel === 'paper') return { readers, channel: contact.channel, basis: contact.basis };
  return { readers, channel: contact.channel, basis: contact.basis };
}

const nobodyKnown: Contact = { channel: 'paper', basis: 'not-registered' };

/** The person before others, and one address once. */
function readersAmong(
  contacts: readonly { readonly role: Reader['role']; readonly contact: Contact }[],
): readonly Reader[] {
  const digital = contacts.flatMap(({ role, contact }) =>
    contact.channel === 'digital' ? [{ role, email: contact.email }] : [],
  );
  const ordered = digital.toSorted((a, b) => Number(b.role === 'person') - Number(a.role === 'person'));
  return ordered.filter(({ email }, index) => ordered.findIndex((other) => other.email === email) === index);
}

/** Addresses whose newest mail with a known fate bounced for good; one that was delivered later works again. */
function bouncedAddresses(messages: readonly MessageRecord[]): readonly string[] {
  const fates = new Map<string, MessageRecord>();
  for (const message of messages) {
    const known = fates.get(message.recipient);
    if (message.delivery !== undefined && (known === undefined || known.at <= message.at))
      fates.set(message.recipient, message);
  }
  return [...fates.values()]
    .filter(({ delivery }) => delivery === 'bounced-permanent')
    .map(({ recipient }) => recipient);
}

/** Also the question for consent to what a child applied for itself. */
function isForUnknownParents({ case: found }: CaseFile, kind: LetterKind, on: CalendarDate): boolean {
  const theirs = found.origin !== 'application' || kind === 'consent-request';
  const unknown = theirs && !submitterActsAs(found, on) && areParentsInformed(found);
  return unknown && consentGiver(found, on) === 'parents';
}

/**
 * To whom and where a letter of the case goes when it goes by post: to whoever acts for the person, otherwise to the
 * person. Undefined when nobody gave an address or it is shielded; then somebody in the municipality has to see to it.
 */
export function postalRecipient(
  file: CaseFile,
  kind: LetterKind,
  on: CalendarDate,
): { readonly name: string; readonly address: PostalAddress } | undefined {
  const { person, submitter, otherParent } = file.case;
  const acts = submitterActsAs(file.case, on);
  const to = ({ name, address }: Party) => address && { name, address };
  if (kind === 'consent-request' && isForOtherParentAlone(file, on)) return otherParent && to(otherParent);
  const order = careOrderOf(file.case, on);
  if (order && kind !== 'receipt') return order.letterTo;
  if (!submitter || (!acts && kind !== 'receipt')) return to(person);
  // A child's address stands in for a parent's own; nobody else can be expected to live with the person.
  const address = submitter.address ?? (acts === 'parent' ? person.address : undefined);
  return address && { name: submitter.name, address };
}

/**
 * Who can give the consent and is reached by mail, of those the consent request reaches: the person alone from 16, the
 * parents below that (pbrl §§ 4-3, 4-4).
 */
export function consentReaders(
  file: CaseFile,
  on: CalendarDate,
  { readers }: Pick<Addressing, 'readers'>,
): readonly Reader[] {
  const givesAlone = consentGiver(file.case, on) === 'person';
  return readers.filter(({ role }) => role !== 'person' || givesAlone);
}
