import type { PageLanguage } from '../../core/language.ts';
import type { Municipality } from '../../municipalities/schema.ts';

const words = {
  nb: {
    title: 'Kontakt',
    post: 'Postadresse',
    visit: 'Besøksadresse',
    phone: 'Telefon',
    openingHours: 'Åpningstid',
    website: 'Nettsted',
    noHealthByMail: 'Ikke send helseopplysninger i e-post.',
  },
  nn: {
    title: 'Kontakt',
    post: 'Postadresse',
    visit: 'Besøksadresse',
    phone: 'Telefon',
    openingHours: 'Opningstid',
    website: 'Nettstad',
    noHealthByMail: 'Ikkje send helseopplysningar i e-post.',
  },
  en: {
    title: 'Contact',
    post: 'Postal address',
    visit: 'Visiting address',
    phone: 'Telephone',
    openingHours: 'Opening hours',
    website: 'Website',
    noHealthByMail: 'Do not send health information by e-mail.',
  },
} as const satisfies Record<PageLanguage, object>;

/** View of the partial `page-contact`: how to reach the municipality, and that e-mail is not the way for health. */
export function contactView(municipality: Municipality, language: PageLanguage) {
  const { postalAddress, visitingAddress, openingHours, website } = municipality;
  return {
    words: words[language],
    unit: municipality.unit[language],
    postalAddress,
    visitingAddress,
    phones: municipality.phones.map(({ label, number }) => ({
      label: label[language],
      number,
      dial: number.replaceAll(' ', ''),
    })),
    openingHours: openingHours && `${openingHours.from}–${openingHours.to}`,
    website,
  };
}
