import nb from '../../templates/pages/task-reassessment.nb.hbs';
import nn from '../../templates/pages/task-reassessment.nn.hbs';
import { type Outcomes, rights } from '../core/decision.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { chosenOutcomes, outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { isBlank, parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import { returnComments } from '../tasks/pages/return-comments.ts';
import type { FieldError, FormValues, TaskField, TaskPage } from '../tasks/pages/task-page.ts';

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
      material: caseMaterial(context),
      comments: returnComments(context),
    });
  },
  parse(values, { file, task }) {
    const { choice, facts, reasons, statement } = values;
    const inForce = decisionAppealed(file, task.subject)?.outcomes;
    const outcomes = inForce ? typedOutcomes(values) : untouched;
    const raw = { choice, outcomes, facts, reasons, statement: statement ?? '' };
    return withRules(parseAnswer('reassessment', raw, values), faults(values, inForce));
  },
};

/** The choice and the outcomes must say the same; whatever is sent on needs a statement (fvl § 33 fourth ledd). */
function faults(values: FormValues, inForce: Outcomes | undefined): readonly FieldError[] {
  const { choice } = values;
  const found: FieldError[] = [];
  const outcomes = chosenOutcomes(values);
  const comparable = inForce && rights.every((right) => outcomes[right]) ? inForce : undefined;
  const same = comparable && rights.every((right) => comparable[right] === outcomes[right]);
  if (same === true && (choice === 'changed' || choice === 'partly-changed'))
    found.push({ field: 'choice', code: 'same-outcomes' });
  if (same === false && choice === 'upheld') found.push({ field: 'choice', code: 'other-outcomes' });
  const sentOn = choice === 'upheld' || choice === 'partly-changed';
  if (sentOn && isBlank(values.statement)) found.push({ field: 'statement', code: 'required' });
  return found;
}
