import type { Case } from '../core/case.ts';
import { type CaseState, isAnswered } from '../core/case-state.ts';
import { formatDate } from '../core/format.ts';
import type { Language } from '../core/language.ts';
import type { CalendarDate } from '../core/time.ts';

interface StatusWords {
  readonly states: Readonly<Record<CaseState, string>>;
  readonly closedAfterWithdrawal: string;
  readonly promised: string;
  readonly promisedLater: string;
  readonly overdue: string;
}

const words: Readonly<Record<Language, StatusWords>> = {
  nb: {
    states: {
      received: 'Vi har mottatt saken.',
      registered: 'Saken er mottatt og registrert.',
      'awaiting-consent': 'Vi venter på svar om samtykke.',
      'in-assessment': 'En saksbehandler vurderer saken.',
      'in-approval': 'Saken er vurdert, og en leder går gjennom den.',
      decided: 'Det er gjort et vedtak. Brevet er på vei.',
      notified: 'Saken er avgjort, og vedtaket er sendt.',
      appealed: 'Vedtaket er påklaget. Klagen er til behandling.',
      withdrawn: 'Saken er trukket.',
      closed: 'Saken er avsluttet.',
    },
    closedAfterWithdrawal: 'Saken er trukket og avsluttet.',
    promised: 'Svaret, eller et foreløpig svar, kommer innen {date}.',
    promisedLater: 'Svaret er forsinket. Ny dato for svar er {date}.',
    overdue: 'Svaret skulle ha kommet innen {date}. Det er forsinket. Ta gjerne kontakt med kommunen.',
  },
  nn: {
    states: {
      received: 'Vi har fått saka.',
      registered: 'Saka er motteken og registrert.',
      'awaiting-consent': 'Vi ventar på svar om samtykke.',
      'in-assessment': 'Ein sakshandsamar vurderer saka.',
      'in-approval': 'Saka er vurdert, og ein leiar går gjennom henne.',
      decided: 'Det er gjort eit vedtak. Brevet er på veg.',
      notified: 'Saka er avgjord, og vedtaket er sendt.',
      appealed: 'Vedtaket er påklaga. Klaga er til handsaming.',
      withdrawn: 'Saka er trekt.',
      closed: 'Saka er avslutta.',
    },
    closedAfterWithdrawal: 'Saka er trekt og avslutta.',
    promised: 'Svaret, eller eit førebels svar, kjem innan {date}.',
    promisedLater: 'Svaret er forseinka. Ny dato for svar er {date}.',
    overdue: 'Svaret skulle ha kome innan {date}. Det er forseinka. Ta gjerne kontakt med kommunen.',
  },
};

/** How a case stands, in a sentence for whoever it concerns, and the date promised for an answer while one is due. */
export function caseStatus(
  found: Pick<Case, 'state' | 'expectedOn' | 'dueOn' | 'withdrawnAt'>,
  { language, today }: { readonly language: Language; readonly today: CalendarDate },
): { readonly state: string; readonly promise: string } {
  const { state, expectedOn, dueOn, withdrawnAt } = found;
  const text = words[language];
  const sentence = state === 'closed' && withdrawnAt ? text.closedAfterWithdrawal : text.states[state];
  if (isAnswered(state) || state === 'decided') return { state: sentence, promise: '' };
  const later = expectedOn === dueOn ? text.promised : text.promisedLater;
  const promise = today > expectedOn ? text.overdue : later;
  return { state: sentence, promise: promise.replace('{date}', formatDate(expectedOn, language)) };
}
