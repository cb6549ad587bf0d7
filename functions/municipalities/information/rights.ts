import type { InformationSection } from '../schema.ts';
import type { InformationFacts } from './facts.ts';

/** What a plan is for (domain.md §§ 1.1, 1.8). */
export function planSection(): InformationSection {
  return {
    id: 'plan',
    covers: ['GJ-10', 'GU-12', 'OR-4', 'VI-6', 'VI-7', 'VI-8', 'KR-10', 'KR-11'],
    heading: { nb: 'Hva er individuell plan?', nn: 'Kva er individuell plan?', en: 'What is an individual plan?' },
    paragraphs: {
      nb: [
        'Individuell plan (IP) er én samlet plan for deg som får eller trenger flere tjenester over tid. Den bygger på hva som er viktig for deg, og viser veien fram dit du vil.',
        'Planen sier hva som skal gjøres, når det skal skje, og hvem som har ansvaret: du selv, dine nærmeste eller det offentlige.',
        'Med en plan skal hverdagen bli tryggere og lettere å forutse. Det skal være klart hvem som gjør hva, og tjenestene skal trekke i samme retning.',
        'Du har bare én individuell plan, og den omfatter alle tjenester som er aktuelle for deg, også utenfor helse og omsorg. Opplæringsplan, behandlingsplan, rehabiliteringsplan og treningsopplegg kan være deler av den.',
        'Planen gir ikke i seg selv rett til flere tjenester. Men den viser hvordan du har det og hva du trenger, og kan være et godt grunnlag når du søker om noe nytt.',
        'Individuell plan og koordinator er gratis.',
      ],
      nn: [
        'Individuell plan (IP) er éin samla plan for deg som får eller treng fleire tenester over tid. Han byggjer på kva som er viktig for deg, og viser vegen fram dit du vil.',
        'Planen seier kva som skal gjerast, når det skal skje, og kven som har ansvaret: du sjølv, dei næraste dine eller det offentlege.',
        'Med ein plan skal kvardagen bli tryggare og lettare å føresjå. Det skal vere klart kven som gjer kva, og tenestene skal dra i same retning.',
        'Du har berre éin individuell plan, og han omfattar alle tenester som er aktuelle for deg, også utanfor helse og omsorg. Opplæringsplan, behandlingsplan, rehabiliteringsplan og treningsopplegg kan vere delar av han.',
        'Planen gir ikkje i seg sjølv rett til fleire tenester. Men han viser korleis du har det og kva du treng, og kan vere eit godt grunnlag når du søkjer om noko nytt.',
        'Individuell plan og koordinator er gratis.',
      ],
      en: [
        'An individual plan (individuell plan, IP) is one joint plan for you who receive or need several services over time. It builds on what is important to you, and shows the way to where you want to be.',
        'The plan says what is to be done, when it is to happen and who is responsible: you yourself, those closest to you, or the public services.',
        'A plan should make everyday life safer and easier to foresee. It should be clear who does what, and the services should pull in the same direction.',
        'You have only one individual plan, and it covers all the services that matter to you, also outside health and care. An education plan, a treatment plan, a rehabilitation plan and a training programme can be parts of it.',
        'The plan does not in itself give a right to more services. But it shows how you are and what you need, and can be a good basis when you apply for something new.',
        'An individual plan and a coordinator cost nothing.',
      ],
    },
    links: [],
  };
}

/** Who has the right (pbrl § 2-5, hol § 7-1). */
export function rightSection(): InformationSection {
  return {
    id: 'right',
    covers: ['OR-1', 'VI-1', 'VI-2', 'VI-3', 'VI-4', 'VI-13'],
    heading: { nb: 'Hvem har rett til plan?', nn: 'Kven har rett til plan?', en: 'Who has a right to a plan?' },
    paragraphs: {
      nb: [
        'Du har rett til individuell plan når du trenger langvarige og koordinerte helse- og omsorgstjenester. Det er frivillig: Du får plan bare hvis du vil ha det.',
        'At behovet er langvarig, betyr at det vil vare en tid. Det trenger ikke være for alltid, og loven har ingen grense i måneder. At tjenestene må være koordinerte, betyr at to eller flere av dem må ses i sammenheng.',
        'Alder, diagnose og type funksjonsnedsettelse er uten betydning. Du kan ha rett til plan også når all hjelpen kommer fra kommunen, uten at sykehus eller annen spesialisthelsetjeneste er med.',
        'Når vi vurderer behovet ditt, regner vi også med det andre bidrar med, for eksempel skole, barnehage, Nav og barnevern.',
      ],
      nn: [
        'Du har rett til individuell plan når du treng langvarige og koordinerte helse- og omsorgstenester. Det er frivillig: Du får plan berre om du vil ha det.',
        'At behovet er langvarig, tyder at det vil vare ei tid. Det treng ikkje vere for alltid, og lova har inga grense i månader. At tenestene må vere koordinerte, tyder at to eller fleire av dei må sjåast i samanheng.',
        'Alder, diagnose og type funksjonsnedsetjing har ikkje noko å seie. Du kan ha rett til plan også når all hjelpa kjem frå kommunen, utan at sjukehus eller anna spesialisthelseteneste er med.',
        'Når vi vurderer behovet ditt, reknar vi også med det andre bidreg med, til dømes skule, barnehage, Nav og barnevern.',
      ],
      en: [
        'You have a right to an individual plan when you need long-term and coordinated health and care services. It is voluntary: you get a plan only if you want one.',
        'That the need is long-term means that it will last for some time. It need not be for ever, and the law sets no limit in months. That the services must be coordinated means that two or more of them have to be seen together.',
        'Age, diagnosis and type of disability make no difference. You may have a right to a plan also when all the help comes from the municipality, without a hospital or another specialist health service taking part.',
        'When we assess your need, we also take into account what others contribute, for example school, kindergarten, Nav (labour and welfare) and barnevern (child welfare).',
      ],
    },
    links: [],
  };
}

/** The coordinator, a right of its own (pbrl § 2-5 b, hol §§ 7-2, 7-3). */
export function coordinatorSection({ unit }: InformationFacts): InformationSection {
  return {
    id: 'coordinator',
    covers: ['GJ-4', 'GJ-5', 'GJ-6', 'GU-8', 'VI-9', 'VI-10'],
    heading: { nb: 'Koordinator', nn: 'Koordinator', en: 'Coordinator' },
    paragraphs: {
      nb: [
        'Trenger du langvarige og koordinerte tjenester, skal kommunen tilby deg en koordinator. Det gjelder også når du ikke vil ha individuell plan, eller har sagt nei til en. Du kan søke om bare koordinator.',
        'Koordinatoren er den faste kontakten din på tvers av tjenestene: følger deg opp, får de som hjelper deg til å samarbeide, og sørger for at planarbeidet går framover.',
        'En koordinator kan ha ulik fagbakgrunn, og er gjerne en som kjenner deg fra før. Ønsker du deg en bestemt person, kan du skrive det i søknaden. Ønsket ditt teller når vi velger.',
        `Det er ${unit.nb} som oppnevner koordinatorer, gir dem opplæring og veileder dem.`,
      ],
      nn: [
        'Treng du langvarige og koordinerte tenester, skal kommunen tilby deg ein koordinator. Det gjeld også når du ikkje vil ha individuell plan, eller har sagt nei til ein. Du kan søkje om berre koordinator.',
        'Koordinatoren er den faste kontakten din på tvers av tenestene: følgjer deg opp, får dei som hjelper deg til å samarbeide, og syter for at planarbeidet går framover.',
        'Ein koordinator kan ha ulik fagbakgrunn, og er gjerne ein som kjenner deg frå før. Ønskjer du deg ein bestemt person, kan du skrive det i søknaden. Ønsket ditt tel når vi vel.',
        `Det er ${unit.nn} som oppnemner koordinatorar, gir dei opplæring og rettleier dei.`,
      ],
      en: [
        'If you need long-term and coordinated services, the municipality must offer you a coordinator. This holds also when you do not want an individual plan, or have said no to one. You can apply for a coordinator only.',
        'The coordinator is your regular contact across the services: follows you up, gets those who help you to work together, and sees that the work on the plan moves forward.',
        'Coordinators come from different professions, and yours is often somebody who already knows you. If you would like a particular person, you can write it in the application. Your wish counts when we choose.',
        `${unit.en} appoints the coordinators, trains them and guides them.`,
      ],
    },
    links: [],
  };
}

/** The family's right to a child coordinator (pbrl § 2-5 c, hol § 7-2 a). */
export function childCoordinatorSection(): InformationSection {
  return {
    id: 'child-coordinator',
    covers: [],
    heading: { nb: 'Barnekoordinator', nn: 'Barnekoordinator', en: 'Child coordinator (barnekoordinator)' },
    paragraphs: {
      nb: [
        'Familier som har eller venter et barn med alvorlig sykdom, skade eller nedsatt funksjonsevne, kan ha rett til en barnekoordinator. Retten gjelder når barnet vil trenge langvarige og sammensatte eller koordinerte helse- og omsorgstjenester sammen med andre velferdstjenester.',
        'Foreldrene søker i det samme skjemaet. En barnekoordinator kan følge familien til barnet fyller 18 år.',
      ],
      nn: [
        'Familiar som har eller ventar eit barn med alvorleg sjukdom, skade eller nedsett funksjonsevne, kan ha rett til ein barnekoordinator. Retten gjeld når barnet vil trenge langvarige og samansette eller koordinerte helse- og omsorgstenester saman med andre velferdstenester.',
        'Foreldra søkjer i det same skjemaet. Ein barnekoordinator kan følgje familien til barnet fyller 18 år.',
      ],
      en: [
        'Families who have or are expecting a child with serious illness, injury or impairment may have a right to a child coordinator. The right applies when the child will need long-term and complex or coordinated health and care services together with other welfare services.',
        'The parents apply in the same form. A child coordinator can follow the family until the child turns 18.',
      ],
    },
    links: [],
  };
}

/** What the plan says (IP-forskriften § 9 a–j; Ørskog's page had the list of an older regulation). */
export function contentSection(): InformationSection {
  return {
    id: 'content',
    covers: ['OR-2'],
    heading: { nb: 'Hva planen inneholder', nn: 'Kva planen inneheld', en: 'What the plan contains' },
    paragraphs: {
      nb: [
        'Planen begynner med deg: målene dine, ressursene dine og hva du trenger. Den sier hvem som er med i arbeidet, hvem som lager planen, og hvem som holder den i gang.',
        'Så kommer tjenestene og tiltakene: hvor mye, på hvilken måte, hvem som svarer for dem, og hva du selv og eventuelt dine nærmeste vil bidra med.',
        'Planen sier også om du har fått tilbud om koordinator, barnekoordinator eller kontaktlege, hvor lenge den gjelder, når den skal ses over på nytt, hvilke samtykker du har gitt, og hvem andre det er nyttig å samarbeide med. Er planen for et barn, skal det stå hvordan barnet fikk være med.',
      ],
      nn: [
        'Planen byrjar med deg: måla dine, ressursane dine og kva du treng. Han seier kven som er med i arbeidet, kven som lagar planen, og kven som held han i gang.',
        'Så kjem tenestene og tiltaka: kor mykje, på kva måte, kven som svarar for dei, og kva du sjølv og eventuelt dei næraste dine vil bidra med.',
        'Planen seier også om du har fått tilbod om koordinator, barnekoordinator eller kontaktlege, kor lenge han gjeld, når han skal sjåast over på nytt, kva samtykke du har gitt, og kven andre det er nyttig å samarbeide med. Er planen for eit barn, skal det stå korleis barnet fekk vere med.',
      ],
      en: [
        'The plan begins with you: your goals, your strengths and what you need. It says who takes part in the work, who makes the plan, and who keeps it going.',
        'Then come the services and measures: how much, in what way, who answers for them, and what you yourself and perhaps those closest to you will contribute.',
        'The plan also says whether you have been offered a coordinator, a child coordinator or a contact doctor, how long it applies, when it is to be looked at again, which consents you have given, and whom else it is useful to work with. If the plan is for a child, it must say how the child took part.',
      ],
    },
    links: [],
  };
}

/** Consent and taking part (IP-forskriften §§ 4, 5; pbrl §§ 4-3, 4-4, 6-5; domain.md § 4). */
export function consentSection(): InformationSection {
  return {
    id: 'consent',
    covers: ['GJ-7', 'GJ-8', 'GU-13', 'OR-1', 'OR-5', 'KR-13'],
    heading: { nb: 'Samtykke og medvirkning', nn: 'Samtykke og medverknad', en: 'Consent and taking part' },
    paragraphs: {
      nb: [
        'Det blir bare laget plan når det er gitt samtykke. Du kan samtykke når du søker, eller vente: Da tar koordinatoren det opp med deg tidlig i planarbeidet.',
        'Fra du er 16 år, samtykker du selv når du forstår hva saken gjelder. For barn under 16 år er det som regel de med foreldreansvar som samtykker. Barnet skal bli hørt, og det barnet mener, veier tyngre med alderen. Har barnet fylt 12 år og forstår saken, kan barnet selv være part i den.',
        'Du svarer på hvert samtykke for seg: at det lages en plan, at de som hjelper deg får dele opplysninger, og hvem som slipper til i det elektroniske verktøyet. Et samtykke kan trekkes tilbake når som helst. Sier du nei til plan, kan du likevel få koordinator.',
        'Du, eller den som representerer deg, er med hele veien. Dine nærmeste kan også være med når du ønsker det.',
      ],
      nn: [
        'Det blir berre laga plan når det er gitt samtykke. Du kan samtykkje når du søkjer, eller vente: Då tek koordinatoren det opp med deg tidleg i planarbeidet.',
        'Frå du er 16 år, samtykkjer du sjølv når du forstår kva saka gjeld. For barn under 16 år er det som regel dei med foreldreansvar som samtykkjer. Barnet skal bli høyrt, og det barnet meiner, veg tyngre med alderen. Har barnet fylt 12 år og forstår saka, kan barnet sjølv vere part i henne.',
        'Du svarar på kvart samtykke for seg: at det blir laga ein plan, at dei som hjelper deg får dele opplysningar, og kven som slepp til i det elektroniske verktøyet. Eit samtykke kan trekkjast tilbake når som helst. Seier du nei til plan, kan du likevel få koordinator.',
        'Du, eller den som representerer deg, er med heile vegen. Dei næraste dine kan også vere med når du ønskjer det.',
      ],
      en: [
        'A plan is made only when consent has been given. You can consent when you apply, or wait: then the coordinator takes it up with you early in the work on the plan.',
        'From the age of 16 you consent yourself when you understand what the case is about. For children under 16 it is as a rule those with parental responsibility who consent. The child must be heard, and what the child thinks weighs more with age. A child who is 12 and understands the case can be a party to it.',
        'You answer each consent separately: that a plan is made, that those who help you may share information, and who is let into the electronic tool. A consent can be withdrawn at any time. If you say no to a plan, you can still get a coordinator.',
        'You, or the person who represents you, take part all the way. Those closest to you can also take part when you wish it.',
      ],
    },
    links: [],
  };
}
