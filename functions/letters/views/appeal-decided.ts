import { osloDate } from '../../core/calendar.ts';
import type { Appeal } from '../../core/case.ts';
import { NotFoundError, WrongStateError } from '../../core/errors.ts';
import type { CalendarDate } from '../../core/time.ts';
import { letterHeading } from '../letter-text.ts';
import {
  type AppealRight,
  appealRight,
  type DecidedContent,
  type DecidedView,
  decidedView,
  decisionSigners,
  draftSigners,
} from './decided.ts';
import { type LetterView, letterView, mustFindAppeal, type Signers, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

interface AppealAnswer extends LetterView {
  readonly receivedOn: CalendarDate;
}

/** The appeal is not taken up; that too can be appealed (fvl §§ 2 third ledd, 28). */
export interface DismissedView extends AppealAnswer, AppealRight {
  readonly dismissed: true;
  readonly reasons: string;
}

/** A new decision, wholly or partly as the appellant wished, with a new appeal deadline (fvl §§ 33, 36). */
export interface ChangedView extends AppealAnswer, DecidedView {
  readonly dismissed: false;
  readonly partly: boolean;
  /** When the decision that is replaced was made. */
  readonly previousOn: CalendarDate | undefined;
}

/** Needs: the appeal with its review; unless dismissed, its reassessment and (but for a preview) the new decision. */
export function appealDecidedView(input: ViewInput): DismissedView | ChangedView {
  const appeal = mustFindAppeal(input);
  return appeal.review?.admissible === false ? dismissedView(input, appeal) : changedView(input, appeal);
}

function dismissedView(input: ViewInput, appeal: Appeal): DismissedView {
  const { language } = input.file.case;
  return {
    ...letterView(input, {
      heading: letterHeading('appeal-dismissed', language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: { ...unsigned, caseworker: appeal.review?.by.name },
    }),
    ...appealRight(input),
    receivedOn: appeal.receivedOn,
    dismissed: true,
    reasons: appeal.review?.reason ?? '',
  };
}

function changedView(input: ViewInput, appeal: Appeal): ChangedView {
  const { file } = input;
  const { reassessment } = appeal;
  if (!reassessment || reassessment.outcome === 'upheld') {
    throw new WrongStateError(`appeal ${appeal.number} of case ${file.case.caseId} changed nothing`);
  }
  const partly = reassessment.outcome === 'partly-changed';
  const previous = file.decisions.find(({ number }) => number === appeal.decisionNumber);
  const { content, signers } = contentOf(input, appeal);
  return {
    ...letterView(input, {
      heading: letterHeading(partly ? 'appeal-partly-changed' : 'appeal-changed', file.case.language),
      reader: readerOf(file, osloDate(input.now)),
      signers,
    }),
    ...decidedView(input, content),
    receivedOn: appeal.receivedOn,
    dismissed: false,
    partly,
    previousOn: previous && osloDate(previous.decidedAt),
  };
}

function contentOf({ file, preview }: ViewInput, appeal: Appeal): { content: DecidedContent; signers: Signers } {
  const { reassessment } = appeal;
  if (preview && reassessment) {
    return { content: { ...reassessment, personsView: appeal.text }, signers: draftSigners(reassessment) };
  }
  const decision = file.decisions.findLast(
    (each) => each.afterAppeal === appeal.number && each.madeBy === 'municipality',
  );
  if (!decision) throw new NotFoundError(`decision after appeal ${appeal.number} of case ${file.case.caseId}`);
  return { content: decision, signers: decisionSigners(decision) };
}
