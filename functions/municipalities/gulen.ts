import { exampleMailboxes, ombudsmanWeb, usualDeadlines } from './examples.ts';
import { information } from './information/compose.ts';
import { samPro } from './plan-tools.ts';
import type { Municipality } from './schema.ts';

const governor = { nb: 'Statsforvalteren i Vestland', nn: 'Statsforvaltaren i Vestland' };
const ombudsman = { nb: 'Pasient- og brukerombudet i Vestland', nn: 'Pasient- og brukarombodet i Vestland' };

/** Gulen. Telephone numbers are from its page of May 2023; Vestland's from 2023. */
export const gulen: Municipality = {
  number: '4635',
  slug: 'gulen',
  aliases: [],
  name: 'Gulen kommune',
  county: 'Vestland',
  language: 'nn',
  languageNeutral: false,
  unit: { nb: 'Koordinerende enhet', nn: 'Koordinerande eining', en: 'Koordinerende enhet (the coordinating unit)' },
  postalAddress: {
    lines: ['Gulen kommune og koordinerande eining', 'v/kommunal koordinator', 'Eivindvikvegen 1149'],
    postalCode: '5966',
    city: 'Eivindvik',
  },
  phones: [
    {
      label: { nb: 'Kommunalsjef helse og omsorg', nn: 'Kommunalsjef helse og omsorg', en: 'Head of health and care' },
      number: '57 78 20 04',
    },
    {
      label: {
        nb: 'Kommunalsjef oppvekst og kultur',
        nn: 'Kommunalsjef oppvekst og kultur',
        en: 'Head of childhood and culture',
      },
      number: '57 78 20 05',
    },
  ],
  website: 'https://www.gulen.kommune.no',
  countyGovernor: {
    name: governor,
    organisationNumber: '974760665',
    email: 'sfvlpost@statsforvalteren.no',
    phone: '57 64 30 00',
    address: { lines: ['Njøsavegen 2'], postalCode: '6863', city: 'Leikanger' },
  },
  ombudsman: {
    name: ombudsman,
    phone: '55 21 80 90',
    email: 'vestland.bergen@pasientogbrukerombudet.no',
    web: ombudsmanWeb,
  },
  planTool: samPro,
  mailboxes: exampleMailboxes('gulen'),
  staffMailDomains: ['gulen.example'],
  staffSignIn: 'required',
  deadlines: usualDeadlines,
  information: information(
    {
      unit: {
        nb: 'koordinerende enhet',
        nn: 'koordinerande eining',
        en: 'Koordinerende enhet (the coordinating unit)',
      },
      paperAddress:
        'Gulen kommune og koordinerande eining, v/kommunal koordinator, Eivindvikvegen 1149, 5966 Eivindvik',
      governor,
      ombudsman,
      ombudsmanWeb,
      planTool: samPro,
    },
    [
      {
        to: 'apply',
        covers: ['GU-1', 'GU-2'],
        nb: [
          'På papir kan du bruke det felles søknadsskjemaet for helse- og omsorgstjenester og krysse av for individuell plan eller koordinator.',
        ],
        nn: [
          'På papir kan du bruke det felles søknadsskjemaet for helse- og omsorgstenester og krysse av for individuell plan eller koordinator.',
        ],
        en: [
          'On paper you can use the common application form for health and care services and tick individuell plan (individual plan) or koordinator (coordinator).',
        ],
      },
      {
        to: 'afterwards',
        covers: ['GU-3', 'GU-5'],
        nb: [
          'Hos oss er det kommunal koordinator som tar seg av søknaden. Spørsmål om plan og koordinator kan du stille på telefon til kommunalsjefen for helse og omsorg eller kommunalsjefen for oppvekst og kultur.',
        ],
        nn: [
          'Hos oss er det kommunal koordinator som tek seg av søknaden. Spørsmål om plan og koordinator kan du stille på telefon til kommunalsjefen for helse og omsorg eller kommunalsjefen for oppvekst og kultur.',
        ],
        en: [
          'With us it is the municipal coordinator (kommunal koordinator) who takes care of the application. Questions about the plan and the coordinator can be put by telephone to the head of health and care or the head of childhood and culture.',
        ],
      },
    ],
  ),
};
