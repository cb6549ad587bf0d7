import type { InformationSection } from '../schema.ts';

/** The law in force, where the seed pages cite repealed or renamed rules (domain.md § 1.7). */
export function lawSection(): InformationSection {
  return {
    id: 'law',
    covers: ['GU-14', 'VI-11', 'KR-14', 'KR-15'],
    heading: {
      nb: 'Regelverk og mer informasjon',
      nn: 'Regelverk og meir informasjon',
      en: 'Law and more information',
    },
    paragraphs: {
      nb: [
        'Retten din står i pasient- og brukerrettighetsloven §§ 2-5 (plan), 2-5 b (koordinator) og 2-5 c (barnekoordinator). Kommunens plikter står i helse- og omsorgstjenesteloven §§ 7-1 til 7-3.',
        'Hvordan planen blir til og hva den skal inneholde, følger av forskrift om individuell plan ved ytelse av velferdstjenester. Om koordinator gjelder også forskrift om habilitering, rehabilitering og koordinator.',
        'Andre tjenester har tilsvarende plikter etter spesialisthelsetjenesteloven § 2-5, psykisk helsevernloven § 4-1, sosialtjenesteloven § 28 (§ 33 for deltakere i kvalifiseringsprogram), Nav-loven § 15, barnevernsloven § 15-9 og LAR-forskriften § 6.',
        'Helsedirektoratet har en veileder, en film og brosjyren «Ditt liv, din plan» på flere språk.',
      ],
      nn: [
        'Retten din står i pasient- og brukarrettslova §§ 2-5 (plan), 2-5 b (koordinator) og 2-5 c (barnekoordinator). Pliktene til kommunen står i helse- og omsorgstenestelova §§ 7-1 til 7-3.',
        'Korleis planen blir til og kva han skal innehalde, følgjer av forskrift om individuell plan ved yting av velferdstenester. Om koordinator gjeld også forskrift om habilitering, rehabilitering og koordinator.',
        'Andre tenester har tilsvarande plikter etter spesialisthelsetenestelova § 2-5, psykisk helsevernlova § 4-1, sosialtenestelova § 28 (§ 33 for deltakarar i kvalifiseringsprogram), Nav-lova § 15, barnevernslova § 15-9 og LAR-forskrifta § 6.',
        'Helsedirektoratet har ein rettleiar, ein film og brosjyren «Ditt liv, din plan» på fleire språk.',
      ],
      en: [
        'Your right is in pasient- og brukerrettighetsloven (the Patient and User Rights Act) §§ 2-5 (plan), 2-5 b (coordinator) and 2-5 c (child coordinator). The duties of the municipality are in helse- og omsorgstjenesteloven (the Health and Care Services Act) §§ 7-1 to 7-3.',
        'How the plan is made and what it must contain follows from forskrift om individuell plan ved ytelse av velferdstjenester (the regulation on individual plans). On coordinators there is also forskrift om habilitering, rehabilitering og koordinator (the regulation on habilitation, rehabilitation and coordinators).',
        'Other services have similar duties under spesialisthelsetjenesteloven (the Specialist Health Services Act) § 2-5, psykisk helsevernloven (the Mental Health Care Act) § 4-1, sosialtjenesteloven (the Social Services Act) § 28 (§ 33 for participants in the qualification programme), Nav-loven (the Labour and Welfare Administration Act) § 15, barnevernsloven (the Child Welfare Act) § 15-9 and LAR-forskriften (the regulation on opioid substitution treatment) § 6.',
        'Helsedirektoratet (the Norwegian Directorate of Health) has guidelines, a film and the brochure «Ditt liv, din plan» (Your life, your plan) in several languages.',
      ],
    },
    links: [
      {
        title: {
          nb: 'Pasient- og brukerrettighetsloven',
          nn: 'Pasient- og brukarrettslova',
          en: 'Pasient- og brukerrettighetsloven (the Patient and User Rights Act)',
        },
        url: 'https://lovdata.no/dokument/NL/lov/1999-07-02-63',
      },
      {
        title: {
          nb: 'Helse- og omsorgstjenesteloven',
          nn: 'Helse- og omsorgstenestelova',
          en: 'Helse- og omsorgstjenesteloven (the Health and Care Services Act)',
        },
        url: 'https://lovdata.no/dokument/NL/lov/2011-06-24-30',
      },
      {
        title: {
          nb: 'Forskrift om individuell plan',
          nn: 'Forskrift om individuell plan',
          en: 'Forskrift om individuell plan (the regulation on individual plans)',
        },
        url: 'https://lovdata.no/dokument/SF/forskrift/2022-06-22-1110',
      },
      {
        title: {
          nb: 'Veileder fra Helsedirektoratet',
          nn: 'Rettleiar frå Helsedirektoratet',
          en: 'Guidelines of Helsedirektoratet (in Norwegian)',
        },
        url: 'https://www.helsedirektoratet.no/veiledere/rehabilitering-habilitering-individuell-plan-og-koordinator',
      },
    ],
  };
}
