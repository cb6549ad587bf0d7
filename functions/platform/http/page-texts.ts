import type { PageLanguage } from '../../core/language.ts';

/** The words around every page. */
interface PageTexts {
  readonly siteName: string;
  readonly skipToContent: string;
  readonly languageLabel: string;
  readonly signOut: string;
  readonly signedInAs: string;
  readonly footerPrivacy: string;
  readonly privacyLink: string;
  readonly accessibilityLink: string;
}

export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = {
  nb: {
    siteName: 'Individuell plan og koordinator',
    skipToContent: 'Hopp til innholdet',
    languageLabel: 'Språk',
    signOut: 'Logg ut',
    signedInAs: 'Logget inn som',
    footerPrivacy: 'Opplysningene dine er taushetsbelagte. Vi logger hvem som ser på saken, og du kan se loggen.',
    privacyLink: 'Personvern og informasjonskapsler',
    accessibilityLink: 'Tilgjengelighetserklæring',
  },
  nn: {
    siteName: 'Individuell plan og koordinator',
    skipToContent: 'Hopp til innhaldet',
    languageLabel: 'Språk',
    signOut: 'Logg ut',
    signedInAs: 'Logga inn som',
    footerPrivacy: 'Opplysningane dine er underlagde teieplikt. Vi loggar kven som ser på saka, og du kan sjå loggen.',
    privacyLink: 'Personvern og informasjonskapslar',
    accessibilityLink: 'Tilgjengelegheitserklæring',
  },
  en: {
    siteName: 'Individual plan and coordinator',
    skipToContent: 'Skip to the content',
    languageLabel: 'Language',
    signOut: 'Log out',
    signedInAs: 'Logged in as',
    footerPrivacy: 'Your information is confidential. We log everyone who looks at your case, and you can see the log.',
    privacyLink: 'Privacy and cookies',
    accessibilityLink: 'Accessibility statement (in Norwegian)',
  },
};
