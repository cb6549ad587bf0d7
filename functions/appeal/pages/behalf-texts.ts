import type { Language } from '../../core/language.ts';

const nb = {
  title: 'Klage på vegne av en annen',
  intro:
    'Her kan du som er fullmektig, klage for en annen. Du trenger saksnummeret, fødselsnummeret til den saken gjelder, og en skriftlig fullmakt. Advokater trenger ikke fullmakt.',
  notFor:
    'Er du ansatt i kommunen på samme fagområde, kan du ikke være fullmektig (forvaltningsloven § 12). Er du alt part i saken, klager du fra siden til saken.',
  secret:
    'Av hensyn til taushetsplikten kan vi ikke si om en sak finnes, og du får ikke se saken. Svar på klagen går til den saken gjelder.',
  filesTitle: 'Fullmakt',
  filesHint: 'Legg ved fullmakten først, og skriv så klagen.',
  formTitle: 'Klagen',
  caseNumber: 'Saksnummer',
  nationalId: 'Fødselsnummeret til den saken gjelder',
  name: 'Navnet ditt',
  contact: 'Telefon eller e-post der vi kan nå deg',
  lawyerLabel: 'Advokat',
  lawyer: 'Jeg er advokat',
  save: 'Lagre kladd',
  saved: 'Kladden er lagret i 30 dager. Klagen er ikke sendt.',
  problems: {
    caseNumber: 'Skriv saksnummeret',
    nationalId: 'Skriv et gyldig fødselsnummer med 11 siffer',
    own: 'Dette er ditt eget fødselsnummer. Gjelder saken deg, klager du fra siden til saken',
    name: 'Skriv navnet ditt',
    contact: 'Skriv et telefonnummer eller en e-postadresse',
    mandate: 'Legg ved fullmakten, eller kryss av for at du er advokat',
    files: 'Ta bort filene vi ikke kan ta imot',
  },
  sent: {
    title: 'Vi har tatt imot det du sendte',
    text: 'Stemmer saksnummeret med fødselsnummeret, blir klagen behandlet, og en saksbehandler ser på fullmakten. Den saken gjelder, får en bekreftelse i et brev.',
    check:
      'Har verken du eller den saken gjelder hørt noe innen en uke, bør du ta kontakt med kommunen: da kan et nummer være skrevet feil. Ta vare på denne siden.',
    copy: 'Sendt {date}. Kopi av klagen:',
  },
  tooMany: {
    title: 'Du har prøvd for mange ganger i dag',
    text: 'Ingenting er sendt. Prøv igjen i morgen, eller send klagen på papir til kommunen. Dette skrev du:',
  },
  record: {
    heading: 'Klage fra fullmektig',
    contact: 'Kontakt',
    lawyer: 'Advokat: ja',
    mandate: 'Fullmakt: se vedlegg',
  },
};

const nn: typeof nb = {
  title: 'Klage på vegner av ein annan',
  intro:
    'Her kan du som er fullmektig, klage for ein annan. Du treng saksnummeret, fødselsnummeret til den saka gjeld, og ei skriftleg fullmakt. Advokatar treng ikkje fullmakt.',
  notFor:
    'Er du tilsett i kommunen på same fagområde, kan du ikkje vere fullmektig (forvaltningslova § 12). Er du alt part i saka, klagar du frå sida til saka.',
  secret:
    'Av omsyn til teieplikta kan vi ikkje seie om ei sak finst, og du får ikkje sjå saka. Svar på klaga går til den saka gjeld.',
  filesTitle: 'Fullmakt',
  filesHint: 'Legg ved fullmakta først, og skriv så klaga.',
  formTitle: 'Klaga',
  caseNumber: 'Saksnummer',
  nationalId: 'Fødselsnummeret til den saka gjeld',
  name: 'Namnet ditt',
  contact: 'Telefon eller e-post der vi kan nå deg',
  lawyerLabel: 'Advokat',
  lawyer: 'Eg er advokat',
  save: 'Lagre kladd',
  saved: 'Kladden er lagra i 30 dagar. Klaga er ikkje send.',
  problems: {
    caseNumber: 'Skriv saksnummeret',
    nationalId: 'Skriv eit gyldig fødselsnummer med 11 siffer',
    own: 'Dette er ditt eige fødselsnummer. Gjeld saka deg, klagar du frå sida til saka',
    name: 'Skriv namnet ditt',
    contact: 'Skriv eit telefonnummer eller ei e-postadresse',
    mandate: 'Legg ved fullmakta, eller kryss av for at du er advokat',
    files: 'Ta bort filene vi ikkje kan ta imot',
  },
  sent: {
    title: 'Vi har teke imot det du sende',
    text: 'Stemmer saksnummeret med fødselsnummeret, blir klaga behandla, og ein sakshandsamar ser på fullmakta. Den saka gjeld, får ei stadfesting i eit brev.',
    check:
      'Har verken du eller den saka gjeld høyrt noko innan ei veke, bør du ta kontakt med kommunen: då kan eit nummer vere skrive feil. Ta vare på denne sida.',
    copy: 'Send {date}. Kopi av klaga:',
  },
  tooMany: {
    title: 'Du har prøvd for mange gonger i dag',
    text: 'Ingenting er sendt. Prøv igjen i morgon, eller send klaga på papir til kommunen. Dette skreiv du:',
  },
  record: {
    heading: 'Klage frå fullmektig',
    contact: 'Kontakt',
    lawyer: 'Advokat: ja',
    mandate: 'Fullmakt: sjå vedlegg',
  },
};

/** Every word of the page; a key that one language lacks is a type error. */
export type BehalfTexts = typeof nb;

export const behalfTexts: Readonly<Record<Language, BehalfTexts>> = { nb, nn };
