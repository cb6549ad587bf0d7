import template from '../../../templates/pages/privacy.hbs';
import {
  contactView,
  municipalityOf,
  publicPageLanguage,
  renderPage,
  type WebContext,
} from '../../platform/http/index.ts';
import { privacyTexts } from './privacy-texts.ts';

/** `/:m/privacy`: what is kept about people, why, for how long, and what they can ask for (GDPR arts. 12–14). */
export async function privacyPage(c: WebContext): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const language = publicPageLanguage(c, municipality.language);
  const t = privacyTexts(municipality)[language];
  const body = template({ ...t, contact: contactView(municipality, language) });
  return renderPage(c, { title: t.title, language, municipality, body });
}
