import nb from '../../templates/pages/task-reassessment.nb.hbs';
import nn from '../../templates/pages/task-reassessment.nn.hbs';
import type { AnswerOf } from '../core/answers.ts';
import { type Outcomes, rights } from '../core/case.ts';
import { currentDecision } from '../core/decision-letter.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionFacts, returnComment } from '../tasks/pages/case-facts.ts';
import { parseAnswer, typedOutcomes, withRules } from '../tasks/pages/parse-answer.ts';
import type { FieldError, TaskPage } from '../tasks/pages/task-page.ts';

/** The municipality looks at its own decision again before anybody else does (fvl § 33). */
export const reassessmentPage: TaskPage<'reassessment'> = {
  kind: 'reassessment',
  fields: [
    { control: 'choice', name: 'choice', options: 'reassessment' },
    { control: 'choice', name: 'plan', options: 'outcome' },
    { control: 'choice', name: 'coordinator', options: 'outcome' },
    { control: 'choice', name: 'childCoordinator', options: 'outcome' },
    { control: 'area', name: 'facts', rows: 8 },
    { control: 'area', name: 'reasons', rows: 8 },
    { control: 'area', name: 'statement', rows: 8 },
  ],
  /** The outcomes in force and their facts are the starting point; what to conclude is never chosen beforehand. */
  initial({ file, task }) {
    const earlier = appealOf(file, task.subject)?.reassessment;
    if (earlier) {
      const { outcome, outcomes, facts, reasons, statement } = earlier;
      return { choice: outcome, ...outcomes, facts, reasons, statement };
    }
    const decision = currentDecision(file);
    return decision ? { ...decision.outcomes, facts: decision.facts } : {};
  },
  about(context) {
    const { language, file, task } = context;
    const appeal = appealOf(file, task.subject);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appeal && appealFacts(appeal),
      decision: decisionFacts(currentDecision(file)),
      comment: returnComment(context),
    });
  },
  parse(values, { file }) {
    const { choice, facts, reasons, statement } = values;
    const raw = { choice, outcomes: typedOutcomes(values), facts, reasons, statement: statement ?? '' };
    const inForce = currentDecision(file)?.outcomes;
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
