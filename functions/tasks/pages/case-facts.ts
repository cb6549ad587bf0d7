import { ageOn } from '../../core/age.ts';
import { approvalAnswer } from '../../core/answers.ts';
import { concernsDecision } from '../../core/appeal-state.ts';
import { osloDate } from '../../core/calendar.ts';
import type { Appeal, Case, Decision, Outcomes, Subject, SubmitterRole, Wishes } from '../../core/case.ts';
import { consentInForce } from '../../core/consent.ts';
import { currentDecision } from '../../core/decision-letter.ts';
import { birthDateOf } from '../../core/national-id.ts';
import type { CaseFile } from '../../core/records.ts';
import { appealOf } from '../../core/subject.ts';
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
  /** Not on the pages of an appeal: that has a promised date of its own. */
  readonly expectedOn: CalendarDate | undefined;
  readonly origin: Case['origin'];
  readonly submitter:
    | { readonly name: string; readonly role: SubmitterRole; readonly organisation: string }
    | undefined;
  readonly wishes: Wishes;
  readonly wishedCoordinator: string;
  readonly interpreter: string;
  readonly consent: { readonly plan: ConsentWord; readonly sharing: ConsentWord };
}
type ConsentWord = 'given' | 'declined' | 'none';

/** Facts of the case a task is about. */
export function caseFacts({ file, task, now }: TaskContext): CaseFacts {
  const { person, submitter, wishes, ...found } = file.case;
  const age = ageOn(person.nationalId, osloDate(now));
  return {
    caseNumber: found.caseNumber,
    name: person.name,
    bornOn: birthDateOf(person.nationalId),
    childAge: age < 18 ? age : undefined,
    receivedOn: found.receivedOn,
    expectedOn: task.subject === 'application' ? found.expectedOn : undefined,
    origin: found.origin,
    submitter: submitter && { name: submitter.name, role: submitter.role, organisation: submitter.organisation ?? '' },
    wishes,
    wishedCoordinator: wishes.wishedCoordinator ?? '',
    interpreter: found.interpreter ?? '',
    consent: { plan: consentInForce(file.case, 'plan'), sharing: consentInForce(file.case, 'sharing') },
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
}

/** The decision an appeal is looked at against: the one in force, or none when the appeal concerns no decision. */
export function decisionAppealed(file: CaseFile, subject: Subject): Decision | undefined {
  const appeal = appealOf(file, subject);
  return appeal && concernsDecision(appeal) ? currentDecision(file) : undefined;
}

/** A decision in force, as shown to whoever looks at it again. */
export function decisionFacts(decision: Decision | undefined): ProposalFacts | undefined {
  if (!decision) return undefined;
  const { outcomes, facts, reasons, personsView, assessedBy, decidedAt } = decision;
  return { outcomes, facts, reasons, personsView, by: assessedBy.name, at: decidedAt };
}

/** An appeal as `task-appeal-<language>` shows it. */
export type AppealFacts = Pick<Appeal, 'text' | 'wantedChange' | 'receivedOn' | 'expectedOn' | 'inTime' | 'by'>;

/** Facts of an appeal. */
export function appealFacts({ text, wantedChange, receivedOn, expectedOn, inTime, by }: Appeal): AppealFacts {
  return { text, wantedChange, receivedOn, expectedOn, inTime, by };
}

/** The comment the newest proposal of this subject was returned with; empty when it was not. */
export function returnComment({ file, task }: TaskContext): string {
  const approval = task.subject === 'application' ? 'approval' : 'appeal-approval';
  const keys = file.tasks
    .filter(({ kind, subject }) => kind === approval && subject === task.subject)
    .map(({ answerId }) => answerId);
  const newest = file.answers
    .filter(({ answerId }) => keys.includes(answerId))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const answer = approvalAnswer.safeParse(newest?.answer);
  return answer.success && answer.data.choice === 'return' ? answer.data.comment : '';
}
