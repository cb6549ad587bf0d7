import type { Language } from '../../core/language.ts';

const nb = {
  title: 'Klage',
  intro:
    'Du sender klagen til kommunen. Vi vurderer saken på nytt. Endrer vi ikke vedtaket slik du ønsker, sender vi klagen til Statsforvalteren, som avgjør den.',
  help: 'Du trenger ikke å bruke bestemte ord. Kommunen og Pasient- og brukerombudet kan hjelpe deg med å klage.',
  lateNote:
    'Klagefristen for vedtaket var {date}. Du kan likevel klage. Skriv gjerne hvorfor klagen kommer sent: et menneske vurderer det.',
  deadlineNote: 'Klagefristen er {date}.',
  noDecisionNote: 'Det er ikke sendt noe vedtak ennå. Du kan klage på oppfølgingen, eller på at det tar lang tid.',
  serviceNote: 'Å klage på oppfølgingen har ingen frist.',
  about: 'Hva gjelder klagen?',
  targets: {
    decision: 'Vedtaket',
    service: 'Oppfølgingen jeg får, eller ikke får',
    'no-answer': 'At jeg ikke har fått svar på søknaden',
  },
  targetsOther: {
    decision: 'Vedtaket',
    service: 'Oppfølgingen fra kommunen',
    'no-answer': 'At det ikke er kommet svar',
  },
  supervision:
    'Vil du at Statsforvalteren skal undersøke om helse- og omsorgstjenesten følger loven (tilsyn), er det ikke en klage. Det ber du Statsforvalteren om direkte, og det har ingen frist.',
  times:
    'Du skal få svar, eller et foreløpig svar, innen én måned. Går klagen videre, bruker Statsforvalteren ofte rundt tre måneder. Det er ingen fast frist for det.',
  filesNote: 'Vil du legge ved noe, kan du gjøre det på siden «Legg til opplysninger» når klagen er sendt.',
  lateReason: 'Hvorfor kommer klagen etter fristen? (valgfritt)',
  deferral: {
    label: 'Skal vedtaket vente? (valgfritt)',
    hint: 'Vedtaket gjelder fra {date}. Du kan be om at det ikke blir satt i verk før klagen er avgjort (utsatt iverksetting). Svaret får du i et eget brev.',
    hintWithoutCase:
      'Bare når vedtaket avslutter eller endrer en rett: Du kan be om at det ikke blir satt i verk før klagen er avgjort (utsatt iverksetting).',
    yes: 'Ja, jeg ber om at vedtaket venter til klagen er avgjort',
  },
  save: 'Lagre kladd',
  saved: 'Kladden er lagret i 30 dager. Klagen er ikke sendt.',
  draftFound: 'Dette er kladden du lagret. Klagen er ikke sendt.',
  copy: {
    title: 'Kvittering for klagen',
    received: 'Vi har mottatt klagen din',
    receivedAt: 'Mottatt',
    number: 'Klage nummer',
    reference: 'Saksnummer',
    by: 'Sendt av',
    bys: {
      person: 'den saken gjelder',
      parent: 'forelder',
      'other-parent': 'den andre forelderen',
      guardian: 'verge',
      attorney: 'fullmektig',
    },
    signed: 'Underskrift',
    signedWith: 'Innlogging med ID-porten gjelder som underskrift.',
    signedOnPaper: 'På papir. Saksbehandleren ser etter underskriften.',
    answerBy: 'Svar, eller et foreløpig svar, innen',
    next: 'Det kommer også en bekreftelse i et brev. En saksbehandler ser på om klagen kan behandles, og vurderer den så.',
    copyTitle: 'Kopi av klagen',
    lateReason: 'Hvorfor klagen kom etter fristen',
    deferral: 'Utsatt iverksetting',
    deferralWanted: 'Det er bedt om at vedtaket venter til klagen er avgjort',
    wantedChange: 'Ønsket endring',
    text: 'Klagen',
    about: 'Gjelder',
  },
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
  openTyped: 'Vil du legge til noe, kan du gjøre det på siden «Legg til opplysninger». Dette skrev du nå:',
  toCase: 'Gå til saken',
};

const nn: typeof nb = {
  title: 'Klage',
  intro:
    'Du sender klaga til kommunen. Vi vurderer saka på nytt. Endrar vi ikkje vedtaket slik du ønskjer, sender vi klaga til Statsforvaltaren, som avgjer henne.',
  help: 'Du treng ikkje å bruke bestemte ord. Kommunen og Pasient- og brukarombodet kan hjelpe deg med å klage.',
  lateNote:
    'Klagefristen for vedtaket var {date}. Du kan likevel klage. Skriv gjerne kvifor klaga kjem seint: eit menneske vurderer det.',
  deadlineNote: 'Klagefristen er {date}.',
  noDecisionNote: 'Det er ikkje sendt noko vedtak enno. Du kan klage på oppfølginga, eller på at det tek lang tid.',
  serviceNote: 'Å klage på oppfølginga har ingen frist.',
  about: 'Kva gjeld klaga?',
  targets: {
    decision: 'Vedtaket',
    service: 'Oppfølginga eg får, eller ikkje får',
    'no-answer': 'At eg ikkje har fått svar på søknaden',
  },
  targetsOther: {
    decision: 'Vedtaket',
    service: 'Oppfølginga frå kommunen',
    'no-answer': 'At det ikkje er kome svar',
  },
  supervision:
    'Vil du at Statsforvaltaren skal undersøkje om helse- og omsorgstenesta følgjer lova (tilsyn), er det ikkje ei klage. Det ber du Statsforvaltaren om direkte, og det har ingen frist.',
  times:
    'Du skal få svar, eller eit førebels svar, innan éin månad. Går klaga vidare, bruker Statsforvaltaren ofte rundt tre månader. Det er ingen fast frist for det.',
  filesNote: 'Vil du leggje ved noko, kan du gjere det på sida «Legg til opplysningar» når klaga er send.',
  lateReason: 'Kvifor kjem klaga etter fristen? (valfritt)',
  deferral: {
    label: 'Skal vedtaket vente? (valfritt)',
    hint: 'Vedtaket gjeld frå {date}. Du kan be om at det ikkje blir sett i verk før klaga er avgjord (utsett iverksetjing). Svaret får du i eit eige brev.',
    hintWithoutCase:
      'Berre når vedtaket avsluttar eller endrar ein rett: Du kan be om at det ikkje blir sett i verk før klaga er avgjord (utsett iverksetjing).',
    yes: 'Ja, eg ber om at vedtaket ventar til klaga er avgjord',
  },
  save: 'Lagre kladd',
  saved: 'Kladden er lagra i 30 dagar. Klaga er ikkje send.',
  draftFound: 'Dette er kladden du lagra. Klaga er ikkje send.',
  copy: {
    title: 'Kvittering for klaga',
    received: 'Vi har fått klaga di',
    receivedAt: 'Motteken',
    number: 'Klage nummer',
    reference: 'Saksnummer',
    by: 'Send av',
    bys: {
      person: 'den saka gjeld',
      parent: 'forelder',
      'other-parent': 'den andre forelderen',
      guardian: 'verje',
      attorney: 'fullmektig',
    },
    signed: 'Underskrift',
    signedWith: 'Innlogging med ID-porten gjeld som underskrift.',
    signedOnPaper: 'På papir. Sakshandsamaren ser etter underskrifta.',
    answerBy: 'Svar, eller eit førebels svar, innan',
    next: 'Det kjem òg ei stadfesting i eit brev. Ein sakshandsamar ser på om klaga kan behandlast, og vurderer henne så.',
    copyTitle: 'Kopi av klaga',
    lateReason: 'Kvifor klaga kom etter fristen',
    deferral: 'Utsett iverksetjing',
    deferralWanted: 'Det er bede om at vedtaket ventar til klaga er avgjord',
    wantedChange: 'Ønskt endring',
    text: 'Klaga',
    about: 'Gjeld',
  },
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
  openTyped: 'Vil du leggje til noko, kan du gjere det på sida «Legg til opplysningar». Dette skreiv du no:',
  toCase: 'Gå til saka',
};

/** Every word of the appeal pages; a key that one language lacks is a type error. */
export type AppealTexts = typeof nb;

export const appealTexts: Readonly<Record<Language, AppealTexts>> = { nb, nn };
