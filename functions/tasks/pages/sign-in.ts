import type { WebContext } from '../../platform/http/index.ts';

/** A member of staff who signed in with the municipality's own issuer. */
export interface SignedInStaff {
  /** The issuer's subject: who it is in the record and in the four-eyes rule. */
  readonly id: string;
  readonly name: string;
  /** Four-digit number of the municipality the issuer vouches for. */
  readonly municipality: string;
  readonly roles: readonly string[];
}

/** Somebody who signed in with ID-porten on its highest level. `name` may be empty. */
interface SignedInPerson {
  readonly nationalId: string;
  readonly name: string;
}

/** What the task pages need of the sessions in functions/identity. */
export interface SignIn {
  readonly staff: (c: WebContext) => Promise<SignedInStaff | undefined>;
  readonly person: (c: WebContext) => Promise<SignedInPerson | undefined>;
  /** The same, or a way to the sign-in and back; a posted form is kept. */
  readonly requireStaff: (
    c: WebContext,
    need: { readonly roles: readonly TaskRole[] },
  ) => Promise<SignedInStaff | Response>;
  readonly requirePerson: (c: WebContext) => Promise<SignedInPerson | Response>;
}

/** Roles of the staff issuer's `roles` claim that answer tasks. */
export type TaskRole = 'caseworker' | 'approver' | 'coordinating-unit';
