/** What happens next in a case, in bokmål; the nynorsk texts must have every one of them. */
export const nextNb = {
  title: 'Hva skjer nå?',
  received: 'Saken får et saksnummer om et øyeblikk. Så begynner en saksbehandler på den. Du trenger ikke gjøre noe.',
  registered: 'En saksbehandler begynner snart på saken. Du trenger ikke gjøre noe.',
  consentYours: 'Vi trenger et svar fra deg før vi kan gå videre. Du kan svare på siden «Samtykker».',
  consentParents:
    'Den som har foreldreansvar, har fått et spørsmål i et brev eller en e-post. Når svaret er kommet, vurderer en saksbehandler saken.',
  assessment:
    'Saksbehandleren foreslår et svar, og en leder går gjennom det. Trenger vi mer informasjon, tar vi kontakt. Du får beskjed når det er kommet et brev.',
  asked:
    'Vi har bedt om flere opplysninger i et brev. Det hjelper om vi har dem innen {date}, men de kan også komme senere. Send dem på siden «Legg til opplysninger». Saken går videre imens.',
  approval: 'Når lederen har godkjent svaret, sender vi det i et brev. Du får beskjed når det er kommet.',
  decided: 'Du får beskjed så snart brevet er klart.',
  notified: 'Les vedtaket under «Brev». Der står det hva som er avgjort, hvorfor, og hvordan en kan klage.',
  coordinatorComing: 'Kommunen oppnevner en koordinator. Det kommer et eget brev om hvem det er.',
  coordinatorThere: 'Hvem som er koordinator, står under. Koordinatoren følger opp videre.',
  county: 'Statsforvalteren har endret vedtaket og sender selv brevet om det. Avgjørelsen kan ikke påklages.',
  appealed: 'Vi vurderer vedtaket på nytt. Fører ikke klagen fram, sender vi den til Statsforvalteren, som avgjør den.',
  sentBack: 'Statsforvalteren har opphevet vedtaket og sendt saken tilbake til kommunen. Vi vurderer den på nytt.',
  appealedOther: 'Vi vurderer det klagen gjelder. Fører den ikke fram, sender vi den til Statsforvalteren.',
  appealAnswer: 'Du skal få svar på klagen, eller et foreløpig svar, innen {date}.',
  appealLate: 'Svaret på klagen skulle ha kommet innen {date}. Det er forsinket. Ta gjerne kontakt med kommunen.',
  appealInReply: 'Klagen er ferdig behandlet. Saken blir snart avsluttet.',
  forwarded:
    'Statsforvalteren avgjør klagen. Det tar ofte rundt tre måneder, men det er ingen fast frist. Vi gir beskjed når avgjørelsen er kommet.',
  withdrawn: 'Det kommer en bekreftelse i et brev. Det er mulig å søke igjen når som helst.',
  declined:
    'Svaret var nei til både individuell plan og koordinator, og saken blir avsluttet. Det er mulig å søke igjen når som helst.',
  closedWithdrawn: 'Søknaden ble trukket {date}. Det er mulig å søke igjen når som helst.',
  closedDeclined:
    'Saken ble avsluttet {date}, fordi svaret var nei til både individuell plan og koordinator. Det er mulig å søke igjen når som helst.',
  closed: 'Det skjer ikke noe mer i denne saken. Det er mulig å søke igjen hvis behovet endrer seg.',
};
