import template from '../../templates/pages/sign-in-again.hbs';
import type { PageLanguage } from '../core/language.ts';
import { findMunicipality } from '../municipalities/index.ts';
import { publicPageLanguage, renderPage, type WebContext } from '../platform/http/index.ts';

interface Texts {
  readonly title: string;
  readonly nothingLost: string;
  readonly first: string;
  readonly signIn: string;
  readonly afterwards: string;
  readonly send: string;
}

const texts: Readonly<Record<PageLanguage, Texts>> = {
  nb: {
    title: 'Du er logget ut',
    nothingLost:
      'Du har vært borte en stund, eller du har logget ut et annet sted. Ingenting av det du skrev, er borte, men det er ikke sendt ennå.',
    first: 'Logg inn på nytt i et nytt vindu:',
    signIn: 'Logg inn (åpnes i nytt vindu)',
    afterwards: 'Kom så tilbake hit og send det du skrev:',
    send: 'Send det jeg skrev',
  },
  nn: {
    title: 'Du er logga ut',
    nothingLost:
      'Du har vore borte ei stund, eller du har logga ut ein annan stad. Ingenting av det du skreiv, er borte, men det er ikkje sendt enno.',
    first: 'Logg inn på nytt i eit nytt vindauge:',
    signIn: 'Logg inn (opnar i nytt vindauge)',
    afterwards: 'Kom så tilbake hit og send det du skreiv:',
    send: 'Send det eg skreiv',
  },
  en: {
    title: 'You are logged out',
    nothingLost:
      'You have been away for a while, or you have logged out somewhere else. Nothing of what you wrote is lost, but it has not been sent yet.',
    first: 'Log in again in a new window:',
    signIn: 'Log in (opens in a new window)',
    afterwards: 'Then come back here and send what you wrote:',
    send: 'Send what I wrote',
  },
};

/** Keeps a form that was posted after the session ended: sign in beside it, then send the very same form. */
export function signInAgainPage(c: WebContext, signIn: string): Response | Promise<Response> {
  // A page of a municipality keeps its name and language; a task's address names none.
  const municipality = findMunicipality(c.req.param('m') ?? '')?.municipality;
  const language = publicPageLanguage(c, municipality?.language);
  const fields = Object.entries(c.var.form).filter(([name]) => name !== 'csrf');
  const body = template({
    ...texts[language],
    signInPath: signIn,
    path: c.req.path + new URL(c.req.url).search,
    csrf: c.var.csrfToken(c.req.path),
    fields: fields.map(([name, value]) => ({ name, value })),
  });
  return renderPage(c, {
    title: texts[language].title,
    language,
    body,
    status: 401,
    ...(municipality && { municipality }),
  });
}
