/** Who is signed in, how they sign in, and which cases are theirs. */
export {
  accessTo,
  type CaseOpener,
  type OpenedCase,
  openCase,
  openCaseAsParty,
  type Party,
  partyWith,
} from './case-access.ts';
export { requiredAcr } from './claims.ts';
export { createOpenIdClient, type OpenIdClient } from './openid.ts';
export { createPersonId, type PersonId } from './person-id.ts';
export type { PersonSession, Session, StaffRole, StaffSession } from './session.ts';
export { createSessions, type Sessions, type StaffNeed } from './sessions.ts';
export { addSignIn, type SignInOptions } from './sign-in.ts';
