import { exampleMailboxes, ombudsmanWeb, usualDeadlines } from './examples.ts';
import { information } from './information/compose.ts';
import { samPro } from './plan-tools.ts';
import type { Municipality } from './schema.ts';

const unit = {
  nb: 'Tildeling og koordinering',
  nn: 'Tildeling og koordinering',
  en: 'Tildeling og koordinering (the coordinating unit)',
};
const governor = { nb: 'Statsforvalteren i Innlandet', nn: 'Statsforvaltaren i Innlandet' };
const ombudsman = { nb: 'Pasient- og brukerombudet i Innlandet', nn: 'Pasient- og brukarombodet i Innlandet' };

/** Gjøvik. Its page says consent «over 15 år»; the Act says 16 (pbrl § 4-3), and so do we. No phone number is confirmed. */
export const gjovik: Municipality = {
  number: '3407',
  slug: 'gjovik',
  aliases: [],
  name: 'Gjøvik kommune',
  county: 'Innlandet',
  language: 'nb',
  languageNeutral: false,
  unit,
  postalAddress: {
    lines: ['Gjøvik kommune', 'Helse og omsorg – Tildeling og koordinering', 'Postboks 630'],
    postalCode: '2810',
    city: 'Gjøvik',
  },
  phones: [],
  website: 'https://www.gjovik.kommune.no',
  countyGovernor: { name: governor, organisationNumber: '974761645' },
  ombudsman: { name: ombudsman, web: ombudsmanWeb },
  planTool: samPro,
  mailboxes: exampleMailboxes('gjovik'),
  staffMailDomains: ['gjovik.example'],
  staffSignIn: 'required',
  deadlines: usualDeadlines,
  information: information(
    {
      unit,
      paperAddress: 'Gjøvik kommune, Helse og omsorg – Tildeling og koordinering, Postboks 630, 2810 Gjøvik',
      governor,
      ombudsman,
      ombudsmanWeb,
      planTool: samPro,
    },
    [
      {
        to: 'consent',
        covers: ['GJ-8'],
        nb: [
          'Er du 15 år, samtykker de som har foreldreansvaret, og vi skriver ned hva du selv mener. Forstår en voksen ikke hva saken gjelder, blir det vurdert og begrunnet skriftlig hvordan vi går fram.',
        ],
        nn: [
          'Er du 15 år, samtykkjer dei som har foreldreansvaret, og vi skriv ned kva du sjølv meiner. Forstår ein vaksen ikkje kva saka gjeld, blir det vurdert og grunngitt skriftleg korleis vi går fram.',
        ],
        en: [
          'If you are 15, those with parental responsibility consent, and we write down what you yourself think. If an adult does not understand what the case is about, how we proceed is assessed and given reasons for in writing.',
        ],
      },
    ],
  ),
};
