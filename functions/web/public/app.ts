import type { Hono } from 'hono';
import type { AppealPages } from '../../appeal/pages/ports.ts';
import { addAppealPages } from '../../appeal/pages/routes.ts';
import type { ConsentPages } from '../../consent/pages/ports.ts';
import { addConsentPages } from '../../consent/pages/routes.ts';
import type { CasePages } from '../../decision/pages/ports.ts';
import { addCasePages } from '../../decision/pages/routes.ts';
import { addSignIn, type SignInOptions } from '../../identity/index.ts';
import { addBlankForms, type BlankFormPages } from '../../intake/pages/blank-forms.ts';
import type { IntakePages } from '../../intake/pages/ports.ts';
import { addIntakePages } from '../../intake/pages/routes.ts';
import type { PaperPages } from '../../intake/paper/ports.ts';
import { addPaperPages } from '../../intake/paper/routes.ts';
import { createApp, type ShellOptions, type WebEnv } from '../../platform/http/index.ts';

/** Everything the public pages work with. */
export interface PublicApp
  extends ShellOptions,
    IntakePages,
    BlankFormPages,
    PaperPages,
    CasePages,
    ConsentPages,
    AppealPages {
  readonly clients: SignInOptions['clients'];
}

/** The pages for applicants and for those who act for them, and the sign-in of everybody. */
export function createPublicApp(options: PublicApp): Hono<WebEnv> {
  const { sessions, clients, publicUrl, environment, sessionSecret } = options;
  const app = createApp(options);
  addSignIn(app, { sessions, clients, publicUrl, environment, secret: sessionSecret });
  addIntakePages(app, options);
  addBlankForms(app, options);
  addPaperPages(app, options);
  addCasePages(app, options);
  addConsentPages(app, options);
  addAppealPages(app, options);
  return app;
}
