import { ageOn } from '../../core/age.ts';
import type { Appeal, AppealTarget, Deferral } from '../../core/appeal.ts';
import { concernsDecision, dismissedBefore } from '../../core/appeal-state.ts';
import { daysUntil, osloDate } from '../../core/calendar.ts';
import type { CapacityFinding, CareOrder, Case, ConsentAuthor, Finding, Wishes } from '../../core/case.ts';
import { consentInForce } from '../../core/consent.ts';
import { consentGivers } from '../../core/consent-givers.ts';
import type { DecidedChange, Decision, Outcomes } from '../../core/decision.ts';
import { currentDecision } from '../../core/decision-letter.ts';
import type { DelayNotice, Subject } from '../../core/delay-notice.ts';
import { appealBasis } from '../../core/legal-basis.ts';
import { birthDateOf } from '../../core/national-id.ts';
import type { SubmitterRole } from '../../core/parties.ts';
import type { CaseFile } from '../../core/records.ts';
import { submitterActsAs } from '../../core/representation.ts';
import { appealOf, isClockStopped, promisedOn } from '../../core/subject.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { TaskContext } from './task-page.ts';

/** What every staff page tells of the case: the view of `task-case-<language>`. */
export interface CaseFacts {
  readonly caseNumber: string;
  readonly name: string;
  readonly bornOn: CalendarDate | undefined;
  /** Set for children: the person's age decides who consents and who is heard (pbrl §§ 4-3, 4-4, 6-5). */
  readonly childAge: number | undefined;
  readonly receivedOn: CalendarDate;
  /** While somebody waits for an answer: when it is promised, and how far that is. */
  readonly promised: Promised | undefined;
  /** When the application was decided; undefined before. */
  readonly decidedAt: Instant | undefined;
  /** The delay notices sent so far, each with the date it promised. */
  readonly notices: readonly NoticeFacts[];
  /** When a notice was asked for and not sent, because the answer came first. */
  readonly omitted: readonly Instant[];
  readonly origin: Case['origin'];
  readonly submitter: SubmitterFacts | undefined;
  /** The unit that saw the need, where the municipality began the case; otherwise empty. */
  readonly seenBy: string;
  readonly wishes: Wishes;
  readonly wishedCoordinator: string;
  readonly interpreter: string;
  readonly consent: { readonly plan: ConsentWord; readonly sharing: ConsentWord };
  /** Number of the case in which the plan there is was granted; empty when there is none (IP-forskriften § 9). */
  readonly planIn: string;
  /** What each of two who consent together answered; empty when one consents alone (pbrl § 4-4). */
  readonly givers: readonly { readonly who: ConsentAuthor; readonly name: string; readonly answer: ConsentWord }[];
  /** Why the other one cannot be asked, in the applicant's words. */
  readonly otherUnreachable: string;
  /** Why the child asks that the parents are not told; empty once it is decided. */
  readonly asksNotInformed: string;
  readonly findings: FindingFacts;
}
/** What a caseworker found and wrote down (pbrl §§ 3-4, 4-3, 4-4); undefined where nothing was. */
interface FindingFacts {
  readonly consentOverride: Finding | undefined;
  readonly capacity: CapacityFinding | undefined;
  readonly parentsNotInformed: Finding | undefined;
  readonly parentsInformed: Finding | undefined;
  readonly careOrder: CareOrder | undefined;
  readonly deprivation: Finding | undefined;
}
/** Who sent it for the person, and whether that gives them a say (fvl § 12; pbrl §§ 3-4, 4-4). */
interface SubmitterFacts {
  readonly name: string;
  readonly role: SubmitterRole;
  readonly organisation: string;
  /** The mandate that was shown; empty when none was. */
  readonly mandate: string;
  /** It was described, and nobody has seen it yet. */
  readonly mandateUnseen: boolean;
  readonly lawyer: boolean;
  readonly acts: boolean;
}
interface Promised {
  readonly on: CalendarDate;
  /** Whole days until then; undefined when it has passed. */
  readonly daysLeft: number | undefined;
  readonly today: boolean;
  readonly tomorrow: boolean;
}
type ConsentWord = 'given' | 'declined' | 'none';

/** Facts of the case a task is about. */
export function caseFacts(context: TaskContext): CaseFacts {
  const { file, task, now } = context;
  const { person, wishes, ...found } = file.case;
  const age = ageOn(person.nationalId, osloDate(now));
  const decided = task.subject === 'application' ? currentDecision(file)?.decidedAt : undefined;
  return {
    caseNumber: found.caseNumber,
    name: person.name,
    bornOn: birthDateOf(person.nationalId),
    childAge: age < 18 ? age : undefined,
    receivedOn: found.receivedOn,
    promised: promisedFacts(context),
    decidedAt: decided,
    notices: file.notices.filter(({ subject }) => subject === task.subject).map(noticeFacts),
    omitted: file.events
      .filter(({ type, detail }) => type === 'notice-omitted' && detail?.subject === task.subject)
      .map(({ at }) => at),
    origin: found.origin,
    submitter: submitterFacts(context),
    seenBy: found.seenBy ?? '',
    wishes,
    wishedCoordinator: wishes.wishedCoordinator ?? '',
    interpreter: found.interpreter ?? '',
    consent: { plan: consentInForce(file.case, 'plan'), sharing: consentInForce(file.case, 'sharing') },
    planIn: found.planIn?.caseNumber ?? '',
    givers: giverFacts(context),
    otherUnreachable: found.otherParentUnreachable ?? '',
    asksNotInformed: found.parentsNotInformed || found.parentsInformed ? '' : (found.asksNotInformed ?? ''),
    findings: {
      consentOverride: found.consentOverride,
      capacity: found.capacityFinding,
      parentsNotInformed: found.parentsNotInformed,
      parentsInformed: found.parentsInformed,
      careOrder: found.careOrder,
      deprivation: found.deprivation,
    },
  };
}

function giverFacts({ file, now }: TaskContext): CaseFacts['givers'] {
  const { required, given, declined } = consentGivers(file.case, osloDate(now));
  if (required.length < 2) return [];
  const { submitter, otherParent, careOrder } = file.case;
  const names = { ...careOrder?.signed, parent: submitter?.name, 'other-parent': otherParent?.name } as const;
  return required.map((who) => ({
    who,
    name: (who === 'person' ? undefined : names[who]) ?? '',
    answer: given.includes(who) ? 'given' : declined.includes(who) ? 'declined' : 'none',
  }));
}

/** One delay notice: what it was, and how it reached its readers. */
interface NoticeFacts extends Pick<DelayNotice, 'at' | 'expectedOn'> {
  readonly extended: boolean;
  /** The letter has left: on paper, digitally, or both. Neither for one from before this was kept. */
  readonly digital: boolean;
  readonly paper: boolean;
}

function noticeFacts({ at, expectedOn, round, recipients = [] }: DelayNotice): NoticeFacts {
  const by = (wanted: string) => recipients.some(({ channel }) => channel === wanted);
  return { at, expectedOn, extended: round > 1, digital: by('digital'), paper: by('paper') };
}

/** What is promised while an answer is due; an answered case or a forwarded appeal promises nothing any more. */
function promisedFacts({ file, task, now }: TaskContext): Promised | undefined {
  if (isClockStopped(file, task.subject)) return undefined;
  const on = promisedOn(file, task.subject);
  const days = daysUntil(on, osloDate(now));
  return { on, daysLeft: days > 1 ? days : undefined, today: days === 0, tomorrow: days === 1 };
}

function submitterFacts({ file, now }: TaskContext): SubmitterFacts | undefined {
  const { submitter } = file.case;
  if (!submitter) return undefined;
  const { name, role, organisation = '', mandate = '', mandateUnseen = false, lawyer = false } = submitter;
  const acts = submitterActsAs(file.case, osloDate(now)) !== undefined;
  return { name, role, organisation, mandate, mandateUnseen, lawyer, acts };
}

/** Which act the help text tells of, and how long there is to appeal. */
export interface LawFacts {
  readonly health: boolean;
  readonly socialServices: boolean;
  readonly threeWeeks: boolean;
}

/** The act of a case, for a decision with these outcomes. */
export function lawFacts({ case: { legalBasis } }: CaseFile, outcomes: Outcomes | undefined): LawFacts {
  return {
    health: legalBasis === 'health',
    socialServices: legalBasis === 'social-services',
    threeWeeks: appealBasis(legalBasis, outcomes) !== 'health',
  };
}

/** A proposal or decision as `task-proposal-<language>` shows it. */
export interface ProposalFacts {
  /** Undefined for a reassessment that concerns no decision: it decides no right. */
  readonly outcomes: Outcomes | undefined;
  readonly facts: string;
  readonly reasons: string;
  readonly personsView: string;
  readonly by: string;
  readonly at: Instant;
  /** What becomes of a right the person has; undefined in every other case (fvl § 42). */
  readonly change: DecidedChange | undefined;
}

/** The decision an appeal is looked at against: the one in force, or none when the appeal concerns no decision. */
export function decisionAppealed(file: CaseFile, subject: Subject): Decision | undefined {
  const appeal = appealOf(file, subject);
  return appeal && concernsDecision(appeal) ? currentDecision(file) : undefined;
}

/** A decision in force, as shown to whoever looks at it again. */
export function decisionFacts(decision: Decision | undefined): ProposalFacts | undefined {
  if (!decision) return undefined;
  const { outcomes, facts, reasons, personsView, assessedBy, decidedAt, change } = decision;
  return { outcomes, facts, reasons, personsView, by: assessedBy.name, at: decidedAt, change };
}

/** An appeal as `task-appeal-<language>` shows it. */
export type AppealFacts = Pick<Appeal, 'text' | 'wantedChange' | 'receivedOn' | 'inTime' | 'by'> & {
  readonly about: AppealTarget | '';
  readonly lateReason: string;
  /** When an earlier appeal was not taken up, which this one may be over. */
  readonly dismissedAt: Instant | undefined;
  /** It is asked that the decision waits until the appeal is decided (fvl § 42). */
  readonly deferralWanted: boolean;
  /** What was answered to that. */
  readonly deferral: Deferral | undefined;
};

/** Facts of the appeal a task is about; undefined when there is none. */
export function appealFacts(file: CaseFile, subject: Subject): AppealFacts | undefined {
  const appeal = appealOf(file, subject);
  if (!appeal) return undefined;
  const { text, wantedChange, receivedOn, inTime, by, about = '', lateReason = '' } = appeal;
  const dismissedAt = dismissedBefore(file, appeal)?.review?.at;
  const { deferralWanted = false, review } = appeal;
  const { deferral } = review ?? {};
  return { text, wantedChange, receivedOn, inTime, by, about, lateReason, dismissedAt, deferralWanted, deferral };
}
