import { osloDate } from '../../core/calendar.ts';
import type { Coordinator } from '../../core/case.ts';
import { currentDecision } from '../../core/decision-letter.ts';
import { NotFoundError } from '../../core/errors.ts';
import { letterHeading } from '../letter-text.ts';
import { type ConsentsView, consentsOf, type LetterView, letterView, unsigned, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';

/** Who the coordinator is, and how to get access to the plan tool. */
export interface CoordinatorAppointedView extends LetterView {
  readonly coordinator: Coordinator;
  /** Only a child coordinator was granted (hol § 7-2 a). */
  readonly childCoordinator: boolean;
  /** Both were granted: the one appointed is both. */
  readonly alsoChildCoordinator: boolean;
  readonly planGranted: boolean;
  readonly consents: ConsentsView;
  readonly planTool: PlanToolView | undefined;
}

/** The tool as this person meets it: with a plan, or with a coordinator only. */
export interface PlanToolView {
  readonly name: string;
  readonly samspill: boolean;
  /** It can be used by somebody who has a coordinator and no plan. */
  readonly withoutPlan: boolean;
  readonly url: string | undefined;
  readonly accessForm: boolean;
  readonly guides: readonly { readonly title: string; readonly url: string | undefined }[];
}

/** Needs: the coordinator on the case, and the decision in force. */
export function coordinatorAppointedView(input: ViewInput): CoordinatorAppointedView {
  const { case: found } = input.file;
  const { coordinator } = found;
  const outcomes = currentDecision(input.file)?.outcomes;
  if (!coordinator || !outcomes) throw new NotFoundError(`coordinator of case ${found.caseId}`);
  const planGranted = outcomes.plan === 'granted';
  const childCoordinator = outcomes.childCoordinator === 'granted' && outcomes.coordinator !== 'granted';
  const name = childCoordinator ? 'child-coordinator-appointed' : 'coordinator-appointed';
  return {
    ...letterView(input, {
      heading: letterHeading(name, found.language),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: unsigned,
    }),
    coordinator,
    childCoordinator,
    alsoChildCoordinator: outcomes.childCoordinator === 'granted' && !childCoordinator,
    planGranted,
    consents: consentsOf(found, osloDate(input.now)),
    planTool: planToolOf(input, planGranted),
  };
}

function planToolOf({ municipality, file }: ViewInput, planGranted: boolean): PlanToolView | undefined {
  const { name, url, accessForm, guides } = municipality.planTool;
  if (name === null) return undefined;
  const wanted = planGranted ? 'plan' : 'coordinator-only';
  return {
    name,
    samspill: name === 'DIPS Samspill',
    withoutPlan: guides.some((guide) => guide.for === 'coordinator-only'),
    url,
    accessForm,
    guides: guides
      .filter((guide) => guide.for === 'all' || guide.for === wanted)
      .map((guide) => ({ title: guide.title[file.case.language], url: guide.url })),
  };
}
