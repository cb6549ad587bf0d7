import type { PageLanguage } from '../../core/language.ts';
import type { Municipality } from '../../municipalities/index.ts';

interface PrivacyTexts {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly points: readonly string[];
  }[];
}

/** The privacy page (domain.md §§ 7.5, 7.6), the same facts in each language. */
export function privacyTexts(municipality: Pick<Municipality, 'name'>): Readonly<Record<PageLanguage, PrivacyTexts>> {
  const { name } = municipality;
  return { nb: nb(name), nn: nn(name), en: en(name) };
}

function nb(name: string): PrivacyTexts {
  return {
    title: 'Slik behandler vi opplysningene dine',
    intro: `${name} har ansvaret for opplysningene i saken din (er behandlingsansvarlig). Her står det hva vi lagrer, hvorfor, og hva du kan kreve.`,
    sections: [
      {
        heading: 'Dette lagrer vi',
        paragraphs: [],
        points: [
          'Navn, fødselsnummer og kontaktopplysninger, både for den som saken gjelder, og for den som søker for noen andre.',
          'Det du skriver i skjemaet, filer du legger ved, og samtykkene du gir eller trekker tilbake.',
          'Vurderinger, vedtak, brev og klager, og når hvert brev er sendt og åpnet.',
          'Hvem som har åpnet saken, og når. Du ser denne loggen på saken din.',
        ],
      },
      {
        heading: 'Hvorfor vi har lov til det',
        paragraphs: [
          'Kommunen har plikt til å behandle søknaden og til å tilby plan og koordinator. Det følger av helse- og omsorgstjenesteloven kapittel 7 og pasient- og brukerrettighetsloven kapittel 2.',
          'Grunnlaget i personvernforordningen er artikkel 6 nr. 1 bokstav c (rettslig plikt) og e (offentlig myndighet), og artikkel 9 nr. 2 bokstav h (helse- og omsorgstjenester). Samtykkene i saken gjelder selve planen og deling mellom dem som hjelper deg. De er ikke grunnlaget for at vi lagrer søknaden.',
        ],
        points: [],
      },
      {
        heading: 'Hvem som får se dem',
        paragraphs: [
          'Bare de som trenger det for å behandle saken eller følge den opp: saksbehandler, leder og koordinerende enhet. Alle har taushetsplikt. Hvis du klager og vi ikke er enige med deg, får Statsforvalteren saken. Andre som hjelper deg, får opplysninger bare når du har samtykket, eller når loven sier det.',
          'Opplysningene er kryptert og ligger i kommunens egen konto hos en skyleverandør, som er databehandler for kommunen. Et menneske avgjør alltid søknaden, aldri en maskin.',
        ],
        points: [],
      },
      {
        heading: 'Hvor lenge',
        paragraphs: [
          'Saken er arkivmateriale. Kommunen har plikt til å ta vare på den etter arkivlova, og kan ikke slette den bare fordi noen ber om det. Et utkast du ikke sender inn, blir slettet av seg selv.',
        ],
        points: [],
      },
      {
        heading: 'Informasjonskapsler',
        paragraphs: [
          'Vi bruker bare informasjonskapsler som sidene må ha: for innloggingen, for å sikre skjemaene og for å huske språket. Vi måler ikke bruken din, og ingen andre får vite at du har vært her.',
        ],
        points: [],
      },
      {
        heading: 'Dette kan du kreve',
        paragraphs: ['Spør oss, så hjelper vi deg. Det er gratis.'],
        points: [
          'Å se opplysningene vi har om deg, og hvem som har åpnet saken.',
          'Å få rettet det som er feil. Det som sto der fra før, blir tatt vare på sammen med rettelsen.',
          'Å få begrenset bruken av opplysningene, å protestere mot den, og i noen tilfeller å få dem slettet.',
          'Å snakke med personvernombudet i kommunen.',
          'Å klage til Datatilsynet hvis du mener vi bryter reglene.',
        ],
      },
    ],
  };
}

function nn(name: string): PrivacyTexts {
  return {
    title: 'Slik behandlar vi opplysningane dine',
    intro: `${name} har ansvaret for opplysningane i saka di (er behandlingsansvarleg). Her står det kva vi lagrar, kvifor, og kva du kan krevje.`,
    sections: [
      {
        heading: 'Dette lagrar vi',
        paragraphs: [],
        points: [
          'Namn, fødselsnummer og kontaktopplysningar, både for den som saka gjeld, og for den som søkjer for nokon andre.',
          'Det du skriv i skjemaet, filer du legg ved, og samtykka du gir eller trekkjer tilbake.',
          'Vurderingar, vedtak, brev og klager, og når kvart brev er sendt og opna.',
          'Kven som har opna saka, og når. Du ser denne loggen på saka di.',
        ],
      },
      {
        heading: 'Kvifor vi har lov til det',
        paragraphs: [
          'Kommunen har plikt til å handsame søknaden og til å tilby plan og koordinator. Det følgjer av helse- og omsorgstenestelova kapittel 7 og pasient- og brukarrettslova kapittel 2.',
          'Grunnlaget i personvernforordninga er artikkel 6 nr. 1 bokstav c (rettsleg plikt) og e (offentleg styresmakt), og artikkel 9 nr. 2 bokstav h (helse- og omsorgstenester). Samtykka i saka gjeld sjølve planen og deling mellom dei som hjelper deg. Dei er ikkje grunnlaget for at vi lagrar søknaden.',
        ],
        points: [],
      },
      {
        heading: 'Kven som får sjå dei',
        paragraphs: [
          'Berre dei som treng det for å handsame saka eller følgje henne opp: sakshandsamar, leiar og koordinerande eining. Alle har teieplikt. Om du klagar og vi ikkje er samde med deg, får Statsforvaltaren saka. Andre som hjelper deg, får opplysningar berre når du har samtykt, eller når lova seier det.',
          'Opplysningane er krypterte og ligg i kommunen sin eigen konto hos ein skyleverandør, som er databehandlar for kommunen. Eit menneske avgjer alltid søknaden, aldri ei maskin.',
        ],
        points: [],
      },
      {
        heading: 'Kor lenge',
        paragraphs: [
          'Saka er arkivmateriale. Kommunen har plikt til å ta vare på henne etter arkivlova, og kan ikkje slette henne berre fordi nokon ber om det. Eit utkast du ikkje sender inn, blir sletta av seg sjølv.',
        ],
        points: [],
      },
      {
        heading: 'Informasjonskapslar',
        paragraphs: [
          'Vi bruker berre informasjonskapslar som sidene må ha: for innlogginga, for å sikre skjemaa og for å hugse språket. Vi måler ikkje bruken din, og ingen andre får vite at du har vore her.',
        ],
        points: [],
      },
      {
        heading: 'Dette kan du krevje',
        paragraphs: ['Spør oss, så hjelper vi deg. Det er gratis.'],
        points: [
          'Å sjå opplysningane vi har om deg, og kven som har opna saka.',
          'Å få retta det som er feil. Det som stod der frå før, blir teke vare på saman med rettinga.',
          'Å få avgrensa bruken av opplysningane, å protestere mot han, og i nokre tilfelle å få dei sletta.',
          'Å snakke med personvernombodet i kommunen.',
          'Å klage til Datatilsynet om du meiner vi bryt reglane.',
        ],
      },
    ],
  };
}

function en(name: string): PrivacyTexts {
  return {
    title: 'How we handle your information',
    intro: `${name} is responsible for the information in your case (is the data controller). This page says what we keep, why, and what you can ask for.`,
    sections: [
      {
        heading: 'What we keep',
        paragraphs: [],
        points: [
          'Names, national identity numbers and contact details, both of the person the case is about and of anyone who applies for somebody else.',
          'What you write in the form, files you attach, and the consents you give or withdraw.',
          'Assessments, decisions, letters and appeals, and when each letter was sent and opened.',
          'Who has opened the case, and when. You see this log on your case.',
        ],
      },
      {
        heading: 'Why we are allowed to',
        paragraphs: [
          'The municipality has a duty to handle the application and to offer a plan and a coordinator. This follows from helse- og omsorgstjenesteloven (the Health and Care Services Act) chapter 7 and pasient- og brukerrettighetsloven (the Patient and User Rights Act) chapter 2.',
          'The basis in the General Data Protection Regulation (GDPR) is article 6(1)(c) (legal obligation) and (e) (official authority), and article 9(2)(h) (health and care services). The consents in the case are about the plan itself and about sharing between those who help you. They are not the reason why we may keep the application.',
        ],
        points: [],
      },
      {
        heading: 'Who may see it',
        paragraphs: [
          'Only those who need it to handle the case or follow it up: the caseworker, the leader and the coordinating unit. All of them have a duty of confidentiality. If you appeal and we do not agree, Statsforvalteren (the county governor) gets the case. Others who help you get information only when you have consented, or when the law says so.',
          'The information is encrypted and kept in the municipality’s own account with a cloud provider, which is a data processor for the municipality. A human being always decides the application, never a machine.',
        ],
        points: [],
      },
      {
        heading: 'For how long',
        paragraphs: [
          'The case is archive material. The municipality has a duty to preserve it under arkivlova (the Archives Act), and cannot erase it only because somebody asks for it. A draft that you do not send is erased by itself.',
        ],
        points: [],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'We use only cookies that the pages must have: for the login, to secure the forms and to remember the language. We do not measure what you do, and nobody else learns that you have been here.',
        ],
        points: [],
      },
      {
        heading: 'What you can ask for',
        paragraphs: ['Ask us, and we will help you. It costs nothing.'],
        points: [
          'To see the information we have about you, and who has opened the case.',
          'To have what is wrong corrected. What stood there before is preserved together with the correction.',
          'To have the use of the information restricted, to object to it, and in some cases to have it erased.',
          'To talk to the municipality’s data protection officer (personvernombud).',
          'To complain to Datatilsynet (the Norwegian Data Protection Authority) if you think we break the rules.',
        ],
      },
    ],
  };
}
