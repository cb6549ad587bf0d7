import { compareDates, osloDate } from './calendar.ts';
import { isContactDataFresh } from './deadlines.ts';
import type { ContactChannel } from './parties.ts';
import type { CalendarDate, Instant } from './time.ts';

/** An e-mail address as the contact register (KRR) has it. */
export interface RegisterAddress {
  readonly address: string;
  readonly updatedAt?: Instant;
  /** When the person last confirmed it. */
  readonly verifiedAt?: Instant;
}

/** What the contact register tells of one person. Mobile numbers are left unread: nothing is sent by SMS. */
export type RegisterAnswer =
  | {
      readonly kind: 'found';
      /** Reserved against communication by electronic means (eFvf § 9). */
      readonly reserved: boolean;
      readonly status: 'active' | 'deleted' | 'not-registered';
      /** The register's own word (`varslingsstatus`), when it gave one. */
      readonly canBeNotified?: boolean;
      readonly email?: RegisterAddress;
    }
  | { readonly kind: 'unknown' };

/**
 * Why somebody is reached as they are. Digital: by the `register`'s address, or the one `given` to the municipality.
 * Paper: `chosen`, `reserved`, contact data that is `stale`, active in the register with `no-email`, mail that
 * `bounced` for good, or `not-registered` with no address given either.
 */
export const contactBases = [
  'register',
  'given',
  'chosen',
  'reserved',
  'stale',
  'no-email',
  'bounced',
  'not-registered',
] as const;
export type ContactBasis = (typeof contactBases)[number];

/** How somebody is reached at one moment. The address is secret and kept nowhere but with the mail that was sent to it. */
export type Contact =
  | { readonly channel: 'digital'; readonly email: string; readonly basis: 'register' | 'given' }
  | { readonly channel: 'paper'; readonly basis: Exclude<ContactBasis, 'register' | 'given'> };

/** What the case itself knows of somebody. */
export interface KnownContact {
  /** What they chose in the form or on the case's page. */
  readonly chosen: ContactChannel;
  readonly email?: string | undefined;
  /** Addresses whose newest mail bounced for good. */
  readonly bounced?: readonly string[];
}

/**
 * Where the notification of a letter goes. Whoever chose paper or is reserved gets paper (eFvf § 9). Otherwise it goes to
 * the register's address (eFvf § 8), unless 18 months have passed since that was updated or confirmed: then the person
 * counts as one without digital contact (eFvf § 32). The address given to the municipality is for those the register does
 * not know, and for a municipality that does not ask it (`answer` undefined). An address whose mail bounced for good
 * notifies nobody.
 */
export function contactFor(known: KnownContact, answer: RegisterAnswer | undefined, on: CalendarDate): Contact {
  if (known.chosen === 'paper') return { channel: 'paper', basis: 'chosen' };
  const contact = answer?.kind === 'found' ? byRegister(known, answer, on) : given(known);
  if (contact.channel === 'digital' && known.bounced?.includes(contact.email))
    return { channel: 'paper', basis: 'bounced' };
  return contact;
}

function byRegister(
  known: KnownContact,
  { reserved, status, canBeNotified, email }: Extract<RegisterAnswer, { kind: 'found' }>,
  on: CalendarDate,
): Contact {
  if (reserved) return { channel: 'paper', basis: 'reserved' };
  if (status !== 'active') return given(known);
  if (!email) return { channel: 'paper', basis: 'no-email' };
  const fresh = canBeNotified !== false && isFresh(email, canBeNotified === true, on);
  if (!fresh) return { channel: 'paper', basis: 'stale' };
  return { channel: 'digital', email: email.address, basis: 'register' };
}

/** Without a date of its own an address is as fresh as the register says. */
function isFresh({ updatedAt, verifiedAt }: RegisterAddress, told: boolean, on: CalendarDate): boolean {
  const [newest] = [updatedAt, verifiedAt]
    .filter((at) => at !== undefined)
    .map(osloDate)
    .toSorted((a, b) => compareDates(b, a));
  return newest === undefined ? told : isContactDataFresh(newest, on);
}

function given({ email }: KnownContact): Contact {
  return email ? { channel: 'digital', email, basis: 'given' } : { channel: 'paper', basis: 'not-registered' };
}
