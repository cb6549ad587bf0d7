/** What happens next in a case, in bokmål; the nynorsk texts must have every one of them. */
export const nextNb = {
  title: 'Hva skjer nå?',
  steps: {
    received: 'Saken får et saksnummer om et øyeblikk. Så begynner en saksbehandler på den. Du trenger ikke gjøre noe.',
    registered: 'En saksbehandler begynner snart på saken. Du trenger ikke gjøre noe.',
    'awaiting-consent':
      'Den saken gjelder, har fått et spørsmål i et brev eller en e-post. Når svaret er kommet, vurderer en saksbehandler saken.',
    'in-assessment':
      'Saksbehandleren foreslår et svar, og en leder går gjennom det. Trenger vi mer informasjon, tar vi kontakt. Du får beskjed når det er kommet et brev til deg.',
    'in-approval': 'Når lederen har godkjent svaret, sender vi det i et brev. Du får beskjed når det er kommet.',
    decided: 'Du får beskjed så snart brevet er klart.',
    notified:
      'Les vedtaket under «Brev». Der står det hva du har fått, hvorfor, og hvordan du kan klage. Har du fått koordinator, kommer det et eget brev om hvem det er.',
    appealed:
      'Vi vurderer vedtaket på nytt. Får du ikke medhold, sender vi klagen til Statsforvalteren, som avgjør den.',
    withdrawn: 'Du får en bekreftelse i et brev. Du kan søke igjen når du vil.',
    closed: 'Det skjer ikke noe mer i denne saken. Du kan søke igjen hvis behovet endrer seg.',
  },
  withdrawn: 'Søknaden ble trukket {date}. Du kan søke igjen når du vil.',
  appealAnswer: 'Du skal få svar på klagen, eller et foreløpig svar, innen {date}.',
  forwarded: 'Statsforvalteren avgjør klagen. Vi gir beskjed når avgjørelsen er kommet.',
};
