import type { Language } from '../../core/language.ts';

const nb = {
  title: 'Klage',
  intro:
    'Du sender klagen til kommunen. Vi vurderer saken på nytt. Endrer vi ikke vedtaket slik du ønsker, sender vi klagen til Statsforvalteren, som avgjør den.',
  help: 'Du trenger ikke å bruke bestemte ord. Kommunen og Pasient- og brukerombudet kan hjelpe deg med å klage.',
  lateNote:
    'Klagefristen var {date}. Du kan likevel klage. Skriv gjerne hvorfor klagen kommer sent: et menneske vurderer det.',
  deadlineNote: 'Klagefristen er {date}.',
  noDecisionNote: 'Det er ikke sendt noe vedtak ennå. Du kan klage på tjenesten, eller på at det tar lang tid.',
  text: 'Hva klager du på, og hvorfor?',
  wantedChange: 'Hva ønsker du endret? (valgfritt)',
  choice: 'Vil du sende klagen?',
  choiceYes: 'Ja, jeg sender klagen. Innloggingen min gjelder som underskrift.',
  send: 'Send klagen',
  problems: {
    text: 'Skriv hva du klager på',
    tooLong: 'Teksten er for lang',
    choice: 'Kryss av for at du vil sende klagen',
  },
  openTitle: 'Klagen din er allerede mottatt',
  openText: 'Du har en klage som er til behandling, og trenger ikke å sende den på nytt.',
  openTyped: 'Vil du legge til noe, kan du sende det til saksbehandleren. Dette skrev du nå:',
  toCase: 'Gå til saken',
};

const nn: typeof nb = {
  title: 'Klage',
  intro:
    'Du sender klaga til kommunen. Vi vurderer saka på nytt. Endrar vi ikkje vedtaket slik du ønskjer, sender vi klaga til Statsforvaltaren, som avgjer henne.',
  help: 'Du treng ikkje å bruke bestemte ord. Kommunen og Pasient- og brukarombodet kan hjelpe deg med å klage.',
  lateNote:
    'Klagefristen var {date}. Du kan likevel klage. Skriv gjerne kvifor klaga kjem seint: eit menneske vurderer det.',
  deadlineNote: 'Klagefristen er {date}.',
  noDecisionNote: 'Det er ikkje sendt noko vedtak enno. Du kan klage på tenesta, eller på at det tek lang tid.',
  text: 'Kva klagar du på, og kvifor?',
  wantedChange: 'Kva ønskjer du endra? (valfritt)',
  choice: 'Vil du sende klaga?',
  choiceYes: 'Ja, eg sender klaga. Innlogginga mi gjeld som underskrift.',
  send: 'Send klaga',
  problems: {
    text: 'Skriv kva du klagar på',
    tooLong: 'Teksten er for lang',
    choice: 'Kryss av for at du vil sende klaga',
  },
  openTitle: 'Klaga di er alt motteken',
  openText: 'Du har ei klage som er til handsaming, og treng ikkje å sende henne på nytt.',
  openTyped: 'Vil du leggje til noko, kan du sende det til sakshandsamaren. Dette skreiv du no:',
  toCase: 'Gå til saka',
};

/** Every word of the appeal pages; a key that one language lacks is a type error. */
export type AppealTexts = typeof nb;

export const appealTexts: Readonly<Record<Language, AppealTexts>> = { nb, nn };
