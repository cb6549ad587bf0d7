import { family } from './family-texts.nn.ts';
import type { QuestionTexts } from './form-text-types.ts';

/** The questions of the form in nynorsk. */
export const questions: QuestionTexts = {
  questions: {
    ...family.questions,
    role: { title: 'Kven sender du inn for?' },
    lawyer: {
      title: 'Er du advokat?',
      hint: 'Ein advokat treng ikkje leggje fram skriftleg fullmakt. Kommunen kan likevel be om det når det er tvil.',
    },
    employed: {
      title: 'Er du tilsett i helse- og omsorgstenestene i kommunen?',
      hint: 'Den som er tilsett i same del av forvaltninga, kan ikkje vere fullmektig der (forvaltningslova § 12).',
    },
    name: { title: 'Kva heiter du?', hint: 'Skriv førenamn og etternamn.' },
    'your-name': { title: 'Kva heiter du som sender inn?', hint: 'Skriv førenamn og etternamn.' },
    workplace: {
      title: 'Kvar arbeider du?',
      hint: 'Skriv namnet på arbeidsstaden, til dømes legekontoret eller avdelinga på sjukehuset.',
    },
    'person-name': {
      title: { self: 'Kva heiter du?', parent: 'Kva heiter barnet?', other: 'Kva heiter personen det gjeld?' },
      hint: 'Skriv førenamn og etternamn.',
    },
    'person-number': {
      title: {
        self: 'Kva er fødselsnummeret ditt?',
        parent: 'Kva er fødselsnummeret til barnet?',
        other: 'Kva er fødselsnummeret til personen?',
      },
      hint: 'Fødselsnummer eller D-nummer, 11 siffer. Vi bruker det for å vere sikre på kven saka gjeld.',
    },
    mandate: {
      title: {
        self: 'Kva fullmakt har du?',
        parent: 'Har du skriftleg fullmakt frå barnet?',
        other: 'Kva skriftleg fullmakt eller mandat har du?',
      },
      hint: {
        self: 'Skriv kven som har gitt henne, når, og kva ho gjeld.',
        parent:
          'Barnet er 16 eller 17 år og bestemmer sjølv. Har du fullmakt, skriv du når ho er gitt, og kva ho gjeld. Har du ikkje fullmakt, lèt du feltet stå tomt: Då spør kommunen barnet sjølv.',
        other:
          'Skriv kven som har gitt fullmakta eller mandatet, når, og kva det gjeld. Er du verje: Eit vanleg økonomisk mandat gjeld ikkje dette. Mandatet må omfatte personlege forhold.',
      },
    },
    'mandate-file': {
      title: 'Last opp fullmakta eller mandatet',
      before: [
        'Ta bilete av dokumentet eller skann det, og last det opp her. Har det fleire sider, kan du laste opp fleire filer.',
        'Har du det ikkje for handa, kan du gå vidare. Då må kommunen få sjå det før du kan sjå saka og få breva, og før du kan samtykke for personen.',
      ],
    },
    wishes: {
      title: {
        self: 'Kva søkjer du om?',
        parent: 'Kva søkjer du om for barnet?',
        other: 'Kva treng personen?',
      },
      hint: 'Kryss av for eitt eller fleire. Du kan be om koordinator åleine.',
    },
    'child-coordinator': { title: 'Kva barn gjeld barnekoordinatoren?' },
    'wished-coordinator': {
      title: {
        self: 'Er det nokon du ønskjer som koordinator?',
        parent: 'Er det nokon de ønskjer som koordinator?',
        other: 'Er det nokon personen ønskjer som koordinator?',
      },
      hint: 'Det kan vere ein de kjenner frå før. Skriv namn eller arbeidsstad. Kommunen skal leggje vekt på ønsket.',
    },
    needs: {
      title: {
        self: 'Kva treng du hjelp til?',
        parent: 'Kva treng barnet og de hjelp til?',
        other: 'Kva treng personen hjelp til?',
      },
      hint: {
        self: 'Skriv med eigne ord. Du treng ikkje oppgi diagnose.',
        parent: 'Skriv med eigne ord. Du treng ikkje oppgi diagnose. Fortel òg kva barnet sjølv meiner.',
        other: 'Skriv med eigne ord, og berre det kommunen treng å vite. Du treng ikkje oppgi diagnose.',
      },
    },
    goals: {
      title: {
        self: 'Kva er viktig for deg, og kva vil du oppnå?',
        parent: 'Kva er viktig for barnet, og kva vil de oppnå?',
        other: 'Kva er viktig for personen?',
      },
    },
    services: {
      title: {
        self: 'Kva tenester får du i dag, og frå kven?',
        parent: 'Kva tenester får barnet i dag, og frå kven?',
        other: 'Kva tenester får personen i dag, og frå kven?',
      },
      hint: 'Til dømes heimesjukepleie frå kommunen, fysioterapeut, sjukehus, skule eller Nav.',
    },
    parents: {
      title: 'Foreldra dine må seie ja til planen',
      before: [
        'Du er under 16 år. Derfor må dei som har foreldreansvar for deg, seie ja før kommunen lagar ein individuell plan. Vi spør dei når vi har fått søknaden din.',
        'Du skal bli høyrd, og meininga di tel. Du kan ha koordinator òg utan plan.',
        'Er det grunnar til at foreldra dine ikkje bør få vite om søknaden? Er du 12 år eller meir, kan du seie det på neste side. Du kan òg ringje kommunen før du sender inn, så finn vi ut av det saman.',
      ],
    },
    'consent-plan': {
      title: {
        self: 'Samtykkjer du til at det blir laga ein individuell plan?',
        parent: 'Samtykkjer du til at det blir laga ein individuell plan for barnet?',
        other: 'Samtykkjer du for personen til at det blir laga ein individuell plan?',
      },
      hint: 'Kommunen kan ikkje lage ein plan utan samtykke. Du kan søkje utan å svare no, og du kan trekkje samtykket tilbake når du vil.',
    },
    'consent-sharing': {
      title: {
        self: 'Kan dei som hjelper deg, dele nødvendige opplysningar om deg med kvarandre?',
        parent: 'Kan dei som hjelper barnet, dele nødvendige opplysningar om barnet med kvarandre?',
        other: 'Kan dei som hjelper personen, dele nødvendige opplysningar om personen med kvarandre?',
      },
      hint: 'Dette er eit eige samtykke. Det er frivillig, og du kan trekkje det tilbake når du vil.',
    },
    language: {
      title: 'Kva målform vil du ha breva på?',
    },
    interpreter: {
      title: {
        self: 'Treng du tolk?',
        parent: 'Treng de tolk?',
        other: 'Treng personen tolk?',
      },
      hint: 'Skriv kva språk, òg teiknspråk. Tolken er gratis. Trengst det ikkje tolk, lèt du feltet stå tomt.',
    },
    letters: {
      title: {
        self: 'Korleis vil du ha breva?',
        parent: 'Korleis vil de ha breva?',
        other: 'Korleis skal breva sendast?',
      },
    },
    'reach-you': { title: 'Korleis kan vi nå deg?' },
    'reach-person': {
      title: {
        self: 'Korleis kan vi nå deg?',
        parent: 'Korleis kan vi nå barnet?',
        other: 'Korleis kan vi nå personen?',
      },
    },
    'your-address': { title: 'Kva postadresse har du?' },
    shielded: {
      title: {
        self: 'Er adressa di sperra?',
        parent: 'Er adressa til barnet sperra?',
        other: 'Er adressa til personen sperra?',
      },
      hint: 'Ei sperra adresse blir òg kalla kode 6 eller 7. Er ho sperra, spør vi ikkje om henne, og ho blir ikkje lagra.',
    },
    address: {
      title: {
        self: 'Kva postadresse har du?',
        parent: 'Kva postadresse har barnet?',
        other: 'Kva postadresse har personen?',
      },
      hint: 'Adressa må fyllast ut når breva skal kome på papir. Elles bruker vi henne om eit digitalt brev ikkje blir opna.',
    },
  },
  fields: {
    ...family.fields,
    role: 'Kven du sender inn for',
    attorneyLawyer: 'Advokat',
    attorneyEmployed: 'Tilsett i helse- og omsorgstenestene i kommunen',
    submitterName: 'Namnet ditt',
    submitterOrganisation: 'Arbeidsstaden din',
    submitterEmail: 'E-postadressa di',
    submitterPhone: 'Telefonnummeret ditt',
    mandate: 'Fullmakt eller mandat',
    submitterStreet: 'Gate eller postboks',
    submitterPostalCode: 'Postnummeret ditt',
    submitterCity: 'Poststaden din',
    personName: { self: 'Namn', parent: 'Namnet til barnet', other: 'Namnet til personen' },
    personNationalId: 'Fødselsnummer eller D-nummer',
    personEmail: { self: 'E-postadresse', parent: 'E-postadressa til barnet', other: 'E-postadressa til personen' },
    personPhone: { self: 'Telefonnummer', parent: 'Telefonnummeret til barnet', other: 'Telefonnummeret til personen' },
    personStreet: 'Adresse',
    personPostalCode: 'Postnummer',
    personCity: 'Poststad',
    addressShielded: 'Sperra adresse',
    wishes: 'Søknaden gjeld',
    wishPlan: 'Individuell plan',
    wishCoordinator: 'Koordinator',
    wishChildCoordinator: 'Barnekoordinator',
    childCoordinatorFor: 'Barnekoordinator for',
    wishedCoordinator: 'Ønskt koordinator',
    needs: 'Behov for hjelp',
    goals: 'Mål og ønske',
    services: 'Tenester i dag',
    consentPlan: 'Samtykke til individuell plan',
    consentSharing: 'Samtykke til å dele opplysningar',
    language: 'Målform i brev',
    contact: 'Brev',
    interpreter: 'Tolk',
  },
  hints: {
    ...family.hints,
    submitterEmail: 'Vi sender berre melding om at det er kome eit brev. E-posten seier ikkje kva brevet gjeld.',
    personEmail: 'Vi sender berre melding om at det er kome eit brev. E-posten seier ikkje kva brevet gjeld.',
    wishPlan: 'Ein plan for tenestene som skal verke saman over lengre tid.',
    wishCoordinator: 'Éin fast person som følgjer opp og samordnar tenestene.',
    wishChildCoordinator:
      'For familiar som har eller ventar barn med alvorleg sjukdom, skade eller nedsett funksjonsevne.',
  },
  roles: {
    self: { label: 'Meg sjølv' },
    parent: {
      label: 'Barnet mitt',
      hint: 'Under 18 år. Har barnevernstenesta overteke omsorga, søkjer du ikkje som forelder: fosterforeldre vel «Ein eg er pårørande til», og barnevernstenesta tek kontakt med kommunen.',
    },
    attorney: { label: 'Ein som har gitt meg fullmakt' },
    guardian: { label: 'Ein eg er verje for' },
    relative: { label: 'Ein eg er pårørande til', hint: 'Du melder frå om eit behov. Kommunen spør personen sjølv.' },
    'health-worker': {
      label: 'Ein eg møter som tilsett i helse- og omsorgstenesta',
      hint: 'Du melder frå om eit behov. Kommunen spør personen sjølv.',
    },
    hospital: {
      label: 'Ein pasient ved sjukehuset der eg arbeider',
      hint: 'Du melder frå om eit behov. Kommunen spør personen sjølv.',
    },
  },
  choices: {
    ...family.choices,
    attorneyLawyer: { yes: { label: 'Ja' }, no: { label: 'Nei' } },
    attorneyEmployed: { yes: { label: 'Ja' }, no: { label: 'Nei' } },
    childCoordinatorFor: {
      child: {
        label: { self: 'Eit barn eg har omsorg for', parent: 'Barnet', other: 'Eit barn personen har omsorg for' },
      },
      'expected-child': {
        label: { self: 'Eit barn vi ventar', parent: 'Eit barn vi ventar', other: 'Eit barn personen ventar' },
      },
      person: {
        label: { self: 'Meg sjølv, eg er under 18 år', parent: 'Barnet', other: 'Personen sjølv, som er under 18 år' },
      },
    },
    consentPlan: { yes: { label: 'Ja' }, no: { label: 'Nei' }, later: { label: 'Eg vil svare på det seinare' } },
    consentSharing: { yes: { label: 'Ja' }, no: { label: 'Nei' } },
    language: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' } },
    contact: {
      digital: {
        label: 'Digitalt',
        hint: {
          self: 'Du får ein e-post når det er kome eit brev, og loggar inn her for å lese det.',
          parent: 'Du får ein e-post når det er kome eit brev, og loggar inn her for å lese det.',
          other: 'Den som skal ha brevet, får ein e-post og loggar inn her for å lese det.',
        },
      },
      paper: { label: 'På papir i posten' },
    },
    addressShielded: {
      no: { label: { self: 'Nei', parent: 'Nei', other: 'Nei, eller det veit eg ikkje' } },
      yes: {
        label: 'Ja',
        hint: 'Kommunen syter for at breva kjem fram på ein trygg måte.',
      },
    },
  },
};
