import type { PageLanguage } from '../core/language.ts';

interface SignOutTexts {
  readonly signedOut: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly signedIn: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly atIssuer: string;
  readonly home: string;
}

/** Words of the pages one meets on the way in and out. */
export const signOutTexts: Readonly<Record<PageLanguage, SignOutTexts>> = {
  nb: {
    signedOut: {
      title: 'Du er logget ut',
      paragraphs: ['Bruker du en datamaskin som andre også bruker, bør du lukke nettleseren.'],
    },
    signedIn: {
      title: 'Du er logget inn igjen',
      paragraphs: ['Lukk dette vinduet og gå tilbake til skjemaet ditt for å sende det.'],
    },
    atIssuer: 'Logg ut også der du logget inn',
    home: 'Til forsiden',
  },
  nn: {
    signedOut: {
      title: 'Du er logga ut',
      paragraphs: ['Bruker du ei datamaskin som andre òg bruker, bør du lukke nettlesaren.'],
    },
    signedIn: {
      title: 'Du er logga inn att',
      paragraphs: ['Lukk dette vindauget og gå tilbake til skjemaet ditt for å sende det.'],
    },
    atIssuer: 'Logg ut òg der du logga inn',
    home: 'Til framsida',
  },
  en: {
    signedOut: {
      title: 'You are logged out',
      paragraphs: ['If you are using a computer that others use too, you should close the browser.'],
    },
    signedIn: {
      title: 'You are logged in again',
      paragraphs: ['Close this window and go back to your form to send it.'],
    },
    atIssuer: 'Log out where you logged in as well',
    home: 'To the front page',
  },
};
