import type { Hono } from 'hono';
import type { CaseOpener } from '../../identity/index.ts';
import type { WebEnv } from '../../platform/http/index.ts';
import { sendAppeal, showAppealForm } from './appeal-form.ts';
import type { AppealPorts } from './submit-appeal.ts';
import { withdrawAppeal } from './withdraw-appeal.ts';

/** What the appeal pages work with. */
export interface AppealPages extends Omit<CaseOpener, 'store'>, AppealPorts {
  /** Fresh random bytes, at least 16. */
  readonly random: () => Uint8Array;
}

/** The appeal form and withdrawing an appeal. */
export function addAppealPages(app: Hono<WebEnv>, pages: AppealPages): void {
  app.get('/:m/cases/:caseId/appeal', (c) => showAppealForm(c, pages));
  app.post('/:m/cases/:caseId/appeal', (c) => sendAppeal(c, pages));
  app.post('/:m/cases/:caseId/appeal/withdraw', (c) => withdrawAppeal(c, pages));
}
