import type { Appeal, Reassessment } from '../../core/appeal.ts';
import { concernsDecision } from '../../core/appeal-state.ts';
import { osloDate, workingDaysAfter } from '../../core/calendar.ts';
import { isAnswered } from '../../core/case-state.ts';
import { costsClaimLastDay, defaultPostalDays } from '../../core/deadlines.ts';
import type { Decision } from '../../core/decision.ts';
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
import {
  addressingIn,
  type LetterView,
  letterView,
  mustFindAppeal,
  present,
  type Signers,
  unsigned,
  type ViewInput,
} from './letter.ts';
import { readerOf } from './reader.ts';
import { statementSigners } from './statement.ts';

/** What decides the template's text; every view has both. */
interface AppealAnswer extends LetterView {
  readonly dismissed: boolean;
  /** The appeal was taken up and concerns no decision. */
  readonly serviceOnly: boolean;
  readonly supervision: boolean;
  readonly receivedOn: CalendarDate;
}

/** The appeal is not taken up; that too can be appealed (fvl §§ 2 third ledd, 28). */
export interface DismissedView extends AppealAnswer, AppealRight {
  readonly dismissed: true;
  readonly serviceOnly: false;
  /** What was sent is a request for supervision, sent on to Statsforvalteren: nothing was dismissed (pbrl § 7-4). */
  readonly supervision: boolean;
  /** It was asked that the decision waits for the appeal (fvl § 42): without one there is nothing to wait for. */
  readonly deferralWanted: boolean;
  /** Of a dismissal always; of a request sent on only when there is more to say. */
  readonly reasons: string | undefined;
}

/** A new decision, wholly or partly as the appellant wished, with a new appeal deadline (fvl §§ 33, 36). */
export interface ChangedView extends AppealAnswer, DecidedView {
  readonly dismissed: false;
  readonly serviceOnly: false;
  readonly partly: boolean;
  /** When the decision that is replaced was made. */
  readonly previousOn: CalendarDate | undefined;
  /** The last day to claim costs (fvl § 36). */
  readonly costsClaimBy: CalendarDate;
}

/** The appellant was right about the service or the wait: no decision is made, so there is none to appeal (pbrl § 7-2). */
export interface RemediedView extends AppealAnswer {
  readonly dismissed: false;
  readonly serviceOnly: true;
  readonly partly: boolean;
  /** The application itself is still being handled. */
  readonly undecided: boolean;
  readonly facts: string;
  readonly reasons: string;
}

/** Needs: the appeal with its review; unless dismissed, its reassessment and (but for a preview) the new decision. */
export function appealDecidedView(input: ViewInput): DismissedView | ChangedView | RemediedView {
  const appeal = mustFindAppeal(input);
  if (appeal.review?.admissible === false) return dismissedView(input, appeal);
  return concernsDecision(appeal) ? changedView(input, appeal) : remediedView(input, appeal);
}

function dismissedView(input: ViewInput, appeal: Appeal): DismissedView {
  const { language } = input.file.case;
  const supervision = appeal.review?.supervision === true;
  return {
    ...letterView(input, {
      heading: letterHeading(
        supervision ? 'appeal-supervision' : 'appeal-dismissed',
        language,
        input.municipality.countyGovernor.name[language],
      ),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: { ...unsigned, caseworker: appeal.review?.by.name },
    }),
    ...appealRight(input, appealed(input, appeal)?.outcomes),
    receivedOn: appeal.receivedOn,
    dismissed: true,
    serviceOnly: false,
    supervision,
    deferralWanted: appeal.deferralWanted === true,
    reasons: supervision ? present(appeal.review?.reason) : (appeal.review?.reason ?? ''),
  };
}

function changedView(input: ViewInput, appeal: Appeal): ChangedView {
  const { file } = input;
  const partly = successOf(input, appeal).outcome === 'partly-changed';
  const previous = appealed(input, appeal);
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
    serviceOnly: false,
    supervision: false,
    partly,
    previousOn: previous && osloDate(previous.decidedAt),
    costsClaimBy: costsClaimLastDay(arrivesOn(input, addressingIn(input, 'appeal-decided').channel)),
  };
}

/** The decision an appeal is over. */
function appealed({ file }: ViewInput, { decisionNumber }: Appeal): Decision | undefined {
  return file.decisions.find(({ number }) => number === decisionNumber);
}

/** The day a letter that leaves `now` is with its reader: today, or when the post has had its days. */
function arrivesOn({ now, municipality }: ViewInput, channel: 'digital' | 'paper'): CalendarDate {
  const today = osloDate(now);
  if (channel === 'digital') return today;
  return workingDaysAfter(today, municipality.deadlines.postalDays ?? defaultPostalDays);
}

function remediedView(input: ViewInput, appeal: Appeal): RemediedView {
  const { language, state } = input.file.case;
  const { outcome, facts, reasons } = successOf(input, appeal);
  return {
    ...letterView(input, {
      heading: letterHeading('appeal-remedied', language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: statementSigners(input),
    }),
    receivedOn: appeal.receivedOn,
    dismissed: false,
    serviceOnly: true,
    supervision: false,
    partly: outcome === 'partly-changed',
    undecided: state !== 'decided' && !isAnswered(state),
    facts,
    reasons,
  };
}

/** The reassessment, which found the appeal right wholly or in part; otherwise this letter is not the answer to it. */
function successOf({ file }: ViewInput, { number, reassessment }: Appeal): Reassessment {
  if (!reassessment || reassessment.outcome === 'upheld') {
    throw new WrongStateError(`appeal ${number} of case ${file.case.caseId} changed nothing`);
  }
  return reassessment;
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
