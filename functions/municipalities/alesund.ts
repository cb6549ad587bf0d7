import { exampleMailboxes, ombudsmanWeb, usualDeadlines } from './examples.ts';
import { information } from './information/compose.ts';
import { unknownTool } from './plan-tools.ts';
import type { Municipality } from './schema.ts';

const governor = { nb: 'Statsforvalteren i Møre og Romsdal', nn: 'Statsforvaltaren i Møre og Romsdal' };
const ombudsman = {
  nb: 'Pasient- og brukerombudet i Møre og Romsdal',
  nn: 'Pasient- og brukarombodet i Møre og Romsdal',
};

/**
 * Ålesund, which Ørskog (1523, its own until the end of 2019) is part of. Number 1507 was in use 2020–2023. Språknøytral
 * since 7 December 2023: it answers in the citizen's own form; nynorsk is what Ørskog wrote and what is used when nobody
 * chose.
 */
export const alesund: Municipality = {
  number: '1508',
  slug: 'alesund',
  aliases: ['orskog', '1523', '1507'],
  name: 'Ålesund kommune',
  county: 'Møre og Romsdal',
  language: 'nn',
  languageNeutral: true,
  unit: { nb: 'Koordinerende enhet', nn: 'Koordinerande eining', en: 'Koordinerende enhet (the coordinating unit)' },
  postalAddress: {
    lines: ['Ålesund kommune', 'Koordinerande eining', 'Postboks 1521'],
    postalCode: '6025',
    city: 'Ålesund',
  },
  visitingAddress: { lines: ['Keiser Wilhelms gate 11'], postalCode: '6003', city: 'Ålesund' },
  phones: [{ label: { nb: 'Sentralbord', nn: 'Sentralbord', en: 'Switchboard' }, number: '70 16 20 00' }],
  website: 'https://alesund.kommune.no',
  countyGovernor: { name: governor, organisationNumber: '974764067' },
  ombudsman: { name: ombudsman, web: ombudsmanWeb },
  planTool: unknownTool,
  mailboxes: exampleMailboxes('alesund'),
  staffMailDomains: ['alesund.example'],
  staffSignIn: 'required',
  deadlines: usualDeadlines,
  information: information(
    {
      unit: {
        nb: 'koordinerende enhet',
        nn: 'koordinerande eining',
        en: 'Koordinerende enhet (the coordinating unit)',
      },
      paperAddress: 'Ålesund kommune, Koordinerande eining, Postboks 1521, 6025 Ålesund',
      governor,
      ombudsman,
      ombudsmanWeb,
      planTool: unknownTool,
    },
    [
      {
        to: 'coordinator',
        covers: ['OR-3'],
        nb: [
          'I eldre planer og brev fra Ørskog kan koordinatoren være kalt brukerkoordinator. Det er den samme rollen.',
        ],
        nn: [
          'I eldre planar og brev frå Ørskog kan koordinatoren vere kalla brukarkoordinator. Det er den same rolla.',
        ],
        en: [
          'In older plans and letters from Ørskog the coordinator may be called brukerkoordinator. It is the same role.',
        ],
      },
      {
        to: 'apply',
        covers: ['OR-6', 'OR-7'],
        nb: [
          'Bor du i det som var Ørskog kommune, søker du til Ålesund kommune. Velg selv om du vil skrive bokmål eller nynorsk; vi svarer i samme målform.',
        ],
        nn: [
          'Bur du i det som var Ørskog kommune, søkjer du til Ålesund kommune. Vel sjølv om du vil skrive bokmål eller nynorsk; vi svarar i same målform.',
        ],
        en: [
          'If you live in what was Ørskog municipality, you apply to Ålesund municipality. Choose yourself whether you write bokmål or nynorsk; we answer in the same form of Norwegian.',
        ],
      },
    ],
  ),
};
