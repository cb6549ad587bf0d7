import type { Hono } from 'hono';
import frontTemplate from '../../../templates/pages/front.hbs';
import municipalityTemplate from '../../../templates/pages/municipality.hbs';
import { languages, type PageLanguage } from '../../core/language.ts';
import { type InformationSection, type Municipality, municipalities } from '../../municipalities/index.ts';
import {
  contactView,
  municipalityOf,
  publicPageLanguage,
  renderPage,
  type WebContext,
  type WebEnv,
} from '../../platform/http/index.ts';
import { informationTexts } from './information-texts.ts';
import { privacyPage } from './privacy-page.ts';

/** `/`, `/:m` and `/:m/privacy`: what anybody may read, in English too. */
export function addInformationPages(app: Hono<WebEnv>): void {
  app.get('/', frontPage);
  app.get('/:m', municipalityPage);
  app.get('/:m/privacy', privacyPage);
}

/** Choose a municipality. */
function frontPage(c: WebContext): Response | Promise<Response> {
  const language = publicPageLanguage(c);
  const t = informationTexts[language].front;
  const list = municipalities.map(({ name, slug }) => ({ name, href: `/${slug}` }));
  return renderPage(c, { title: t.title, language, body: frontTemplate({ t, municipalities: list }) });
}

/** A municipality's information, in its own language unless the reader chose another. */
async function municipalityPage(c: WebContext): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const language = publicPageLanguage(c, municipality.language);
  const t = informationTexts[language].municipality;
  const { slug } = municipality;
  const body = municipalityTemplate({
    t,
    applyPath: `/${slug}/application`,
    casesPath: `/${slug}/cases`,
    sections: municipality.information.map((section) => sectionView(section, municipality, language)),
    contact: contactView(municipality, language),
  });
  return renderPage(c, { title: t.title, language, municipality, body });
}

function sectionView(section: InformationSection, municipality: Municipality, language: PageLanguage) {
  const { id, heading, paragraphs, links } = section;
  return {
    id,
    heading: heading[language],
    paragraphs: paragraphs[language],
    links: [
      ...(id === 'appeal'
        ? [{ title: informationTexts[language].municipality.appealForAnother, url: `/${municipality.slug}/appeal` }]
        : []),
      ...blankForms(id, municipality, language),
      ...links.map(({ title, url }) => ({ title: title[language], url })),
    ],
  };
}

/** The forms on paper that belong under a section; the reader's own form of Norwegian first. */
function blankForms(sectionId: string, { slug, language: usual }: Municipality, language: PageLanguage) {
  const t = informationTexts[language].municipality;
  const first = language === 'en' ? usual : language;
  const inOrder = languages.toSorted((a, b) => Number(b === first) - Number(a === first));
  const forms = { apply: ['application', 'mandate'], appeal: ['appeal'] } as const;
  const here = sectionId === 'apply' || sectionId === 'appeal' ? forms[sectionId] : [];
  return here.flatMap((form) =>
    inOrder.map((code) => ({
      title: `${t.forms[form]} (${t.formLanguage[code]})`,
      url: `/${slug}/forms/${form}.${code}.pdf`,
    })),
  );
}
