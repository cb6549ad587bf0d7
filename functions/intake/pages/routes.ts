import type { Hono } from 'hono';
import type { WebEnv } from '../../platform/http/index.ts';
import { casesPage } from './cases-page.ts';
import { removeFile } from './files-page.ts';
import { addInformationPages } from './information-pages.ts';
import type { IntakePages } from './ports.ts';
import { receiptPage } from './receipt-page.ts';
import { deleteDraft, deletePage, startPage } from './start-page.ts';
import { answerStep, refusedPage, stepPage } from './step-page.ts';
import { sendApplication, summaryPage } from './summary-page.ts';

/** The information pages, the application form question by question, its receipt and the list of one's own cases. */
export function addIntakePages(app: Hono<WebEnv>, pages: IntakePages): void {
  addInformationPages(app);
  app.get('/:m/application', (c) => startPage(c, pages));
  app.get('/:m/application/summary', (c) => summaryPage(c, pages));
  app.post('/:m/application/summary', (c) => sendApplication(c, pages));
  app.get('/:m/application/delete', (c) => deletePage(c, pages));
  app.post('/:m/application/delete', (c) => deleteDraft(c, pages));
  app.get('/:m/application/refused', (c) => refusedPage(c, pages));
  app.get('/:m/application/:step', (c) => stepPage(c, pages));
  app.post('/:m/application/:step', (c) => answerStep(c, pages));
  app.post('/:m/application/mandate-file/remove', (c) => removeFile(c, pages));
  app.get('/:m/application/receipt/:caseId', (c) => receiptPage(c, pages));
  app.get('/:m/cases', (c) => casesPage(c, pages));
}
