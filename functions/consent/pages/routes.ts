import type { Hono } from 'hono';
import type { WebEnv } from '../../platform/http/index.ts';
import { answerConsent, postConsent, showConsents } from './consents-page.ts';
import { postContact, showContact } from './contact-page.ts';
import { withdrawMandate } from './mandate.ts';
import type { ConsentPages } from './ports.ts';

/** Giving and withdrawing consents, and one's own contact data in a case. */
export function addConsentPages(app: Hono<WebEnv>, pages: ConsentPages): void {
  app.get('/:m/cases/:caseId/consents', (c) => showConsents(c, pages));
  app.post('/:m/cases/:caseId/consents', (c) => postConsent(c, pages));
  app.post('/:m/cases/:caseId/consents/answer', (c) => answerConsent(c, pages));
  app.post('/:m/cases/:caseId/consents/mandate', (c) => withdrawMandate(c, pages));
  app.get('/:m/cases/:caseId/contact', (c) => showContact(c, pages));
  app.post('/:m/cases/:caseId/contact', (c) => postContact(c, pages));
}
