import { z } from 'zod';
import { now, nowSeconds, type WebContext } from '../platform/http/index.ts';
import type { ShortLived } from '../platform/short-lived.ts';
import { type Audience, sessionLimits } from './session.ts';

/** The session at the issuer that a session of ours came from: its claim `sid`. */
export interface IssuerSession {
  readonly audience: Audience;
  readonly sid: string;
}

/** Which sessions are over before their time, because somebody signed out here or elsewhere. */
export interface EndedSessions {
  /** Everything that began in this session before now is over. Can be repeated. */
  end(c: WebContext, session: IssuerSession): Promise<void>;
  /** True when it ended after `began`, in seconds: a new sign-in may come from the same session at the issuer. */
  isOver(c: WebContext, session: IssuerSession & { readonly began: number }): Promise<boolean>;
}

const longest = Math.max(sessionLimits.person, sessionLimits.staff);
const ending = z.object({ at: z.number() });

/** See {@link EndedSessions}. Kept as long as a sealed session could still be shown to us. */
export function createEndedSessions(kept: ShortLived): EndedSessions {
  const key = ({ audience, sid }: IssuerSession) => `ended-session|${audience}|${sid}`;
  return {
    end: async (c, session) => {
      const until = new Date((nowSeconds(c) + longest) * 1000).toISOString();
      await kept.save(key(session), { at: nowSeconds(c) }, { now: now(c), until });
    },
    isOver: async (c, session) => {
      const ended = await kept.load(key(session), ending, now(c));
      return ended !== undefined && session.began <= ended.at;
    },
  };
}
