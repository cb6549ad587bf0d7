import type { InformationSection } from '../schema.ts';
import type { InformationFacts } from './facts.ts';

/** How to apply, on the web or on paper, for oneself or another (domain.md § 4.4; eFvf § 10). */
export function applySection({ paperAddress }: InformationFacts): InformationSection {
  return {
    id: 'apply',
    covers: ['GJ-1', 'GJ-2', 'GJ-3', 'KR-3', 'KR-14'],
    heading: { nb: 'Slik søker du', nn: 'Slik søkjer du', en: 'How to apply' },
    paragraphs: {
      nb: [
        'Ett skjema gjelder for både individuell plan og koordinator. Logg inn med ID-porten, velg hva du søker om, og send inn. Du får straks en kvittering med saksnummer.',
        `Du kan også søke på papir. Fyll ut og underskriv papirskjemaet, og send det til ${paperAddress}.`,
        'Søker noen på vegne av deg, må de ha skriftlig fullmakt, være verge med mandat til det, eller ha foreldreansvar for deg. De logger inn som seg selv, aldri med din elektroniske ID. Ansatte i helse- og omsorgstjenesten kan hjelpe deg med skjemaet eller melde fra om behovet, men ikke være fullmektig.',
        'Skriv i søknaden hvis du trenger tolk eller får best hjelp på et annet språk.',
      ],
      nn: [
        'Eitt skjema gjeld for både individuell plan og koordinator. Logg inn med ID-porten, vel kva du søkjer om, og send inn. Du får straks ei kvittering med saksnummer.',
        `Du kan også søkje på papir. Fyll ut og skriv under papirskjemaet, og send det til ${paperAddress}.`,
        'Søkjer nokon på vegner av deg, må dei ha skriftleg fullmakt, vere verje med mandat til det, eller ha foreldreansvar for deg. Dei loggar inn som seg sjølve, aldri med din elektroniske ID. Tilsette i helse- og omsorgstenesta kan hjelpe deg med skjemaet eller melde frå om behovet, men ikkje vere fullmektig.',
        'Skriv i søknaden om du treng tolk eller får best hjelp på eit anna språk.',
      ],
      en: [
        'One form is for both an individual plan and a coordinator. Log in with ID-porten, choose what you apply for, and send the form. You get a receipt with a case number at once.',
        `You can also apply on paper. Fill in and sign the paper form, and send it to ${paperAddress}.`,
        'Somebody who applies on your behalf must have a written authorisation (fullmakt), be a guardian (verge) with a mandate for it, or have parental responsibility for you. They log in as themselves, never with your electronic ID. Employees of the health and care services can help you with the form or report the need, but cannot be your authorised representative.',
        'Write in the application if you need an interpreter or are best helped in another language.',
      ],
    },
    links: [],
  };
}

/** The duty does not start only with an application (IP-forskriften §§ 6, 8; hol § 7-3). */
export function reportSection({ unit }: InformationFacts): InformationSection {
  return {
    id: 'report',
    covers: ['GU-9', 'GU-10', 'GU-11', 'KR-12'],
    heading: {
      nb: 'Andre kan si fra om behovet',
      nn: 'Andre kan seie frå om behovet',
      en: 'Others can report the need',
    },
    paragraphs: {
      nb: [
        'Det er først og fremst tjenestene som skal ta initiativet. De som arbeider der, skal fortelle deg om plan og koordinator og tilby det når de ser at du kan ha bruk for det.',
        `Pårørende kan også be om plan eller koordinator, ved å kontakte ${unit.nb} direkte. Vi spør deg selv før noen lager en plan.`,
        'Under et sykehusopphold er det sykehuset som skal tilby koordinator, varsle kommunen om behovet og være med i planarbeidet når det trengs.',
        'Får du hjelp fra både kommunen og spesialisthelsetjenesten, er det kommunen som har hovedansvaret for planen.',
      ],
      nn: [
        'Det er først og fremst tenestene som skal ta initiativet. Dei som arbeider der, skal fortelje deg om plan og koordinator og tilby det når dei ser at du kan ha bruk for det.',
        `Pårørande kan også be om plan eller koordinator, ved å kontakte ${unit.nn} direkte. Vi spør deg sjølv før nokon lagar ein plan.`,
        'Under eit sjukehusopphald er det sjukehuset som skal tilby koordinator, varsle kommunen om behovet og vere med i planarbeidet når det trengst.',
        'Får du hjelp frå både kommunen og spesialisthelsetenesta, er det kommunen som har hovudansvaret for planen.',
      ],
      en: [
        'It is first of all the services that should take the initiative. Those who work there must tell you about the plan and the coordinator and offer them when they see that you may need them.',
        `Relatives can also ask for a plan or a coordinator, by contacting ${unit.en} directly. We ask you yourself before anyone makes a plan.`,
        'During a hospital stay it is the hospital that must offer a coordinator, notify the municipality of the need and take part in the work on the plan when necessary.',
        'If you get help from both the municipality and the specialist health service, the municipality has the main responsibility for the plan.',
      ],
    },
    links: [],
  };
}

/** From application to the start of the plan, with the one-month notice (fvl § 11 a). */
export function afterwardsSection({ unit }: InformationFacts): InformationSection {
  return {
    id: 'afterwards',
    covers: ['GJ-11', 'GU-3', 'GU-4', 'VI-5', 'KR-4', 'KR-5'],
    heading: { nb: 'Hva skjer videre?', nn: 'Kva skjer vidare?', en: 'What happens next?' },
    paragraphs: {
      nb: [
        `Det er ${unit.nb} som behandler søknaden, så raskt vi kan. En saksbehandler vurderer plan og koordinator hver for seg, og en leder godkjenner før vedtaket blir sendt.`,
        'Rekker vi ikke å svare innen én måned etter at søknaden kom, får du et skriftlig foreløpig svar. Der står det hva som er grunnen, og når du kan vente svaret.',
        'Du får et skriftlig vedtak med begrunnelse. Er noe uklart, kan du spørre saksbehandleren som står nederst i brevet.',
        'Blir søknaden innvilget, oppnevner vi en koordinator, og planarbeidet begynner når samtykket er gitt.',
      ],
      nn: [
        `Det er ${unit.nn} som handsamar søknaden, så raskt vi kan. Ein sakshandsamar vurderer plan og koordinator kvar for seg, og ein leiar godkjenner før vedtaket blir sendt.`,
        'Rekk vi ikkje å svare innan éin månad etter at søknaden kom, får du eit skriftleg førebels svar. Der står det kva som er grunnen, og når du kan vente svaret.',
        'Du får eit skriftleg vedtak med grunngiving. Er noko uklart, kan du spørje sakshandsamaren som står nedst i brevet.',
        'Blir søknaden innvilga, oppnemner vi ein koordinator, og planarbeidet tek til når samtykket er gitt.',
      ],
      en: [
        `${unit.en} handles the application, as soon as we can. A caseworker assesses the plan and the coordinator separately, and a leader approves before the decision is sent.`,
        'If we cannot answer within one month of the application reaching us, you get a preliminary answer in writing. It says what the reason is, and when you can expect the answer.',
        'You get a written decision with reasons. If anything is unclear, you can ask the caseworker named at the bottom of the letter.',
        'If the application is granted, we appoint a coordinator, and the work on the plan begins when consent has been given.',
      ],
    },
    links: [],
  };
}

/** The right to appeal (pbrl §§ 7-2, 7-3, 7-5, 7-7; fvl § 33) and who helps. */
export function appealSection({ governor, ombudsman, ombudsmanWeb }: InformationFacts): InformationSection {
  return {
    id: 'appeal',
    covers: ['GJ-11', 'GU-7', 'OR-7', 'VI-13', 'KR-6', 'KR-7'],
    heading: { nb: 'Hvis du vil klage', nn: 'Om du vil klage', en: 'If you want to appeal' },
    paragraphs: {
      nb: [
        'Du kan klage på vedtaket, og også på hjelpen du får eller ikke får. Fristen for å klage på et vedtak er vanligvis fire uker fra du ble kjent med det, og står i brevet. Er du for sent ute, skal et menneske likevel vurdere om klagen kan tas opp.',
        'Send klagen til kommunen, ikke til klageinstansen. Du trenger ikke bruke et bestemt skjema. Vi ser på saken på nytt, og du får ny avgjørelse hvis vi er enige med deg.',
        `Er vi ikke enige i alt, sender vi saken til ${governor.nb}, som avgjør klagen endelig. Du får kopi av det vi skriver dit.`,
        `Kommunen hjelper deg med å klage. Både du og dine pårørende kan dessuten få gratis råd av ${ombudsman.nb}, uten å oppgi hvem dere er.`,
      ],
      nn: [
        'Du kan klage på vedtaket, og også på hjelpa du får eller ikkje får. Fristen for å klage på eit vedtak er vanlegvis fire veker frå du vart kjend med det, og står i brevet. Er du for seint ute, skal eit menneske likevel vurdere om klaga kan takast opp.',
        'Send klaga til kommunen, ikkje til klageinstansen. Du treng ikkje bruke eit bestemt skjema. Vi ser på saka på nytt, og du får ny avgjerd om vi er samde med deg.',
        `Er vi ikkje samde i alt, sender vi saka til ${governor.nn}, som avgjer klaga endeleg. Du får kopi av det vi skriv dit.`,
        `Kommunen hjelper deg med å klage. Både du og dei pårørande dine kan dessutan få gratis råd av ${ombudsman.nn}, utan å oppgi kven de er.`,
      ],
      en: [
        'You can appeal the decision, and also the help you get or do not get. The time limit for appealing a decision is usually four weeks from when you learned of it, and is stated in the letter. If you are too late, a human being must still consider whether the appeal can be taken up.',
        'Send the appeal to the municipality, not to the appeals body. You do not have to use a particular form. We look at the case again, and you get a new decision if we agree with you.',
        `If we do not agree with all of it, we send the case to ${governor.nb} (the county governor), who decides the appeal finally. You get a copy of what we write there.`,
        `The municipality helps you to appeal. You and your relatives can also get free advice from ${ombudsman.nb} (the health and care ombudsman), without saying who you are.`,
      ],
    },
    links: [
      {
        title: {
          nb: 'Pasient- og brukerombudet',
          nn: 'Pasient- og brukarombodet',
          en: 'Pasient- og brukerombudet (the health and care ombudsman)',
        },
        url: ombudsmanWeb,
      },
    ],
  };
}

/** Safe ways to reach the municipality (hol § 12-1; eFvf § 8). */
export function privacySection(): InformationSection {
  return {
    id: 'privacy',
    covers: ['GU-6'],
    heading: { nb: 'Opplysningene dine', nn: 'Opplysningane dine', en: 'Your information' },
    paragraphs: {
      nb: [
        'E-post er ikke trygt nok for helseopplysninger. Bruk sidene her når du er logget inn, eller vanlig post.',
        'Når det ligger et brev til deg, får du bare beskjed om det. Innholdet leser du etter at du har logget inn, eller får på papir. På saken din kan du også se hvem som har åpnet den.',
      ],
      nn: [
        'E-post er ikkje trygt nok for helseopplysningar. Bruk sidene her når du er logga inn, eller vanleg post.',
        'Når det ligg eit brev til deg, får du berre beskjed om det. Innhaldet les du etter at du har logga inn, eller får på papir. På saka di kan du også sjå kven som har opna henne.',
      ],
      en: [
        'E-mail is not safe enough for health information. Use the pages here when you are logged in, or ordinary post.',
        'When there is a letter for you, you are only told that it is there. You read it after you have logged in, or get it on paper. On your case you can also see who has opened it.',
      ],
    },
    links: [],
  };
}
