import message from '../../../templates/pages/message.hbs';
import type { PageLanguage } from '../../core/language.ts';
import type { WebContext } from './environment.ts';
import { publicPageLanguage } from './language.ts';
import { renderPage } from './page.ts';

/** What can go wrong with a request before, or beside, what a page is about. */
export type ErrorPage = 'bad-request' | 'not-found' | 'forbidden' | 'server-error' | 'sign-in-failed';

interface ErrorText {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const statuses = {
  'bad-request': 400,
  'not-found': 404,
  forbidden: 403,
  'server-error': 500,
  'sign-in-failed': 403,
} as const satisfies Record<ErrorPage, number>;

const texts: Readonly<Record<PageLanguage, Readonly<Record<ErrorPage, ErrorText>>>> = {
  nb: {
    'bad-request': {
      title: 'Vi forsto ikke det som ble sendt',
      paragraphs: ['Gå tilbake og prøv én gang til. Ingenting er lagret.'],
    },
    'not-found': {
      title: 'Vi fant ikke siden',
      paragraphs: ['Adressen kan være skrevet feil, eller lenken gjelder ikke lenger.'],
    },
    forbidden: {
      title: 'Du har ikke tilgang til denne siden',
      paragraphs: ['Du er logget inn, men denne siden er for noen andre.'],
    },
    'server-error': {
      title: 'Noe gikk galt hos oss',
      paragraphs: [
        'Prøv igjen om litt. Har du sendt inn noe, kan du trygt sende det én gang til: det blir ikke dobbelt.',
      ],
    },
    'sign-in-failed': {
      title: 'Innloggingen ble ikke fullført',
      paragraphs: [
        'Prøv å logge inn på nytt.',
        'Som innbygger må du logge inn med det høyeste sikkerhetsnivået i ID-porten, for eksempel BankID.',
      ],
    },
  },
  nn: {
    'bad-request': {
      title: 'Vi forstod ikkje det som vart sendt',
      paragraphs: ['Gå tilbake og prøv éin gong til. Ingenting er lagra.'],
    },
    'not-found': {
      title: 'Vi fann ikkje sida',
      paragraphs: ['Adressa kan vere skriven feil, eller lenkja gjeld ikkje lenger.'],
    },
    forbidden: {
      title: 'Du har ikkje tilgang til denne sida',
      paragraphs: ['Du er logga inn, men denne sida er for nokon andre.'],
    },
    'server-error': {
      title: 'Noko gjekk gale hos oss',
      paragraphs: [
        'Prøv igjen om litt. Har du sendt inn noko, kan du trygt sende det éin gong til: det blir ikkje dobbelt.',
      ],
    },
    'sign-in-failed': {
      title: 'Innlogginga vart ikkje fullført',
      paragraphs: [
        'Prøv å logge inn på nytt.',
        'Som innbyggjar må du logge inn med det høgaste tryggleiksnivået i ID-porten, til dømes BankID.',
      ],
    },
  },
  en: {
    'bad-request': {
      title: 'We did not understand what was sent',
      paragraphs: ['Go back and try once more. Nothing has been saved.'],
    },
    'not-found': {
      title: 'We could not find the page',
      paragraphs: ['The address may be misspelt, or the link is no longer valid.'],
    },
    forbidden: {
      title: 'You do not have access to this page',
      paragraphs: ['You are logged in, but this page is for somebody else.'],
    },
    'server-error': {
      title: 'Something went wrong on our side',
      paragraphs: [
        'Try again in a little while. If you have sent something, you can safely send it once more: it will not count twice.',
      ],
    },
    'sign-in-failed': {
      title: 'The login was not completed',
      paragraphs: [
        'Try to log in again.',
        'As a resident you must log in with the highest security level in ID-porten, for example BankID.',
      ],
    },
  },
};

/** Where anybody can go on from: the municipalities, each with how to reach it. */
const home: Readonly<Record<PageLanguage, string>> = {
  nb: 'Til forsiden, der du også finner kontaktinformasjon til kommunen',
  en: 'To the front page, where you also find how to contact the municipality',
  nn: 'Til framsida, der du òg finn kontaktinformasjon til kommunen',
};

/** A calm page that says what happened and what to do; never a stack trace, never what the person wrote. */
export function errorPage(c: WebContext, kind: ErrorPage): Response | Promise<Response> {
  const language = publicPageLanguage(c);
  const text = texts[language][kind];
  const body = message({ ...text, links: [{ href: '/', text: home[language] }] });
  return renderPage(c, { title: text.title, language, body, status: statuses[kind] });
}
