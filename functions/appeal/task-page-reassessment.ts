import nb from '../../templates/pages/task-reassessment.nb.hbs';
import nn from '../../templates/pages/task-reassessment.nn.hbs';
import type { AnswerOf } from '../core/answers.ts';
import { type Outcomes, rights } from '../core/case.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts, returnComment } from '../tasks/pages/case-facts.ts';
import { outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import type { FieldError, TaskField, TaskPage } from '../tasks/pages/task-page.ts';

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
  fields: ({ file, task }) =>
    decisionAppealed(file, task.subject)
      ? [{ control: 'choice', name: 'choice', options: 'reassessment' }, ...outcomeFields, ...texts]
      : [{ control: 'choice', name: 'choice', options: 'reassessment-of-service' }, ...texts],
  /** The outcomes in force and their facts are the starting point; what to conclude is never chosen beforehand. */
  initial({ file, task }) {
    const earlier = appealOf(file, task.subject)?.reassessment;
    if (earlier) {
      const { outcome, outcomes, facts, reasons, statement } = earlier;
      return { choice: outcome, ...outcomes, facts, reasons, statement };
    }
    const decision = decisionAppealed(file, task.subject);
    return decision ? { ...decision.outcomes, facts: decision.facts } : {};
  },
  about(context) {
    const { language, file, task } = context;
    const appeal = appealOf(file, task.subject);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appeal && appealFacts(appeal),
      decision: decisionFacts(decisionAppealed(file, task.subject)),
      comment: returnComment(context),
    });
  },
  parse(values, { file, task }) {
    const { choice, facts, reasons, statement } = values;
    const inForce = decisionAppealed(file, task.subject)?.outcomes;
    const outcomes = inForce ? typedOutcomes(values) : untouched;
    const raw = { choice, outcomes, facts, reasons, statement: statement ?? '' };
    return withRules(parseAnswer('reassessment', raw, values), (answer) => faults(answer, inForce));
  },
};

/** The choice and the outcomes must say the same; whatever is sent on needs a statement (fvl § 33 fourth ledd). */
function faults(answer: AnswerOf<'reassessment'>, inForce: Outcomes | undefined): readonly FieldError[] {
  const { choice, outcomes, statement } = answer;
  const found: FieldError[] = [];
  const same = inForce === undefined ? undefined : rights.every((right) => inForce[right] === outcomes[right]);
  if (same === true && choice !== 'upheld') found.push({ field: 'choice', code: 'same-outcomes' });
  if (same === false && choice === 'upheld') found.push({ field: 'choice', code: 'other-outcomes' });
  if (choice !== 'changed' && statement === '') found.push({ field: 'statement', code: 'required' });
  return found;
}
