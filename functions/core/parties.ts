import type { CalendarDate, Instant } from './time.ts';

/** In what role somebody other than the person acts (domain.md § 4.4). */
export const submitterRoles = ['parent', 'attorney', 'guardian', 'relative', 'health-worker', 'hospital'] as const;
export type SubmitterRole = (typeof submitterRoles)[number];

/** How a person is reached: sign-in and neutral mail, or paper (eFvf §§ 8, 9). */
export type ContactChannel = 'digital' | 'paper';

/** Where letters on paper go. */
export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** A person's identity and contact data: secret (hol § 12-1); only ever in the table and in letters. */
export interface Party {
  readonly name: string;
  /** Fødselsnummer or D-number, 11 digits. Absent for a health worker or hospital that reports a need. */
  readonly nationalId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: PostalAddress;
  /** The address is shielded in the population register: it is not asked for, kept or printed (domain.md § 7.5). */
  readonly addressShielded?: true;
}

/** The one the plan or coordinator is for. */
export interface Person extends Party {
  readonly nationalId: string;
}

/**
 * A fullmakt (fvl § 12), a guardian's mandate, a fremtidsfullmakt in force (vgml §§ 78 ff.), or a care order (bvl § 5-1).
 */
export type MandateKind = 'written' | 'guardianship' | 'future-power' | 'child-welfare';

/** Somebody else who sent the application or the report. */
export interface Submitter extends Party {
  readonly role: SubmitterRole;
  /** Employer or workplace of a health worker or hospital. */
  readonly organisation?: string;
  /** That a written fullmakt or mandate was shown, and how it was described (fvl § 12; pbrl § 7-2). */
  readonly mandate?: string;
  /** The mandate was described and nobody has seen it: it gives no access until a caseworker has (fvl § 12; pbrl § 7-2). */
  readonly mandateUnseen?: true;
  /** A lawyer acts without showing a written fullmakt (fvl § 12). */
  readonly lawyer?: true;
  /** What the mandate rests on, where the role does not say it: see `mandatePowers`. */
  readonly mandateKind?: MandateKind;
  /** The last day of the mandate, when it says one; without it, it stands until it is withdrawn. */
  readonly mandateUntil?: CalendarDate;
  /** When the person took the mandate back; it can be done at any time. */
  readonly mandateWithdrawnAt?: Instant;
  /** What the mandate covers, when that is known: an ordinary economic one does not reach to consent (vgml §§ 20, 31). */
  readonly mandateCovers?: readonly ('economic' | 'personal')[];
  /**
   * The person is deprived of legal capacity in personal matters, so that a guardian may act against their will (vgml
   * §§ 22, 33).
   */
  readonly deprivedOfCapacity?: true;
}

/** A member of staff as named in a letter; `id` is the issuer's subject, or the task's recipient role when link-only. */
export interface Staff {
  readonly id: string;
  readonly name: string;
}
