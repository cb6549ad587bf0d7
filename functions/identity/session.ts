import { z } from 'zod';

/** What a member of staff may do; given by the municipality's sign-in as the claim `roles`. */
export const staffRoles = ['caseworker', 'approver', 'operations', 'coordinating-unit'] as const;
/** What a member of staff may do, as the issuer of their sign-in says. */
export type StaffRole = (typeof staffRoles)[number];

/** Somebody signed in with ID-porten. `name` is empty: ID-porten gives none (domain.md § 7.7). */
export const personSession = z.object({
  kind: z.literal('person'),
  nationalId: z.string(),
  name: z.string(),
});
/** A person signed in with ID-porten. */
export type PersonSession = z.output<typeof personSession>;

/** Somebody signed in with the municipality's own OpenID issuer. */
export const staffSession = z.object({
  kind: z.literal('staff'),
  id: z.string(),
  name: z.string(),
  municipality: z.string(),
  roles: z.array(z.enum(staffRoles)),
});
/** A member of staff signed in with the municipality’s own issuer. */
export type StaffSession = z.output<typeof staffSession>;
/** Whoever is signed in. */
export type Session = PersonSession | StaffSession;

/**
 * Seconds without a page before one must sign in again, and seconds after which one must in any case. Applicants may sit at
 * a machine that others use after them, such as in the municipality's own service centre.
 */
export const sessionLimits = {
  idle: { person: 30 * 60, staff: 60 * 60 },
  person: 4 * 60 * 60,
  staff: 9 * 60 * 60,
} as const;

/** Who a page asks to sign in. */
export type Audience = Session['kind'];
