import type { Language } from '../../core/language.ts';

const nb = {
  title: 'Legg til opplysninger',
  readTitle: 'Opplysninger som er lagt til',
  intro:
    'Her kan du sende mer til den som behandler saken. Det blir en del av saken, og fristene endrer seg ikke. Saksbehandleren får se det på oppgaven sin.',
  asked: 'Dette har vi bedt om',
  filesTitle: 'Filer (valgfritt)',
  filesHint: 'Legg ved filer først, hvis du har noen, og skriv så teksten.',
  textTitle: 'Tekst',
  text: 'Hva vil du at vi skal vite?',
  textHint: 'Kan stå tomt hvis du har lagt ved en fil.',
  send: 'Send opplysningene',
  save: 'Lagre kladd',
  saved: 'Kladden er lagret i 30 dager. Den er ikke sendt.',
  received: 'Opplysningene er mottatt {date}. Dette er kvitteringen din.',
  added: 'Lagt til',
  by: 'av {name}',
  you: 'deg',
  withFiles: 'med {n} vedlegg',
  attachments: 'Alle vedlegg i saken',
  none: 'Det er ikke lagt til noe ennå.',
  typed: 'Dette skrev du nå. Det er ikke sendt:',
  back: 'Tilbake til saken',
  problems: {
    text: 'Skriv hva vi skal vite, eller legg ved en fil',
    tooLong: 'Teksten er for lang',
    files: 'Ta bort filene vi ikke kan ta imot',
  },
  closed: {
    over: 'Saken er avsluttet, og det er ingen som behandler den nå. Har behovet endret seg, kan du søke på nytt. Ellers kan du ta kontakt med kommunen.',
    decided:
      'Saken er avgjort, og det er ingen som behandler den nå. Er du uenig, kan du klage og legge ved det du vil si. Gjelder det oppfølgingen, kan du ta kontakt med koordinatoren eller kommunen.',
    forwarded: 'Klagen er hos Statsforvalteren. Send nye opplysninger om klagen dit.',
  },
};

const nn: typeof nb = {
  title: 'Legg til opplysningar',
  readTitle: 'Opplysningar som er lagde til',
  intro:
    'Her kan du sende meir til den som behandlar saka. Det blir ein del av saka, og fristane endrar seg ikkje. Sakshandsamaren får sjå det på oppgåva si.',
  asked: 'Dette har vi bede om',
  filesTitle: 'Filer (valfritt)',
  filesHint: 'Legg ved filer først, om du har nokon, og skriv så teksten.',
  textTitle: 'Tekst',
  text: 'Kva vil du at vi skal vite?',
  textHint: 'Kan stå tomt dersom du har lagt ved ei fil.',
  send: 'Send opplysningane',
  save: 'Lagre kladd',
  saved: 'Kladden er lagra i 30 dagar. Han er ikkje send.',
  received: 'Opplysningane er mottekne {date}. Dette er kvitteringa di.',
  added: 'Lagt til',
  by: 'av {name}',
  you: 'deg',
  withFiles: 'med {n} vedlegg',
  attachments: 'Alle vedlegg i saka',
  none: 'Det er ikkje lagt til noko enno.',
  typed: 'Dette skreiv du no. Det er ikkje sendt:',
  back: 'Tilbake til saka',
  problems: {
    text: 'Skriv kva vi skal vite, eller legg ved ei fil',
    tooLong: 'Teksten er for lang',
    files: 'Ta bort filene vi ikkje kan ta imot',
  },
  closed: {
    over: 'Saka er avslutta, og det er ingen som behandlar henne no. Har behovet endra seg, kan du søkje på nytt. Elles kan du ta kontakt med kommunen.',
    decided:
      'Saka er avgjord, og det er ingen som behandlar henne no. Er du usamd, kan du klage og leggje ved det du vil seie. Gjeld det oppfølginga, kan du ta kontakt med koordinatoren eller kommunen.',
    forwarded: 'Klaga er hos Statsforvaltaren. Send nye opplysningar om klaga dit.',
  },
};

/** Every word of the page; a key that one language lacks is a type error. */
export type InformationTexts = typeof nb;

export const informationTexts: Readonly<Record<Language, InformationTexts>> = { nb, nn };
