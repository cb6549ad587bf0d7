import message from '../../../templates/pages/message.hbs';
import type { PageLanguage } from '../../core/language.ts';
import { findMunicipality, type Municipality, municipalities } from '../../municipalities/index.ts';
import type { WebContext } from './environment.ts';
import { publicPageLanguage } from './language.ts';
import { renderPage } from './page.ts';

const texts: Readonly<Record<PageLanguage, { title: string; paragraphs: readonly string[] }>> = {
  nb: {
    title: 'Vi fant ikke kommunen',
    paragraphs: ['Adressen peker ikke til en kommune som bruker denne tjenesten. Velg en av disse:'],
  },
  nn: {
    title: 'Vi fann ikkje kommunen',
    paragraphs: ['Adressa peikar ikkje til ein kommune som bruker denne tenesta. Vel ein av desse:'],
  },
  en: {
    title: 'We could not find the municipality',
    paragraphs: ['The address does not lead to a municipality that uses this service. Choose one of these:'],
  },
};

/**
 * The municipality the path begins with (`/:m/…`), or the answer to give instead: a redirect from a former name or a
 * number, or a page that lists the municipalities.
 */
export function municipalityOf(c: WebContext): Municipality | Response | Promise<Response> {
  const asked = c.req.param('m') ?? '';
  const found = findMunicipality(asked);
  if (found === undefined) return unknownMunicipality(c);
  const { municipality } = found;
  if (municipality.slug === asked) return municipality;
  // Only a page that was asked for can be sent on; a form is never shown under a former name.
  const rest = c.req.path.slice(asked.length + 1);
  return c.redirect(`/${municipality.slug}${rest}${new URL(c.req.url).search}`, 301);
}

function unknownMunicipality(c: WebContext): Response | Promise<Response> {
  const language = publicPageLanguage(c);
  const links = municipalities.map(({ name, slug }) => ({ href: `/${slug}`, text: name }));
  const { title } = texts[language];
  return renderPage(c, { title, language, body: message({ ...texts[language], links }), status: 404 });
}
