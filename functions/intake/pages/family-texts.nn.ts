import type { FamilyTexts } from './form-text-types.ts';

/** The questions about the family and the mandate in nynorsk. */
export const family: FamilyTexts = {
  questions: {
    'mandate-kind': {
      title: 'Kva slags fullmakt har du?',
      hint: 'Ei framtidsfullmakt er skriven for den dagen personen ikkje lenger kan ta vare på sine eigne interesser.',
    },
    'mandate-covers': {
      title: 'Kva gjeld mandatet eller fullmakta?',
      hint: 'Ein individuell plan er eit personleg forhold. Gjeld mandatet berre økonomi, kan du søkje, men ikkje samtykkje til planen.',
    },
    'mandate-until': {
      title: 'Kor lenge gjeld fullmakta eller mandatet?',
      hint: 'Skriv siste dag. Gjeld ho til ho blir trekt tilbake, lèt du feltet stå tomt.',
    },
    'childs-view': {
      title: 'Kva seier barnet sjølv?',
      hint: 'Frå 7 år skal barnet få seie kva det meiner, og frå 12 år skal meininga vege tungt. Skriv det så langt du kan med barnet sine eigne ord.',
    },
    'tell-parents': {
      title: 'Kan kommunen fortelje foreldra dine om søknaden?',
      hint: 'Du kan be om at dei ikkje får vite om han, dersom du har grunnar som bør respekterast. Kommunen avgjer det, og seier ikkje noko til dei før det er avgjort.',
    },
    'not-tell': {
      title: 'Kvifor bør foreldra dine ikkje få vite om det?',
      hint: 'Skriv med eigne ord. Berre dei som behandlar saka, les det.',
    },
    'other-parent': {
      title: 'Er det ein til som har foreldreansvar for barnet?',
      hint: 'Begge som har foreldreansvar, må seie ja før kommunen lagar ein individuell plan (pasient- og brukarrettslova § 4-4).',
    },
    'other-parent-reach': {
      title: 'Kven er den andre, og korleis kan vi nå vedkommande?',
      hint: 'Vi spør den andre om samtykke. Oppgi e-postadressa, postadressa eller begge.',
    },
    'other-parent-why': {
      title: 'Kvifor kan ikkje den andre spørjast?',
      hint: 'Skriv til dømes at du ikkje veit kvar vedkommande er. Ein sakshandsamar vurderer om det er nok at du seier ja.',
    },
  },
  fields: {
    mandateKind: 'Slags fullmakt',
    mandateCovers: 'Kva mandatet gjeld',
    mandateUntil: 'Siste dag for fullmakta eller mandatet',
    childsView: 'Det barnet seier',
    childNotHeard: 'Barnet er ikkje spurt enno, fordi',
    tellParents: 'Om foreldra kan få vite om søknaden',
    notTellWhy: 'Kvifor foreldra ikkje bør få vite om han',
    otherParent: 'Ein til med foreldreansvar',
    otherParentName: 'Namnet til den andre',
    otherParentNationalId: 'Fødselsnummeret til den andre',
    otherParentEmail: 'E-postadressa til den andre',
    otherParentStreet: 'Adressa til den andre',
    otherParentPostalCode: 'Postnummer',
    otherParentCity: 'Poststad',
    otherParentWhy: 'Kvifor den andre ikkje kan spørjast',
  },
  hints: {
    otherParentNationalId: 'Fødselsnummer eller D-nummer, 11 siffer. Med det kan den andre logge inn og svare.',
    otherParentEmail: 'Vi sender berre melding om at det er kome eit brev. E-posten seier ikkje kva brevet gjeld.',
  },
  choices: {
    mandateKind: { written: { label: 'Vanleg fullmakt' }, 'future-power': { label: 'Framtidsfullmakt' } },
    mandateCovers: {
      personal: { label: 'Personlege forhold' },
      economic: { label: 'Berre økonomi' },
      both: { label: 'Både personlege forhold og økonomi' },
      unsure: { label: 'Det veit eg ikkje' },
    },
    tellParents: {
      yes: { label: 'Ja' },
      no: { label: 'Nei, eg ber om at dei ikkje får vite om han' },
    },
    otherParent: {
      yes: { label: 'Ja, og eg kan oppgi kven det er' },
      unreachable: { label: 'Ja, men vedkommande kan ikkje spørjast' },
      none: { label: 'Nei, eg har foreldreansvaret åleine' },
    },
  },
  problems: {
    'parent-unreachable': 'Oppgi ei e-postadresse eller ei postadresse til den andre',
    'not-another':
      'Fødselsnummeret er ditt eige eller barnet sitt. Skriv nummeret til den andre som har foreldreansvar',
    date: 'Skriv datoen slik: 31.12.2027',
    'mandate-ended': 'Fullmakta eller mandatet gjeld ikkje lenger. Meld heller frå om behovet som pårørande',
  },
  missing: {
    mandateKind: 'Vel kva slags fullmakt du har',
    mandateCovers: 'Vel kva mandatet eller fullmakta gjeld',
    childsView: 'Skriv kva barnet seier, eller kvifor barnet ikkje er spurt enno',
    tellParents: 'Svar på om foreldra kan få vite om søknaden',
    notTellWhy: 'Skriv kvifor foreldra ikkje bør få vite om det',
    otherParent: 'Svar på om det er ein til som har foreldreansvar',
    otherParentName: 'Skriv namnet til den andre',
    otherParentNationalId: 'Skriv fødselsnummeret eller D-nummeret til den andre',
    otherParentWhy: 'Skriv kvifor den andre ikkje kan spørjast',
  },
};
