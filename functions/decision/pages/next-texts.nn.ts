import type { nextNb } from './next-texts.nb.ts';

/** What happens next in a case, in nynorsk. */
export const nextNn: typeof nextNb = {
  title: 'Kva skjer no?',
  steps: {
    received:
      'Saka får eit saksnummer om ein augneblink. Så tek ein sakshandsamar til på ho. Du treng ikkje gjere noko.',
    registered: 'Ein sakshandsamar tek snart til på saka. Du treng ikkje gjere noko.',
    'awaiting-consent':
      'Den saka gjeld, har fått eit spørsmål i eit brev eller ein e-post. Når svaret er kome, vurderer ein sakshandsamar saka.',
    'in-assessment':
      'Sakshandsamaren foreslår eit svar, og ein leiar går gjennom det. Treng vi meir informasjon, tek vi kontakt. Du får melding når det er kome eit brev til deg.',
    'in-approval': 'Når leiaren har godkjent svaret, sender vi det i eit brev. Du får melding når det er kome.',
    decided: 'Du får melding så snart brevet er klart.',
    notified:
      'Les vedtaket under «Brev». Der står det kva du har fått, kvifor, og korleis du kan klage. Har du fått koordinator, kjem det eit eige brev om kven det er.',
    appealed:
      'Vi vurderer vedtaket på nytt. Får du ikkje medhald, sender vi klaga til Statsforvaltaren, som avgjer ho.',
    withdrawn: 'Du får ei stadfesting i eit brev. Du kan søkje igjen når du vil.',
    closed: 'Det skjer ikkje noko meir i denne saka. Du kan søkje igjen dersom behovet endrar seg.',
  },
  withdrawn: 'Søknaden vart trekt {date}. Du kan søkje igjen når du vil.',
  appealAnswer: 'Du skal få svar på klaga, eller eit førebels svar, innan {date}.',
  forwarded: 'Statsforvaltaren avgjer klaga. Vi gir melding når avgjerda er komen.',
};
