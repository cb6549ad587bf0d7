import staleForm from '../../../templates/pages/stale-form.hbs';
import type { PageLanguage } from '../../core/language.ts';
import type { FormFields, WebContext } from './environment.ts';
import { publicPageLanguage } from './language.ts';
import { renderPage } from './page.ts';

interface Texts {
  readonly title: string;
  readonly why: string;
  readonly reload: string;
  readonly typed: string;
  readonly openAnew: string;
  readonly home: string;
}

const texts: Readonly<Record<PageLanguage, Texts>> = {
  nb: {
    title: 'Siden er for gammel',
    why: 'Skjemaet ble åpnet for lenge siden eller i en annen nettleser, og ingenting er lagret.',
    reload: 'Åpne siden på nytt og send inn igjen.',
    typed: 'Dette skrev du. Kopier det du vil ta vare på, før du går videre:',
    openAnew: 'Åpne siden på nytt (i nytt vindu)',
    home: 'Til forsiden',
  },
  nn: {
    title: 'Sida er for gammal',
    why: 'Skjemaet vart opna for lenge sidan eller i ein annan nettlesar, og ingenting er lagra.',
    reload: 'Opne sida på nytt og send inn att.',
    typed: 'Dette skreiv du. Kopier det du vil ta vare på, før du går vidare:',
    openAnew: 'Opne sida på nytt (i nytt vindauge)',
    home: 'Til framsida',
  },
  en: {
    title: 'The page is too old',
    why: 'The form was opened too long ago or in another browser, and nothing has been saved.',
    reload: 'Open the page again and send the form once more.',
    typed: 'This is what you wrote. Copy what you want to keep before you go on:',
    openAnew: 'Open the page again (in a new window)',
    home: 'To the front page',
  },
};

/**
 * The answer to a form whose token does not hold. `typed` is what to show of the form, so that it is not lost; empty when
 * the form may have been sent by another site, which must not get words of its own onto our pages.
 */
export function staleFormPage(c: WebContext, typed: readonly string[]): Response | Promise<Response> {
  const language = publicPageLanguage(c);
  const t = texts[language];
  const again = c.var.hasPage(c.req.path) ? c.req.path + new URL(c.req.url).search : undefined;
  return renderPage(c, { title: t.title, language, body: staleForm({ t, typed, again }), status: 403 });
}

/** What somebody wrote in words of their own: more than one, so that no key, date or choice is among them. */
export function writtenIn(form: FormFields): readonly string[] {
  return Object.values(form)
    .map((value) => value.trim())
    .filter((value) => /\S\s+\S/.test(value));
}
