import type { KoaContext } from 'oidc-provider';
import { signedOutPage } from './pages.ts';

/**
 * OpenID Connect Front-Channel Logout 1.0, which ID-porten has and oidc-provider left out: after somebody signed out, the
 * page they see loads the app's own sign-out in a frame, with the issuer and the session's id, before it goes on.
 */
export function frontChannelLogout(options: {
  readonly issuer: string;
  readonly clientId: string;
  /** Address of the app's sign-out for frames (`frontchannel_logout_uri`). */
  readonly signOutUri: string;
}) {
  return async (ctx: KoaContext, next: () => Promise<void>): Promise<void> => {
    await next();
    const { route, params, session } = ctx.oidc ?? {};
    const sid = session?.authorizations?.[options.clientId]?.sid;
    if (route !== 'end_session_confirm' || !params?.logout || sid === undefined) return;
    const to = ctx.response.get('location');
    ctx.remove('location');
    ctx.status = 200;
    ctx.type = 'html';
    ctx.body = signedOutPage({
      frame: `${options.signOutUri}?${new URLSearchParams({ iss: options.issuer, sid })}`,
      to,
    });
  };
}
