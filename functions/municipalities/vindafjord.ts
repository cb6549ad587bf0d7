import { exampleMailboxes, ombudsmanWeb, usualDeadlines } from './examples.ts';
import { information } from './information/compose.ts';
import { unknownTool } from './plan-tools.ts';
import type { Municipality } from './schema.ts';

const unit = { nb: 'Tenestekontoret', nn: 'Tenestekontoret', en: 'Tenestekontoret (the service office)' };
const governor = { nb: 'Statsforvalteren i Rogaland', nn: 'Statsforvaltaren i Rogaland' };
const ombudsman = { nb: 'Pasient- og brukerombudet i Rogaland', nn: 'Pasient- og brukarombodet i Rogaland' };

/** Vindafjord: nynorsk by its own decision; staff answer by link alone until it has an OpenID issuer. */
export const vindafjord: Municipality = {
  number: '1160',
  slug: 'vindafjord',
  aliases: [],
  name: 'Vindafjord kommune',
  county: 'Rogaland',
  language: 'nn',
  languageNeutral: false,
  unit,
  postalAddress: {
    lines: ['Vindafjord kommune', 'Tenestekontoret', 'Rådhusplassen 1'],
    postalCode: '5580',
    city: 'Ølen',
  },
  visitingAddress: { lines: ['Rådhuset', 'Rådhusplassen 1'], postalCode: '5580', city: 'Ølen' },
  phones: [{ label: unit, number: '53 65 60 50' }],
  openingHours: { from: '08:00', to: '15:30' },
  website: 'https://www.vindafjord.kommune.no',
  countyGovernor: { name: governor, organisationNumber: '974763230' },
  ombudsman: {
    name: ombudsman,
    phone: '953 35 050',
    email: 'rogaland@pasientogbrukerombudet.no',
    web: ombudsmanWeb,
  },
  planTool: unknownTool,
  mailboxes: exampleMailboxes('vindafjord'),
  staffMailDomains: ['vindafjord.example'],
  staffSignIn: 'link-only',
  deadlines: usualDeadlines,
  information: information(
    {
      unit,
      paperAddress: 'Vindafjord kommune, Tenestekontoret, Rådhusplassen 1, 5580 Ølen',
      governor,
      ombudsman,
      ombudsmanWeb,
      planTool: unknownTool,
    },
    [
      {
        to: 'apply',
        covers: ['VI-10', 'VI-12'],
        nb: [
          'Har du sagt nei til plan, finnes det et eget papirskjema for koordinator. Tenestekontoret på rådhuset hjelper deg på telefon 53 65 60 50, klokka 8.00–15.30 på hverdager.',
        ],
        nn: [
          'Har du sagt nei til plan, finst det eit eige papirskjema for koordinator. Tenestekontoret på rådhuset hjelper deg på telefon 53 65 60 50, klokka 8.00–15.30 på kvardagar.',
        ],
        en: [
          'If you have said no to a plan, there is a paper form of its own for a coordinator. Tenestekontoret (the service office) in the town hall helps you on telephone 53 65 60 50, 8.00–15.30 on weekdays.',
        ],
      },
      {
        to: 'afterwards',
        covers: ['VI-5'],
        nb: [
          'Vi følger den samme veien i alle saker: informasjon, søknad, vedtak og oppstart av planen. Du ser på saken din hvor langt den er kommet.',
        ],
        nn: [
          'Vi følgjer den same vegen i alle saker: informasjon, søknad, vedtak og oppstart av planen. Du ser på saka di kor langt ho er komen.',
        ],
        en: [
          'We follow the same path in every case: information, application, decision and the start of the plan. Your case shows how far it has come.',
        ],
      },
    ],
  ),
};
