import { osloDate } from '../../core/calendar.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { CalendarDate } from '../../core/time.ts';
import { type HeadingName, letterHeading } from '../letter-text.ts';
import {
  type DecidedContent,
  type DecidedView,
  decidedView,
  decisionHeading,
  decisionSigners,
  draftSigners,
} from './decided.ts';
import { type Applied, appliedOf, type LetterView, letterView, type Signers, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** The decision letter, with everything domain.md § 2.3 lists. */
export interface DecisionView extends LetterView, DecidedView {
  readonly reported: boolean;
  readonly receivedOn: CalendarDate;
  readonly applied: Applied;
}

/** Needs: the decision numbered as the round; for a preview the newest assessment. */
export function decisionView(input: ViewInput): DecisionView {
  const { case: found } = input.file;
  const { content, signers } = contentOf(input);
  return {
    ...letterView(input, {
      heading: letterHeading(headingOf(content), found.language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers,
    }),
    ...decidedView(input, content),
    reported: found.origin !== 'application',
    receivedOn: found.receivedOn,
    applied: appliedOf(found.wishes),
  };
}

function headingOf({ outcomes, change }: DecidedContent): HeadingName {
  return change ? `decision-${change.outcome}` : decisionHeading(outcomes);
}

function contentOf({ file, round, preview }: ViewInput): { content: DecidedContent; signers: Signers } {
  if (preview) {
    const proposal = file.assessments.at(-1);
    if (!proposal) throw new NotFoundError(`assessment of case ${file.case.caseId}`);
    return { content: proposal, signers: draftSigners(proposal) };
  }
  const decision = file.decisions.find(({ number }) => number === round);
  if (!decision) throw new NotFoundError(`decision ${round} of case ${file.case.caseId}`);
  return { content: decision, signers: decisionSigners(decision) };
}
