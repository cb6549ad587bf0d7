import type { Hono } from 'hono';
import type { WebEnv } from '../../platform/http/index.ts';
import { caseOverview, withdrawCase } from './case-page.ts';
import { downloadAttachment, removeInformationFile, sendInformation, showInformation } from './information-page.ts';
import { letterPage, openLetter, streamLetter } from './letter-page.ts';
import { logPage } from './log-page.ts';
import type { CasePages } from './ports.ts';

/** The case as its parties see it, its letters, and withdrawing the application. */
export function addCasePages(app: Hono<WebEnv>, pages: CasePages): void {
  app.get('/:m/cases/:caseId', (c) => caseOverview(c, pages));
  app.get('/:m/cases/:caseId/information', (c) => showInformation(c, pages));
  app.post('/:m/cases/:caseId/information', (c) => sendInformation(c, pages));
  app.post('/:m/cases/:caseId/information/remove', (c) => removeInformationFile(c, pages));
  app.get('/:m/cases/:caseId/attachments/:attachmentId', (c) => downloadAttachment(c, pages));
  app.get('/:m/cases/:caseId/log', (c) => logPage(c, pages));
  app.post('/:m/cases/:caseId/withdraw', (c) => withdrawCase(c, pages));
  app.get('/:m/cases/:caseId/letters/:letterId', (c) => letterPage(c, pages));
  app.post('/:m/cases/:caseId/letters/:letterId/open', (c) => openLetter(c, pages));
  app.get('/:m/cases/:caseId/letters/:letterId/pdf', (c) => streamLetter(c, pages));
}
