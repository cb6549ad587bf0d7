import { osloDate } from '../../core/calendar.ts';
import { NotFoundError } from '../../core/errors.ts';
import { informationRequests } from '../../core/information-request.ts';
import type { CalendarDate } from '../../core/time.ts';
import { letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** What is missing and by when it helps to have it: guidance, with no threat and no pause of the clock (fvl §§ 11, 11 a). */
export interface InformationRequestView extends LetterView {
  readonly reported: boolean;
  readonly receivedOn: CalendarDate;
  readonly missing: string;
  readonly helpfulBy: CalendarDate;
  /** The answer, or a notice of delay, comes by this date whatever is missing. */
  readonly expectedOn: CalendarDate;
}

/** Needs: the caseworker's request of the round. */
export function informationRequestView(input: ViewInput): InformationRequestView {
  const { file, round, now } = input;
  const { caseId, language, origin, receivedOn, expectedOn } = file.case;
  const request = informationRequests(file).find((each) => each.round === round);
  if (!request) throw new NotFoundError(`request for information ${round} of case ${caseId}`);
  return {
    ...letterView(input, {
      heading: letterHeading('information-request', language),
      reader: readerOf(file, osloDate(now)),
      signers: { ...unsigned, caseworker: request.by.name },
    }),
    reported: origin !== 'application',
    receivedOn,
    missing: request.missing,
    helpfulBy: request.helpfulBy,
    expectedOn,
  };
}
