import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { errorPage, nowSeconds, type WebContext } from '../platform/http/index.ts';
import type { ShortLived } from '../platform/short-lived.ts';
import { createEndedSessions, type IssuerSession } from './ended-sessions.ts';
import { createSealer } from './seal.ts';
import {
  type Audience,
  type PersonSession,
  personSession,
  type Session,
  type StaffRole,
  type StaffSession,
  sessionLimits,
  staffSession,
} from './session.ts';
import { signInAgainPage } from './sign-in-again.ts';

/** A session is written anew at most this often, in seconds. */
const renewAfter = 60;
/** How long the way back from the sign-in stays open, in seconds. */
const returnLifetime = 60 * 60;

/**
 * Longest query that is kept on the way to the sign-in and back, in characters: the way is sealed into an address itself.
 */
const longestQuery = 1000;
/** A path on our own host: browsers read `//other.example` and `/\other.example` as the address of another. */
const ownPath = /^\/(?![/\\])/;

/**
 * What is kept beside the session: when it began, when the cookie was written, the token for signing out at the issuer, and
 * which of the issuer's sessions it came from.
 */
const kept = z.object({ began: z.number(), written: z.number(), idToken: z.string(), sid: z.string() });
const keptPerson = kept.extend({ session: personSession });
const keptStaff = kept.extend({ session: staffSession });
type Kept = z.output<typeof keptPerson> | z.output<typeof keptStaff>;

/** Who a staff page is for. Without `municipality` the role alone decides. */
export interface StaffNeed {
  readonly municipality?: string;
  /** Any one of these. */
  readonly roles: readonly StaffRole[];
}

/** Sessions in sealed cookies; stored on our side is only which of them ended before their time. Time is the request's. */
export interface Sessions {
  /** The signed-in person; undefined when there is none. */
  person(c: WebContext): Promise<PersonSession | undefined>;
  /** The signed-in member of staff; undefined when there is none. */
  staff(c: WebContext): Promise<StaffSession | undefined>;
  /** The signed-in person, or the answer to give instead: a way to the sign-in and back; a posted form is kept. */
  requirePerson(c: WebContext): Promise<PersonSession | Response>;
  /** The signed-in member of staff, or the answer to give instead: the sign-in, or that the page is not for them. */
  requireStaff(c: WebContext, need: StaffNeed): Promise<StaffSession | Response>;
  /** Begins a session that came from the issuer's session `sid`. */
  begin(c: WebContext, session: Session, issued: { readonly idToken: string; readonly sid: string }): Promise<void>;
  /** Ends what began in a session of the issuer, in whichever browser: somebody signed out there. */
  endAtIssuer(c: WebContext, session: IssuerSession): Promise<void>;
  /** Ends every session of this browser; the issuer's token of each, to sign out there too. */
  end(c: WebContext): Promise<readonly { readonly audience: Audience; readonly idToken: string }[]>;
  /** The page a sign-in should return to, as sealed by `requirePerson` and `requireStaff`; `/` when there is none. */
  returnPath(c: WebContext): Promise<string>;
}

/**
 * See {@link Sessions}. `secret` is the text of the session secret, `publicUrl` decides on secure cookies, `kept` knows
 * who signed out.
 */
export function createSessions(options: {
  readonly secret: () => Promise<string>;
  readonly publicUrl: string;
  readonly kept: ShortLived;
}): Sessions {
  const secure = options.publicUrl.startsWith('https:');
  const ended = createEndedSessions(options.kept);
  const sealer = createSealer(options.secret, 'session');
  const wayBack = createSealer(options.secret, 'sign-in');
  const cookieName = (audience: Audience) => `${secure ? '__Host-' : ''}${audience}`;

  async function write(c: WebContext, value: Kept): Promise<void> {
    const { kind } = value.session;
    const until = Math.min(nowSeconds(c) + sessionLimits.idle[kind], value.began + sessionLimits[kind]);
    const text = await sealer.seal({ ...value, written: nowSeconds(c) }, until);
    setCookie(c, cookieName(kind), text, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
  }

  async function read<T extends Kept>(c: WebContext, audience: Audience, schema: z.ZodType<T>): Promise<T | undefined> {
    const value = await sealer.open(getCookie(c, cookieName(audience)), schema, nowSeconds(c));
    if (value === undefined || (await ended.isOver(c, { audience, sid: value.sid, began: value.began })))
      return undefined;
    if (nowSeconds(c) - value.written > renewAfter) await write(c, value);
    return value;
  }

  async function askToSignIn(c: WebContext, audience: Audience): Promise<Response> {
    const until = nowSeconds(c) + returnLifetime;
    const posted = c.req.method === 'POST';
    const path = posted ? '/signed-in' : pathToReturnTo(c);
    const signIn = `/sign-in?as=${audience}&return=${await wayBack.seal({ path }, until)}`;
    return posted ? signInAgainPage(c, signIn) : c.redirect(signIn, 303);
  }

  return {
    person: async (c) => (await read(c, 'person', keptPerson))?.session,
    staff: async (c) => (await read(c, 'staff', keptStaff))?.session,
    requirePerson: async (c) => (await read(c, 'person', keptPerson))?.session ?? askToSignIn(c, 'person'),
    requireStaff: async (c, need) => {
      const session = (await read(c, 'staff', keptStaff))?.session;
      if (session === undefined) return askToSignIn(c, 'staff');
      const ownMunicipality = need.municipality === undefined || need.municipality === session.municipality;
      const allowed = ownMunicipality && need.roles.some((role) => session.roles.includes(role));
      return allowed ? session : errorPage(c, 'forbidden');
    },
    begin: (c, session, { idToken, sid }) => {
      const about = { began: nowSeconds(c), written: nowSeconds(c), idToken, sid };
      return write(c, session.kind === 'person' ? { ...about, session } : { ...about, session });
    },
    endAtIssuer: ended.end,
    end: async (c) => {
      const open = [await read(c, 'person', keptPerson), await read(c, 'staff', keptStaff)];
      for (const value of open) if (value) await ended.end(c, { audience: value.session.kind, sid: value.sid });
      for (const audience of ['person', 'staff'] as const) deleteCookie(c, cookieName(audience), { path: '/', secure });
      return open.flatMap((value) => (value ? [{ audience: value.session.kind, idToken: value.idToken }] : []));
    },
    returnPath: async (c) => {
      const sealed = await wayBack.open(c.req.query('return'), z.object({ path: z.string() }), nowSeconds(c));
      return sealed && ownPath.test(sealed.path) ? sealed.path : '/';
    },
  };
}

/** The page that was asked for, with its query: a page of a list, a letter's part, a language. */
function pathToReturnTo(c: WebContext): string {
  const { search } = new URL(c.req.url);
  return search.length > longestQuery ? c.req.path : c.req.path + search;
}
