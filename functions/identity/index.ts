/** Who is signed in, and how they sign in. */

export { requiredAcr } from './claims.ts';
export { createOpenIdClient, type OpenIdClient } from './openid.ts';
export type { PersonSession, Session, StaffRole, StaffSession } from './session.ts';
export { createSessions, type Sessions, type StaffNeed } from './sessions.ts';
export { addSignIn, type SignInOptions } from './sign-in.ts';
