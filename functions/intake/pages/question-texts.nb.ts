import { family } from './family-texts.nb.ts';
import type { QuestionTexts } from './form-text-types.ts';

/** The questions of the form in bokmål. */
export const questions: QuestionTexts = {
  questions: {
    ...family.questions,
    role: { title: 'Hvem sender du inn for?' },
    lawyer: {
      title: 'Er du advokat?',
      hint: 'En advokat trenger ikke legge fram skriftlig fullmakt. Kommunen kan likevel be om det når det er tvil.',
    },
    employed: {
      title: 'Er du ansatt i helse- og omsorgstjenestene i kommunen?',
      hint: 'Den som er ansatt i samme del av forvaltningen, kan ikke være fullmektig der (forvaltningsloven § 12).',
    },
    name: { title: 'Hva heter du?', hint: 'Skriv fornavn og etternavn.' },
    'your-name': { title: 'Hva heter du som sender inn?', hint: 'Skriv fornavn og etternavn.' },
    workplace: {
      title: 'Hvor arbeider du?',
      hint: 'Skriv navnet på arbeidsstedet, for eksempel legekontoret eller avdelingen på sykehuset.',
    },
    'person-name': {
      title: { self: 'Hva heter du?', parent: 'Hva heter barnet?', other: 'Hva heter personen det gjelder?' },
      hint: 'Skriv fornavn og etternavn.',
    },
    'person-number': {
      title: {
        self: 'Hva er fødselsnummeret ditt?',
        parent: 'Hva er fødselsnummeret til barnet?',
        other: 'Hva er fødselsnummeret til personen?',
      },
      hint: 'Fødselsnummer eller D-nummer, 11 siffer. Vi bruker det for å være sikre på hvem saken gjelder.',
    },
    mandate: {
      title: {
        self: 'Hvilken fullmakt har du?',
        parent: 'Har du skriftlig fullmakt fra barnet?',
        other: 'Hvilken skriftlig fullmakt eller hvilket mandat har du?',
      },
      hint: {
        self: 'Skriv hvem som har gitt den, når, og hva den gjelder.',
        parent:
          'Barnet er 16 eller 17 år og bestemmer selv. Har du fullmakt, skriver du når den er gitt, og hva den gjelder. Har du ikke fullmakt, lar du feltet stå tomt: Da spør kommunen barnet selv.',
        other:
          'Skriv hvem som har gitt fullmakten eller mandatet, når, og hva det gjelder. Er du verge: Et vanlig økonomisk mandat gjelder ikke dette. Mandatet må omfatte personlige forhold.',
      },
    },
    'mandate-file': {
      title: 'Last opp fullmakten eller mandatet',
      before: [
        'Ta bilde av dokumentet eller skann det, og last det opp her. Har det flere sider, kan du laste opp flere filer.',
        'Har du det ikke for hånden, kan du gå videre. Da må kommunen få se det før du kan se saken og få brevene, og før du kan samtykke for personen.',
      ],
    },
    wishes: {
      title: {
        self: 'Hva søker du om?',
        parent: 'Hva søker du om for barnet?',
        other: 'Hva trenger personen?',
      },
      hint: 'Kryss av for ett eller flere. Du kan be om koordinator alene.',
    },
    'child-coordinator': { title: 'Hvilket barn gjelder barnekoordinatoren?' },
    'wished-coordinator': {
      title: {
        self: 'Er det noen du ønsker som koordinator?',
        parent: 'Er det noen dere ønsker som koordinator?',
        other: 'Er det noen personen ønsker som koordinator?',
      },
      hint: 'Det kan være en dere kjenner fra før. Skriv navn eller arbeidssted. Kommunen skal legge vekt på ønsket.',
    },
    needs: {
      title: {
        self: 'Hva trenger du hjelp til?',
        parent: 'Hva trenger barnet og dere hjelp til?',
        other: 'Hva trenger personen hjelp til?',
      },
      hint: {
        self: 'Skriv med egne ord. Du trenger ikke oppgi diagnose.',
        parent: 'Skriv med egne ord. Du trenger ikke oppgi diagnose. Fortell også hva barnet selv mener.',
        other: 'Skriv med egne ord, og bare det kommunen trenger å vite. Du trenger ikke oppgi diagnose.',
      },
    },
    goals: {
      title: {
        self: 'Hva er viktig for deg, og hva vil du oppnå?',
        parent: 'Hva er viktig for barnet, og hva vil dere oppnå?',
        other: 'Hva er viktig for personen?',
      },
    },
    services: {
      title: {
        self: 'Hvilke tjenester får du i dag, og fra hvem?',
        parent: 'Hvilke tjenester får barnet i dag, og fra hvem?',
        other: 'Hvilke tjenester får personen i dag, og fra hvem?',
      },
      hint: 'For eksempel hjemmesykepleie fra kommunen, fysioterapeut, sykehus, skole eller Nav.',
    },
    parents: {
      title: 'Foreldrene dine må si ja til planen',
      before: [
        'Du er under 16 år. Derfor må de som har foreldreansvar for deg, si ja før kommunen lager en individuell plan. Vi spør dem når vi har fått søknaden din.',
        'Du skal bli hørt, og meningen din teller. Du kan ha koordinator også uten plan.',
        'Er det grunner til at foreldrene dine ikke bør få vite om søknaden? Er du 12 år eller mer, kan du si det på neste side. Du kan også ringe kommunen før du sender inn, så finner vi ut av det sammen.',
      ],
    },
    'consent-plan': {
      title: {
        self: 'Samtykker du til at det blir laget en individuell plan?',
        parent: 'Samtykker du til at det blir laget en individuell plan for barnet?',
        other: 'Samtykker du for personen til at det blir laget en individuell plan?',
      },
      hint: 'Kommunen kan ikke lage en plan uten samtykke. Du kan søke uten å svare nå, og du kan trekke samtykket tilbake når du vil.',
    },
    'consent-sharing': {
      title: {
        self: 'Kan de som hjelper deg, dele nødvendige opplysninger om deg med hverandre?',
        parent: 'Kan de som hjelper barnet, dele nødvendige opplysninger om barnet med hverandre?',
        other: 'Kan de som hjelper personen, dele nødvendige opplysninger om personen med hverandre?',
      },
      hint: 'Dette er et eget samtykke. Det er frivillig, og du kan trekke det tilbake når du vil.',
    },
    language: {
      title: 'Hvilken målform vil du ha brevene på?',
    },
    interpreter: {
      title: {
        self: 'Trenger du tolk?',
        parent: 'Trenger dere tolk?',
        other: 'Trenger personen tolk?',
      },
      hint: 'Skriv hvilket språk, også tegnspråk. Tolken er gratis. Trengs det ikke tolk, lar du feltet stå tomt.',
    },
    letters: {
      title: {
        self: 'Hvordan vil du ha brevene?',
        parent: 'Hvordan vil dere ha brevene?',
        other: 'Hvordan skal brevene sendes?',
      },
    },
    'reach-you': { title: 'Hvordan kan vi nå deg?' },
    'reach-person': {
      title: {
        self: 'Hvordan kan vi nå deg?',
        parent: 'Hvordan kan vi nå barnet?',
        other: 'Hvordan kan vi nå personen?',
      },
    },
    'your-address': { title: 'Hvilken postadresse har du?' },
    shielded: {
      title: {
        self: 'Er adressen din sperret?',
        parent: 'Er adressen til barnet sperret?',
        other: 'Er adressen til personen sperret?',
      },
      hint: 'En sperret adresse kalles også kode 6 eller 7. Er den sperret, spør vi ikke om den, og den blir ikke lagret.',
    },
    address: {
      title: {
        self: 'Hvilken postadresse har du?',
        parent: 'Hvilken postadresse har barnet?',
        other: 'Hvilken postadresse har personen?',
      },
      hint: 'Adressen må fylles ut når brevene skal komme på papir. Ellers bruker vi den hvis et digitalt brev ikke blir åpnet.',
    },
  },
  fields: {
    ...family.fields,
    role: 'Hvem du sender inn for',
    attorneyLawyer: 'Advokat',
    attorneyEmployed: 'Ansatt i helse- og omsorgstjenestene i kommunen',
    submitterName: 'Navnet ditt',
    submitterOrganisation: 'Arbeidsstedet ditt',
    submitterEmail: 'E-postadressen din',
    submitterPhone: 'Telefonnummeret ditt',
    mandate: 'Fullmakt eller mandat',
    submitterStreet: 'Gate eller postboks',
    submitterPostalCode: 'Postnummeret ditt',
    submitterCity: 'Poststedet ditt',
    personName: { self: 'Navn', parent: 'Navnet til barnet', other: 'Navnet til personen' },
    personNationalId: 'Fødselsnummer eller D-nummer',
    personEmail: { self: 'E-postadresse', parent: 'E-postadressen til barnet', other: 'E-postadressen til personen' },
    personPhone: { self: 'Telefonnummer', parent: 'Telefonnummeret til barnet', other: 'Telefonnummeret til personen' },
    personStreet: 'Adresse',
    personPostalCode: 'Postnummer',
    personCity: 'Poststed',
    addressShielded: 'Sperret adresse',
    wishes: 'Søknaden gjelder',
    wishPlan: 'Individuell plan',
    wishCoordinator: 'Koordinator',
    wishChildCoordinator: 'Barnekoordinator',
    childCoordinatorFor: 'Barnekoordinator for',
    wishedCoordinator: 'Ønsket koordinator',
    needs: 'Behov for hjelp',
    goals: 'Mål og ønsker',
    services: 'Tjenester i dag',
    consentPlan: 'Samtykke til individuell plan',
    consentSharing: 'Samtykke til å dele opplysninger',
    language: 'Målform i brev',
    contact: 'Brev',
    interpreter: 'Tolk',
  },
  hints: {
    ...family.hints,
    submitterEmail: 'Vi sender bare beskjed om at det er kommet et brev. E-posten sier ikke hva brevet gjelder.',
    personEmail: 'Vi sender bare beskjed om at det er kommet et brev. E-posten sier ikke hva brevet gjelder.',
    wishPlan: 'En plan for tjenestene som skal virke sammen over lengre tid.',
    wishCoordinator: 'Én fast person som følger opp og samordner tjenestene.',
    wishChildCoordinator:
      'For familier som har eller venter barn med alvorlig sykdom, skade eller nedsatt funksjonsevne.',
  },
  roles: {
    self: { label: 'Meg selv' },
    parent: {
      label: 'Barnet mitt',
      hint: 'Under 18 år. Har barnevernstjenesten overtatt omsorgen, søker du ikke som forelder: fosterforeldre velger «En jeg er pårørende til», og barnevernstjenesten tar kontakt med kommunen.',
    },
    attorney: { label: 'En som har gitt meg fullmakt' },
    guardian: { label: 'En jeg er verge for' },
    relative: { label: 'En jeg er pårørende til', hint: 'Du melder fra om et behov. Kommunen spør personen selv.' },
    'health-worker': {
      label: 'En jeg møter som ansatt i helse- og omsorgstjenesten',
      hint: 'Du melder fra om et behov. Kommunen spør personen selv.',
    },
    hospital: {
      label: 'En pasient ved sykehuset der jeg arbeider',
      hint: 'Du melder fra om et behov. Kommunen spør personen selv.',
    },
  },
  choices: {
    ...family.choices,
    attorneyLawyer: { yes: { label: 'Ja' }, no: { label: 'Nei' } },
    attorneyEmployed: { yes: { label: 'Ja' }, no: { label: 'Nei' } },
    childCoordinatorFor: {
      child: {
        label: { self: 'Et barn jeg har omsorg for', parent: 'Barnet', other: 'Et barn personen har omsorg for' },
      },
      'expected-child': {
        label: { self: 'Et barn vi venter', parent: 'Et barn vi venter', other: 'Et barn personen venter' },
      },
      person: {
        label: { self: 'Meg selv, jeg er under 18 år', parent: 'Barnet', other: 'Personen selv, som er under 18 år' },
      },
    },
    consentPlan: { yes: { label: 'Ja' }, no: { label: 'Nei' }, later: { label: 'Jeg vil svare på det senere' } },
    consentSharing: { yes: { label: 'Ja' }, no: { label: 'Nei' } },
    language: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' } },
    contact: {
      digital: {
        label: 'Digitalt',
        hint: {
          self: 'Du får en e-post når det er kommet et brev, og logger inn her for å lese det.',
          parent: 'Du får en e-post når det er kommet et brev, og logger inn her for å lese det.',
          other: 'Den som skal ha brevet, får en e-post og logger inn her for å lese det.',
        },
      },
      paper: { label: 'På papir i posten' },
    },
    addressShielded: {
      no: { label: { self: 'Nei', parent: 'Nei', other: 'Nei, eller det vet jeg ikke' } },
      yes: {
        label: 'Ja',
        hint: 'Kommunen sørger for at brevene kommer fram på en trygg måte.',
      },
    },
  },
};
