import { addDays, osloDate } from '../../core/calendar.ts';
import { consentGiver } from '../../core/consent.ts';
import type { SubmitterRole } from '../../core/parties.ts';
import type { CalendarDate } from '../../core/time.ts';
import { consentReaders } from '../../messages/recipients.ts';
import { letterHeading } from '../letter-text.ts';
import { addressingIn, type LetterView, letterView, present, unsigned, type ViewInput } from './letter.ts';
import { consentReaderOf } from './reader.ts';

/** Days one round of the question stays open; the definition's `expiresInSeconds` of AskConsent. */
export const daysToAnswer = 14;

/** The question for consent: plan, coordinator and sharing, each answered on its own (domain.md § 4.5). */
export interface ConsentRequestView extends LetterView {
  readonly reported: boolean;
  readonly receivedOn: CalendarDate;
  readonly submitter:
    | { readonly name: string; readonly organisation: string | undefined; readonly role: SubmitterRole }
    | undefined;
  readonly paper: boolean;
  /** Those with parental responsibility answer (pbrl § 4-4). */
  readonly child: boolean;
  readonly answerBy: CalendarDate;
}

/** Needs: the case with its number, and who sent it. */
export function consentRequestView(input: ViewInput): ConsentRequestView {
  const { case: found } = input.file;
  const { submitter } = found;
  const today = osloDate(input.now);
  const addressing = addressingIn(input, 'consent-request');
  const heading = letterHeading('consent-request', found.language);
  return {
    ...letterView(input, { heading, reader: consentReaderOf(input.file, today), signers: unsigned }),
    reported: found.origin !== 'application',
    receivedOn: found.receivedOn,
    submitter: submitter && {
      name: submitter.name,
      organisation: present(submitter.organisation),
      role: submitter.role,
    },
    paper: addressing.channel === 'paper' || consentReaders(input.file, today, addressing).length === 0,
    child: consentGiver(found, today) === 'parents',
    answerBy: addDays(today, daysToAnswer),
  };
}
