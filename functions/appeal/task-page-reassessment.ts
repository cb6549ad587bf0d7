import nb from '../../templates/pages/task-reassessment.nb.hbs';
import nn from '../../templates/pages/task-reassessment.nn.hbs';
import { compareDates, osloDate } from '../core/calendar.ts';
import type { ConcernedRight } from '../core/case.ts';
import { type DecidedChange, type Decision, type Outcomes, rights } from '../core/decision.ts';
import { changeDecided, isSameChange, outcomesOfChange } from '../core/existing-right.ts';
import { appealOf } from '../core/subject.ts';
import type { CalendarDate } from '../core/time.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { chosenOutcomes, outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { isBlank, parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import { returnComments } from '../tasks/pages/return-comments.ts';
import { rightChangeFields, rightChangeValues, typedRightChange } from '../tasks/pages/right-change-fields.ts';
import type { FieldError, FormValues, TaskContext, TaskField, TaskPage } from '../tasks/pages/task-page.ts';

const texts: readonly TaskField[] = [
  { control: 'area', name: 'facts', rows: 8 },
  { control: 'area', name: 'reasons', rows: 8 },
  { control: 'area', name: 'statement', rows: 8 },
];

/** What is decided where nothing is: an appeal that concerns no decision changes no outcome. */
const untouched: Outcomes = { plan: 'not-applied', coordinator: 'not-applied', childCoordinator: 'not-applied' };

/** The municipality looks at its own decision again before anybody else does (fvl § 33). */
export const reassessmentPage: TaskPage<'reassessment'> = {
  kind: 'reassessment',
  fields({ file, task }) {
    if (!decisionAppealed(file, task.subject)) {
      return [{ control: 'choice', name: 'choice', options: 'reassessment-of-service' }, ...texts];
    }
    const decided = file.case.concerns ? rightChangeFields : outcomeFields;
    return [{ control: 'choice', name: 'choice', options: 'reassessment' }, ...decided, ...texts];
  },
  /** The outcomes in force and their facts are the starting point; what to conclude is never chosen beforehand. */
  initial({ file, task }) {
    const earlier = appealOf(file, task.subject)?.reassessment;
    const decision = decisionAppealed(file, task.subject);
    if (earlier) {
      const { outcome, outcomes, change, facts, reasons, statement } = earlier;
      return { choice: outcome, ...(change ? rightChangeValues(change) : outcomes), facts, reasons, statement };
    }
    if (!decision) return {};
    const { concerns } = file.case;
    const decided = concerns ? rightChangeValues(changeDecided(concerns, decision)) : decision.outcomes;
    return { ...decided, facts: decision.facts };
  },
  about(context) {
    const { language, file, task } = context;
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appealFacts(file, task.subject),
      decision: decisionFacts(decisionAppealed(file, task.subject)),
      material: caseMaterial(context),
      comments: returnComments(context),
    });
  },
  parse(values, context) {
    const { choice, facts, reasons, statement } = values;
    const { decided, same, faults } = decidedIn(values, context);
    const raw = { choice, ...decided, facts, reasons, statement: statement ?? '' };
    return withRules(parseAnswer('reassessment', raw, values), [...faults, ...choiceFaults(values, same)]);
  },
};

/** What was decided anew, as typed, and whether it is what the decision in force says; undefined when that is not clear. */
interface Decided {
  readonly decided: { readonly outcomes: Readonly<Record<string, string>>; readonly change?: DecidedChange };
  readonly same: boolean | undefined;
  readonly faults: readonly FieldError[];
}

function decidedIn(values: FormValues, { file, task, now }: TaskContext): Decided {
  const decision = decisionAppealed(file, task.subject);
  const { concerns } = file.case;
  if (!decision) return { decided: { outcomes: untouched }, same: undefined, faults: [] };
  if (concerns) return changeIn(values, { concerns, decision, today: osloDate(now) });
  const chosen = chosenOutcomes(values);
  const complete = rights.every((right) => chosen[right]);
  const same = complete ? rights.every((right) => chosen[right] === decision.outcomes[right]) : undefined;
  return { decided: { outcomes: typedOutcomes(values) }, same, faults: [] };
}

/** A new day is no day that has passed, and none before the one in the decision: nobody is worse off for an appeal. */
function changeIn(
  values: FormValues,
  {
    concerns,
    decision,
    today,
  }: { readonly concerns: ConcernedRight; readonly decision: Decision; readonly today: CalendarDate },
): Decided {
  const inForce = changeDecided(concerns, decision);
  const { change, faults } = typedRightChange(values, inForce.from);
  const outcomes = outcomesOfChange(concerns.right, (change ?? inForce).outcome);
  if (!change) return { decided: { outcomes }, same: undefined, faults };
  const moved = change.outcome !== 'continued' && change.from !== inForce.from;
  const earlier = moved && compareDates(change.from, inForce.from) < 0;
  const past = moved && compareDates(change.from, today) < 0;
  const code = earlier ? 'earlier' : past ? 'past' : undefined;
  const found = code ? [{ field: 'changeFrom', code }] : [];
  return { decided: { outcomes, change }, same: isSameChange(change, inForce), faults: [...faults, ...found] };
}

/** The choice and what is decided must say the same; whatever is sent on needs a statement (fvl § 33 fourth ledd). */
function choiceFaults({ choice, statement }: FormValues, same: boolean | undefined): readonly FieldError[] {
  const changes = choice === 'changed' || choice === 'partly-changed';
  const sentOn = choice === 'upheld' || choice === 'partly-changed';
  return [
    ...(same === true && changes ? [{ field: 'choice', code: 'same-outcomes' }] : []),
    ...(same === false && choice === 'upheld' ? [{ field: 'choice', code: 'other-outcomes' }] : []),
    ...(sentOn && isBlank(statement) ? [{ field: 'statement', code: 'required' }] : []),
  ];
}
