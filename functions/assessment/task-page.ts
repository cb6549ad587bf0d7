import nb from '../../templates/pages/task-assessment.nb.hbs';
import nn from '../../templates/pages/task-assessment.nn.hbs';
import type { AnswerOf } from '../core/answers.ts';
import { rights } from '../core/case.ts';
import { outcomesProblem, reasonsMissing } from '../core/outcome.ts';
import { caseFacts, returnComment } from '../tasks/pages/case-facts.ts';
import { outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import type { FieldError, TaskContext, TaskPage } from '../tasks/pages/task-page.ts';

/** The caseworker's proposal, each right for itself (pbrl §§ 2-5, 2-5 b, 2-5 c). */
export const assessmentPage: TaskPage<'assessment'> = {
  kind: 'assessment',
  fields: () => [
    ...outcomeFields,
    { control: 'area', name: 'facts', rows: 8 },
    { control: 'area', name: 'reasons', rows: 8 },
    { control: 'area', name: 'personsView', rows: 5 },
  ],
  /** A returned proposal is mended, not written again. */
  initial({ file }) {
    const earlier = file.assessments.at(-1);
    if (!earlier) return {};
    const { outcomes, facts, reasons, personsView } = earlier;
    return { ...outcomes, facts, reasons, personsView };
  },
  about(context) {
    const { language, file } = context;
    const { account } = file.case;
    return { nb, nn }[language]({ language, case: caseFacts(context), account, comment: returnComment(context) });
  },
  parse(values, context) {
    const { facts, reasons, personsView } = values;
    const raw = { outcomes: typedOutcomes(values), facts, reasons: reasons ?? '', personsView: personsView ?? '' };
    return withRules(parseAnswer('assessment', raw, values), (answer) => faults(answer, context));
  },
};

function faults({ outcomes, reasons }: AnswerOf<'assessment'>, { file }: TaskContext): readonly FieldError[] {
  const { wishes } = file.case;
  const found: FieldError[] = [];
  switch (outcomesProblem(outcomes, wishes)) {
    case 'nothing-decided':
    case 'wish-not-answered': {
      const open = rights.filter((right) => wishes[right] && outcomes[right] === 'not-applied');
      found.push(...(open.length > 0 ? open : ['plan']).map((field) => ({ field, code: 'wish' })));
      break;
    }
    case 'refused-but-not-wished':
      found.push(
        ...rights
          .filter((right) => outcomes[right] === 'refused' && !wishes[right])
          .map((field) => ({ field, code: 'not-wished' })),
      );
      break;
    case 'coordinator-not-assessed':
      found.push({ field: 'coordinator', code: 'coordinator-anyway' });
      break;
    case undefined:
      break;
  }
  if (reasonsMissing(outcomes, reasons)) found.push({ field: 'reasons', code: 'not-in-full' });
  return found;
}
