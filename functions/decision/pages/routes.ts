import type { Hono } from 'hono';
import type { CaseOpener } from '../../identity/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { WebEnv } from '../../platform/http/index.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import type { Completion } from '../../tasks/completion.ts';
import { caseOverview, withdrawCase } from './case-page.ts';
import { letterPage, openLetter, streamLetter } from './letter-page.ts';

/** What the case pages work with. */
export interface CasePages extends CaseOpener {
  readonly store: CaseStore;
  readonly completion: Completion;
  readonly objects: Pick<ObjectStore, 'get'>;
}

/** The case as its parties see it, its letters, and withdrawing the application. */
export function addCasePages(app: Hono<WebEnv>, pages: CasePages): void {
  app.get('/:m/cases/:caseId', (c) => caseOverview(c, pages));
  app.post('/:m/cases/:caseId/withdraw', (c) => withdrawCase(c, pages));
  app.get('/:m/cases/:caseId/letters/:letterId', (c) => letterPage(c, pages));
  app.post('/:m/cases/:caseId/letters/:letterId/open', (c) => openLetter(c, pages));
  app.get('/:m/cases/:caseId/letters/:letterId/pdf', (c) => streamLetter(c, pages));
}
