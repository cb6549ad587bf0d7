import { exampleMailboxes, ombudsmanWeb, usualDeadlines } from './examples.ts';
import { information } from './information/compose.ts';
import type { Municipality } from './schema.ts';

const unit = {
  nb: 'Forvaltning og koordinering',
  nn: 'Forvaltning og koordinering',
  en: 'Forvaltning og koordinering (the coordinating unit)',
};
const governor = { nb: 'Statsforvalteren i Agder', nn: 'Statsforvaltaren i Agder' };
const ombudsman = { nb: 'Pasient- og brukerombudet i Agder', nn: 'Pasient- og brukarombodet i Agder' };

const dipsSamspill: Municipality['planTool'] = {
  name: 'DIPS Samspill',
  url: 'https://samspill.dips.no/Kristiansand',
  accessForm: true,
  guides: [
    {
      title: {
        nb: 'Miniveileder: individuell plan og koordinator',
        nn: 'Minirettleiar: individuell plan og koordinator',
        en: 'Short guide: individual plan and coordinator (in Norwegian)',
      },
      for: 'plan',
    },
    {
      title: {
        nb: 'Miniveileder: koordinator uten plan (enkelt samspill)',
        nn: 'Minirettleiar: koordinator utan plan (enkelt samspill)',
        en: 'Short guide: coordinator without a plan, «enkelt samspill» (in Norwegian)',
      },
      for: 'coordinator-only',
    },
  ],
};

/** Kristiansand. */
export const kristiansand: Municipality = {
  number: '4204',
  slug: 'kristiansand',
  aliases: [],
  name: 'Kristiansand kommune',
  county: 'Agder',
  language: 'nb',
  languageNeutral: false,
  unit,
  postalAddress: {
    lines: ['Kristiansand kommune', 'Forvaltning og koordinering', 'Postboks 4'],
    postalCode: '4685',
    city: 'Nodeland',
  },
  phones: [{ label: { nb: 'Sentralbord', nn: 'Sentralbord', en: 'Switchboard' }, number: '38 07 50 00' }],
  website: 'https://www.kristiansand.kommune.no',
  countyGovernor: { name: governor, organisationNumber: '974762994' },
  ombudsman: { name: ombudsman, web: ombudsmanWeb },
  planTool: dipsSamspill,
  mailboxes: exampleMailboxes('kristiansand'),
  staffMailDomains: ['kristiansand.example'],
  staffSignIn: 'required',
  deadlines: usualDeadlines,
  information: information(
    {
      unit,
      paperAddress: 'Kristiansand kommune, Forvaltning og koordinering, Postboks 4, 4685 Nodeland',
      governor,
      ombudsman,
      ombudsmanWeb,
      planTool: dipsSamspill,
    },
    [
      {
        to: 'apply',
        covers: ['KR-1', 'KR-2'],
        nb: ['På Innbyggertorget kan du få hjelp til å fylle ut søknaden.'],
        nn: ['På Innbyggertorget kan du få hjelp til å fylle ut søknaden.'],
        en: ['At Innbyggertorget (the citizens’ service centre) you can get help to fill in the application.'],
      },
      {
        to: 'appeal',
        covers: ['KR-2', 'KR-6'],
        nb: [
          'Innbyggertorget veileder deg også hvis du vil klage, og har et klageskjema på papir for dem som ønsker det.',
        ],
        nn: [
          'Innbyggertorget rettleier deg også om du vil klage, og har eit klageskjema på papir for dei som ønskjer det.',
        ],
        en: [
          'Innbyggertorget also guides you if you want to appeal, and has an appeal form on paper for those who wish it.',
        ],
      },
      {
        to: 'tool',
        covers: ['KR-8', 'KR-9'],
        nb: [
          'Når vedtaket er gjort og koordinatoren din er oppnevnt, fyller du ut et autorisasjonsskjema for DIPS Samspill. Gi skjemaet til koordinatoren, som åpner tilgangen.',
          'Det finnes to korte veiledninger: en for deg som har både plan og koordinator, og en for deg som har koordinator uten plan («enkelt samspill»). Koordinatoren gir deg den som passer.',
        ],
        nn: [
          'Når vedtaket er gjort og koordinatoren din er oppnemnd, fyller du ut eit autorisasjonsskjema for DIPS Samspill. Gi skjemaet til koordinatoren, som opnar tilgangen.',
          'Det finst to korte rettleiingar: ei for deg som har både plan og koordinator, og ei for deg som har koordinator utan plan («enkelt samspill»). Koordinatoren gir deg den som passar.',
        ],
        en: [
          'When the decision has been made and your coordinator has been appointed, you fill in an authorisation form (autorisasjonsskjema) for DIPS Samspill. Give the form to the coordinator, who opens the access.',
          'There are two short guides: one for you who have both a plan and a coordinator, and one for you who have a coordinator without a plan («enkelt samspill»). The coordinator gives you the one that fits.',
        ],
      },
    ],
  ),
};
