import frontTemplate from '../../../templates/pages/front.hbs';
import municipalityTemplate from '../../../templates/pages/municipality.hbs';
import { municipalities } from '../../municipalities/index.ts';
import { contactView, municipalityOf, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import { intakeTexts } from './texts.ts';

/** `/`: choose a municipality. */
export function frontPage(c: WebContext): Response | Promise<Response> {
  const language = pageLanguage(c);
  const t = intakeTexts[language].front;
  const list = municipalities.map(({ name, slug }) => ({ name, href: `/${slug}` }));
  return renderPage(c, { title: t.title, language, body: frontTemplate({ t, municipalities: list }) });
}

/** `/:m`: a municipality's information, in its own language unless the reader chose another. */
export async function municipalityPage(c: WebContext): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const language = pageLanguage(c, municipality.language);
  const t = intakeTexts[language].municipality;
  const { slug } = municipality;
  const body = municipalityTemplate({
    t,
    name: municipality.name,
    applyPath: `/${slug}/application`,
    casesPath: `/${slug}/cases`,
    sections: municipality.information.map(({ id, heading, paragraphs, links }) => ({
      id,
      heading: heading[language],
      paragraphs: paragraphs[language],
      links: links.map(({ title, url }) => ({ title: title[language], url })),
    })),
    contact: contactView(municipality, language),
  });
  return renderPage(c, { title: t.title, language, municipality, body });
}
