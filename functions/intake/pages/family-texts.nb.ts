import type { FamilyTexts } from './form-text-types.ts';

/** The questions about the family and the mandate in bokmål. */
export const family: FamilyTexts = {
  questions: {
    'mandate-kind': {
      title: 'Hva slags fullmakt har du?',
      hint: 'En fremtidsfullmakt er skrevet for den dagen personen ikke lenger kan ta vare på sine egne interesser.',
    },
    'mandate-covers': {
      title: 'Hva gjelder mandatet eller fullmakten?',
      hint: 'En individuell plan er et personlig forhold. Gjelder mandatet bare økonomi, kan du søke, men ikke samtykke til planen.',
    },
    'mandate-until': {
      title: 'Hvor lenge gjelder fullmakten eller mandatet?',
      hint: 'Skriv siste dag. Gjelder den til den blir trukket tilbake, lar du feltet stå tomt.',
    },
    'childs-view': {
      title: 'Hva sier barnet selv?',
      hint: 'Fra 7 år skal barnet få si hva det mener, og fra 12 år skal meningen veie tungt. Skriv det så langt du kan med barnets egne ord.',
    },
    'tell-parents': {
      title: 'Kan kommunen fortelle foreldrene dine om søknaden?',
      hint: 'Du kan be om at de ikke får vite om den, hvis du har grunner som bør respekteres. Kommunen avgjør det, og sier ikke noe til dem før det er avgjort.',
    },
    'not-tell': {
      title: 'Hvorfor bør foreldrene dine ikke få vite om det?',
      hint: 'Skriv med egne ord. Bare de som behandler saken, leser det.',
    },
    'other-parent': {
      title: 'Er det en til som har foreldreansvar for barnet?',
      hint: 'Begge som har foreldreansvar, må si ja før kommunen lager en individuell plan (pasient- og brukerrettighetsloven § 4-4).',
    },
    'other-parent-reach': {
      title: 'Hvem er den andre, og hvordan kan vi nå vedkommende?',
      hint: 'Vi spør den andre om samtykke. Oppgi e-postadressen, postadressen eller begge.',
    },
    'other-parent-why': {
      title: 'Hvorfor kan ikke den andre spørres?',
      hint: 'Skriv for eksempel at du ikke vet hvor vedkommende er. En saksbehandler vurderer om det er nok at du sier ja.',
    },
  },
  fields: {
    mandateKind: 'Slags fullmakt',
    mandateCovers: 'Hva mandatet gjelder',
    mandateUntil: 'Siste dag for fullmakten eller mandatet',
    childsView: 'Det barnet sier',
    childNotHeard: 'Barnet er ikke spurt ennå, fordi',
    tellParents: 'Om foreldrene kan få vite om søknaden',
    notTellWhy: 'Hvorfor foreldrene ikke bør få vite om den',
    otherParent: 'En til med foreldreansvar',
    otherParentName: 'Navnet til den andre',
    otherParentNationalId: 'Fødselsnummeret til den andre',
    otherParentEmail: 'E-postadressen til den andre',
    otherParentStreet: 'Adressen til den andre',
    otherParentPostalCode: 'Postnummer',
    otherParentCity: 'Poststed',
    otherParentWhy: 'Hvorfor den andre ikke kan spørres',
  },
  hints: {
    otherParentNationalId: 'Fødselsnummer eller D-nummer, 11 siffer. Med det kan den andre logge inn og svare.',
    otherParentEmail: 'Vi sender bare beskjed om at det er kommet et brev. E-posten sier ikke hva brevet gjelder.',
  },
  choices: {
    mandateKind: { written: { label: 'Vanlig fullmakt' }, 'future-power': { label: 'Fremtidsfullmakt' } },
    mandateCovers: {
      personal: { label: 'Personlige forhold' },
      economic: { label: 'Bare økonomi' },
      both: { label: 'Både personlige forhold og økonomi' },
      unsure: { label: 'Det vet jeg ikke' },
    },
    tellParents: {
      yes: { label: 'Ja' },
      no: { label: 'Nei, jeg ber om at de ikke får vite om den' },
    },
    otherParent: {
      yes: { label: 'Ja, og jeg kan oppgi hvem det er' },
      unreachable: { label: 'Ja, men vedkommende kan ikke spørres' },
      none: { label: 'Nei, jeg har foreldreansvaret alene' },
    },
  },
  problems: {
    'parent-unreachable': 'Oppgi en e-postadresse eller en postadresse til den andre',
    'not-another': 'Fødselsnummeret er ditt eget eller barnets. Skriv nummeret til den andre som har foreldreansvar',
    date: 'Skriv datoen slik: 31.12.2027',
    'mandate-ended': 'Fullmakten eller mandatet gjelder ikke lenger. Meld heller fra om behovet som pårørende',
  },
  missing: {
    mandateKind: 'Velg hva slags fullmakt du har',
    mandateCovers: 'Velg hva mandatet eller fullmakten gjelder',
    childsView: 'Skriv hva barnet sier, eller hvorfor barnet ikke er spurt ennå',
    tellParents: 'Svar på om foreldrene kan få vite om søknaden',
    notTellWhy: 'Skriv hvorfor foreldrene ikke bør få vite om det',
    otherParent: 'Svar på om det er en til som har foreldreansvar',
    otherParentName: 'Skriv navnet til den andre',
    otherParentNationalId: 'Skriv fødselsnummeret eller D-nummeret til den andre',
    otherParentWhy: 'Skriv hvorfor den andre ikke kan spørres',
  },
};
