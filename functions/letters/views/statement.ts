import type { Deferral } from '../../core/appeal.ts';
import { osloDate } from '../../core/calendar.ts';
import type { Outcomes } from '../../core/decision.ts';
import { NotFoundError } from '../../core/errors.ts';
import { isMixed } from '../../core/legal-basis.ts';
import { roundKey } from '../../core/records.ts';
import { submitterActsAs } from '../../core/representation.ts';
import type { CalendarDate } from '../../core/time.ts';
import { enclosedTitle } from '../letter-text.ts';
import { type ChangeView, changeView, draftSigners } from './decided.ts';
import {
  type AccountView,
  type Applied,
  accountOf,
  appliedOf,
  type LegalBasisFlags,
  legalBasisFlags,
  mustFindAppeal,
  present,
  type Signers,
  unsigned,
  type ViewInput,
} from './letter.ts';

/** The municipality's statement to Statsforvalteren; the appellant gets the same text (fvl § 33). */
export interface StatementView {
  readonly reported: boolean;
  readonly receivedOn: CalendarDate;
  readonly applied: Applied;
  readonly account: AccountView;
  readonly decision:
    | { readonly decidedOn: CalendarDate; readonly outcomes: Outcomes; readonly change: ChangeView | undefined }
    | undefined;
  readonly appealReceivedOn: CalendarDate;
  readonly inTime: boolean;
  readonly appealText: string;
  readonly wantedChange: string | undefined;
  /** Whether the decision waits for the appeal; undefined when nobody asked (fvl § 42). */
  readonly deferral: Pick<Deferral, 'granted'> | undefined;
  readonly partly: boolean;
  /** What was decided anew, when part of the decision was changed. */
  readonly newOutcomes: Outcomes;
  readonly newChange: ChangeView | undefined;
  readonly facts: string;
  readonly reasons: string;
  readonly statement: string | undefined;
  readonly legalBasis: LegalBasisFlags;
  /** A coordinator is decided beside a plan under another act. */
  readonly mixed: boolean;
  readonly enclosed: readonly { readonly title: string; readonly on: CalendarDate }[];
}

/** Needs: the appeal with its reassessment, the decision appealed, and the letters of the case. */
export function statementView(input: ViewInput): StatementView {
  const { file } = input;
  const { case: found } = file;
  const appeal = mustFindAppeal(input);
  const { reassessment, review } = appeal;
  const { deferral } = review ?? {};
  if (!reassessment) throw new NotFoundError(`reassessment ${appeal.number} of case ${found.caseId}`);
  const decision = file.decisions.find(({ number }) => number === appeal.decisionNumber);
  return {
    reported: found.origin !== 'application',
    receivedOn: found.receivedOn,
    applied: appliedOf(found.wishes),
    account: accountOf(file),
    decision: decision && {
      decidedOn: osloDate(decision.decidedAt),
      outcomes: decision.outcomes,
      change: changeView(decision.change),
    },
    appealReceivedOn: appeal.receivedOn,
    inTime: appeal.inTime,
    appealText: appeal.text,
    wantedChange: present(appeal.wantedChange),
    deferral: deferral && { granted: deferral.granted },
    partly: reassessment.outcome === 'partly-changed',
    newOutcomes: reassessment.outcomes,
    newChange: changeView(reassessment.change),
    facts: reassessment.facts,
    reasons: reassessment.reasons,
    statement: present(reassessment.statement),
    legalBasis: legalBasisFlags(found.legalBasis),
    mixed: isMixed(found.legalBasis, decision?.outcomes),
    enclosed: enclosedWith(input),
  };
}

/** The documents ForwardAppeal sends with the statement: every letter of the case but the statement and its copies. */
function enclosedWith({ file, subject, round, now }: ViewInput): StatementView['enclosed'] {
  const { language, submitter, seenBy } = file.case;
  const ownReceipt = seenBy === undefined && (!submitter || submitterActsAs(file.case, osloDate(now)) !== undefined);
  const key = roundKey(subject, round);
  return file.letters
    .filter(({ kind }) => kind !== 'appeal-forwarded-copy')
    .filter((letter) => letter.kind !== 'appeal-forwarded' || letter.key !== key)
    .map(({ kind, at }) => ({ title: enclosedTitle(kind, language, ownReceipt), on: osloDate(at) }));
}

/** Who signs the statement. */
export function statementSigners(input: ViewInput): Signers {
  const { reassessment, approvedBy } = mustFindAppeal(input);
  if (!reassessment) return unsigned;
  if (input.preview || !approvedBy) return draftSigners(reassessment);
  return { caseworker: reassessment.by.name, approver: approvedBy.name, approvalPending: false };
}
