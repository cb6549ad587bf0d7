import type { nextNb } from './next-texts.nb.ts';

/** What happens next in a case, in nynorsk. */
export const nextNn: typeof nextNb = {
  title: 'Kva skjer no?',
  received:
    'Saka får eit saksnummer om ein augneblink. Så tek ein sakshandsamar til på henne. Du treng ikkje gjere noko.',
  registered: 'Ein sakshandsamar tek snart til på saka. Du treng ikkje gjere noko.',
  consentYours: 'Vi treng eit svar frå deg før vi kan gå vidare. Du kan svare på sida «Samtykke».',
  consentParents:
    'Den som har foreldreansvar, har fått eit spørsmål i eit brev eller ein e-post. Når svaret er kome, vurderer ein sakshandsamar saka.',
  assessment:
    'Sakshandsamaren foreslår eit svar, og ein leiar går gjennom det. Treng vi meir informasjon, tek vi kontakt. Du får melding når det er kome eit brev.',
  asked:
    'Vi har bede om fleire opplysningar i eit brev. Det hjelper om vi har dei innan {date}, men dei kan òg kome seinare. Send dei på sida «Legg til opplysningar». Saka går vidare imens.',
  approval: 'Når leiaren har godkjent svaret, sender vi det i eit brev. Du får melding når det er kome.',
  decided: 'Du får melding så snart brevet er klart.',
  notified: 'Les vedtaket under «Brev». Der står det kva som er avgjort, kvifor, og korleis ein kan klage.',
  coordinatorComing: 'Kommunen oppnemner ein koordinator. Det kjem eit eige brev om kven det er.',
  coordinatorThere: 'Kven som er koordinator, står under. Koordinatoren følgjer opp vidare.',
  county: 'Statsforvaltaren har endra vedtaket og sender sjølv brevet om det. Avgjerda kan ikkje påklagast.',
  appealed:
    'Vi vurderer vedtaket på nytt. Fører ikkje klaga fram, sender vi henne til Statsforvaltaren, som avgjer henne.',
  sentBack: 'Statsforvaltaren har oppheva vedtaket og sendt saka tilbake til kommunen. Vi vurderer henne på nytt.',
  appealedOther: 'Vi vurderer det klaga gjeld. Fører ho ikkje fram, sender vi henne til Statsforvaltaren.',
  appealAnswer: 'Du skal få svar på klaga, eller eit førebels svar, innan {date}.',
  appealLate: 'Svaret på klaga skulle ha kome innan {date}. Det er forseinka. Ta gjerne kontakt med kommunen.',
  appealInReply: 'Klaga er ferdig handsama. Saka blir snart avslutta.',
  forwarded:
    'Statsforvaltaren avgjer klaga. Det tek ofte rundt tre månader, men det er ingen fast frist. Vi gir melding når avgjerda er komen.',
  withdrawn: 'Det kjem ei stadfesting i eit brev. Det er mogleg å søkje igjen når som helst.',
  declined:
    'Svaret var nei til både individuell plan og koordinator, og saka blir avslutta. Det er mogleg å søkje igjen når som helst.',
  closedWithdrawn: 'Søknaden vart trekt {date}. Det er mogleg å søkje igjen når som helst.',
  closedDeclined:
    'Saka vart avslutta {date}, fordi svaret var nei til både individuell plan og koordinator. Det er mogleg å søkje igjen når som helst.',
  closed: 'Det skjer ikkje noko meir i denne saka. Det er mogleg å søkje igjen dersom behovet endrar seg.',
};
