import type { Hono } from 'hono';
import type { WebEnv } from '../../platform/http/index.ts';
import { appealCopy } from './appeal-copy.ts';
import { sendAppeal, showAppealForm } from './appeal-form.ts';
import { removeBehalfFile, sendBehalf, showBehalf } from './behalf-page.ts';
import { paperAppealDone, removePaperAppealFile, sendPaperAppeal, showPaperAppeal } from './paper-page.ts';
import type { AppealPages } from './ports.ts';
import { withdrawAppeal } from './withdraw-appeal.ts';

/** The appeal form, withdrawing an appeal, and where staff register one on paper. */
export function addAppealPages(app: Hono<WebEnv>, pages: AppealPages): void {
  app.get('/:m/appeal', (c) => showBehalf(c, pages));
  app.post('/:m/appeal', (c) => sendBehalf(c, pages));
  app.post('/:m/appeal/remove', (c) => removeBehalfFile(c, pages));
  app.get('/:m/staff/appeal', (c) => showPaperAppeal(c, pages));
  app.post('/:m/staff/appeal', (c) => sendPaperAppeal(c, pages));
  app.post('/:m/staff/appeal/remove', (c) => removePaperAppealFile(c, pages));
  app.get('/:m/staff/appeal/registered/:caseId/:number', (c) => paperAppealDone(c, pages));
  app.get('/:m/cases/:caseId/appeal', (c) => showAppealForm(c, pages));
  app.post('/:m/cases/:caseId/appeal', (c) => sendAppeal(c, pages));
  app.get('/:m/cases/:caseId/appeals/:number', (c) => appealCopy(c, pages));
  app.post('/:m/cases/:caseId/appeal/withdraw', (c) => withdrawAppeal(c, pages));
}
