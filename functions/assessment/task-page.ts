import nb from '../../templates/pages/task-assessment.nb.hbs';
import nn from '../../templates/pages/task-assessment.nn.hbs';
import { type LegalBasis, legalBases } from '../core/case.ts';
import { type OutcomesProblem, outcomeFaults, reasonsMissing } from '../core/outcome.ts';
import { caseFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { chosenOutcomes, outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import { returnComments } from '../tasks/pages/return-comments.ts';
import type { FieldError, FormValues, TaskContext, TaskPage } from '../tasks/pages/task-page.ts';

/** The caseworker's proposal, each right for itself (pbrl §§ 2-5, 2-5 b, 2-5 c). */
export const assessmentPage: TaskPage<'assessment'> = {
  kind: 'assessment',
  fields: () => [
    ...outcomeFields,
    { control: 'choice', name: 'legalBasis', options: 'legal-basis' },
    { control: 'area', name: 'facts', rows: 8 },
    { control: 'area', name: 'reasons', rows: 8 },
    { control: 'area', name: 'personsView', rows: 5 },
  ],
  /** A returned proposal is mended, not written again. The act is the health track's unless somebody says otherwise. */
  initial({ file }) {
    const { legalBasis } = file.case;
    const earlier = file.assessments.at(-1);
    if (!earlier) return { legalBasis };
    const { outcomes, facts, reasons, personsView } = earlier;
    return { ...outcomes, legalBasis, facts, reasons, personsView };
  },
  about(context) {
    const { language } = context;
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      material: caseMaterial(context),
      comments: returnComments(context),
    });
  },
  parse(values, context) {
    const { facts, reasons, personsView } = values;
    const legalBasis = values.legalBasis || context.file.case.legalBasis;
    const outcomes = typedOutcomes(values);
    const raw = { outcomes, legalBasis, facts, reasons: reasons ?? '', personsView: personsView ?? '' };
    return withRules(parseAnswer('assessment', raw, values), faults(values, context));
  },
};

const codes: Readonly<Record<OutcomesProblem, string>> = {
  'nothing-decided': 'wish',
  'wish-not-answered': 'wish',
  'refused-but-not-wished': 'not-wished',
  'coordinator-not-assessed': 'coordinator-anyway',
};

function faults(values: FormValues, { file }: TaskContext): readonly FieldError[] {
  const outcomes = chosenOutcomes(values);
  const found = outcomeFaults(outcomes, file.case.wishes, chosenBasis(values, file.case.legalBasis)).map(
    ({ right, problem }) => ({
      field: right,
      code: codes[problem],
    }),
  );
  return reasonsMissing(outcomes, values.reasons ?? '') ? [...found, { field: 'reasons', code: 'not-in-full' }] : found;
}

function chosenBasis({ legalBasis }: FormValues, stored: LegalBasis): LegalBasis {
  return legalBases.find((known) => known === legalBasis) ?? stored;
}
