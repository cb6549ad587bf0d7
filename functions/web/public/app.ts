import type { Hono } from 'hono';
import type { AppealPages } from '../../appeal/pages/ports.ts';
import { addAppealPages } from '../../appeal/pages/routes.ts';
import type { CasePages } from '../../decision/pages/ports.ts';
import { addCasePages } from '../../decision/pages/routes.ts';
import { addSignIn, type SignInOptions } from '../../identity/index.ts';
import type { IntakePages } from '../../intake/pages/ports.ts';
import { addIntakePages } from '../../intake/pages/routes.ts';
import { createApp, type ShellOptions, type WebEnv } from '../../platform/http/index.ts';
import type { Uploads } from '../../platform/uploads/index.ts';

/** Everything the public pages work with. */
export interface PublicApp extends ShellOptions, IntakePages, CasePages, AppealPages {
  readonly clients: SignInOptions['clients'];
  readonly uploads: Uploads;
}

/** The pages for applicants and for those who act for them, and the sign-in of everybody. */
export function createPublicApp(options: PublicApp): Hono<WebEnv> {
  const { sessions, clients, publicUrl, environment, sessionSecret } = options;
  const app = createApp(options);
  addSignIn(app, { sessions, clients, publicUrl, environment, secret: sessionSecret });
  addIntakePages(app, options);
  addCasePages(app, options);
  addAppealPages(app, options);
  return app;
}
