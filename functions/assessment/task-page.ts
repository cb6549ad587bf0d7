import nb from '../../templates/pages/task-assessment.nb.hbs';
import nn from '../../templates/pages/task-assessment.nn.hbs';
import { type AnswerOf, answerSchemas } from '../core/answers.ts';
import { compareDates, osloDate } from '../core/calendar.ts';
import { type LegalBasis, legalBases } from '../core/case.ts';
import { rights } from '../core/decision.ts';
import { openRequests } from '../core/information-request.ts';
import { type OutcomesProblem, outcomeFaults, reasonsMissing } from '../core/outcome.ts';
import type { CaseFile, TaskRecord } from '../core/records.ts';
import type { Result } from '../core/result.ts';
import { caseFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { chosenOutcomes, outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { isBlank, parseAnswer, typedDate, validDate, withRules } from '../tasks/pages/parse-answer.ts';
import { returnComments } from '../tasks/pages/return-comments.ts';
import { rightChangeFields } from '../tasks/pages/right-change-fields.ts';
import type { FieldError, FormValues, TaskContext, TaskPage } from '../tasks/pages/task-page.ts';
import { findingFaults, findingFieldNames, findingFields, findingsInitial, findingsOf } from './findings.ts';
import { parseRightChange, rightChangeInitial } from './right-change.ts';

/** The caseworker's proposal, each right for itself (pbrl §§ 2-5, 2-5 b, 2-5 c). */
export const assessmentPage: TaskPage<'assessment'> = {
  kind: 'assessment',
  fields: (context) => [
    { control: 'choice', name: 'choice', options: 'assessment', group: 'ask' },
    { control: 'area', name: 'missing', rows: 5, group: 'ask' },
    { control: 'text', name: 'helpfulBy', type: 'date', group: 'ask' },
    ...(context.file.case.concerns ? rightChangeFields : outcomeFields),
    { control: 'choice', name: 'legalBasis', options: 'legal-basis' },
    { control: 'area', name: 'facts', rows: 8 },
    { control: 'area', name: 'reasons', rows: 8 },
    { control: 'area', name: 'personsView', rows: 5 },
    ...findingFields(context),
  ],
  /**
   * A returned proposal is mended, not written again, and so is one that was begun when something was asked for. The act
   * is the health track's unless somebody says otherwise.
   */
  initial({ file, task }) {
    const { legalBasis, concerns } = file.case;
    const kept = keptOf(file, task);
    if (kept) return { legalBasis, ...kept };
    const earlier = file.assessments.at(-1);
    const change = concerns && rightChangeInitial(concerns, earlier);
    if (!earlier) return { legalBasis, ...change };
    const { outcomes, facts, reasons, personsView } = earlier;
    return { ...(change ?? outcomes), legalBasis, facts, reasons, personsView, ...findingsInitial(file.case) };
  },
  about(context) {
    const { language, file } = context;
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      concerns: file.case.concerns,
      asked: openRequests(file).map(({ missing, helpfulBy, at }) => ({ missing, helpfulBy, at })),
      material: caseMaterial(context),
      comments: returnComments(context),
    });
  },
  parse: (values, context) =>
    values.choice === 'ask' ? parseRequest(values, context) : parseProposal(values, context),
};

function parseProposal(values: FormValues, context: TaskContext): Parsed {
  const { facts, reasons, personsView } = values;
  const { concerns } = context.file.case;
  const common = {
    legalBasis: values.legalBasis || context.file.case.legalBasis,
    facts,
    reasons: reasons ?? '',
    personsView: personsView ?? '',
    findings: findingsOf(values),
  };
  const found = [...asksInstead(values), ...findingFaults(values, context)];
  if (concerns) return withRules(parseRightChange(values, { concerns, common, now: context.now }), found);
  const raw = { ...common, outcomes: typedOutcomes(values) };
  return withRules(parseAnswer('assessment', raw, values), [...found, ...faults(values, context)]);
}

/** What is missing, and a day to come by which it helps to have it. */
function parseRequest(values: FormValues, { now }: TaskContext): Parsed {
  const kept = Object.fromEntries(proposalFields.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  const raw = { choice: 'ask', missing: values.missing, helpfulBy: typedDate(values.helpfulBy), kept };
  const date = validDate(values.helpfulBy);
  const past = date !== undefined && compareDates(date, osloDate(now)) <= 0;
  return withRules(parseAnswer('assessment', raw, values), past ? [{ field: 'helpfulBy', code: 'past' }] : []);
}

type Parsed = Result<AnswerOf<'assessment'>, readonly FieldError[]>;
const proposalFields = [
  ...rights,
  'rightChange',
  'changeFrom',
  'legalBasis',
  'facts',
  'reasons',
  'personsView',
  ...findingFieldNames,
];

/** What was typed of the proposal when the newest question before this one went to the person instead. */
function keptOf({ tasks, answers }: CaseFile, task: TaskRecord): FormValues | undefined {
  const before = tasks.filter(({ kind, key }) => kind === 'assessment' && Number(key) < Number(task.key));
  const last = before
    .filter(({ answerId }) => answerId)
    .toSorted((a, b) => Number(a.key) - Number(b.key))
    .at(-1);
  const answer = answerSchemas.assessment.safeParse(
    answers.find(({ answerId }) => answerId === last?.answerId)?.answer,
  );
  return answer.success && answer.data.choice === 'ask' ? answer.data.kept : undefined;
}

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
  const reasons = reasonsMissing(outcomes, values.reasons ?? '') ? [{ field: 'reasons', code: 'not-in-full' }] : [];
  return [...found, ...reasons];
}

/** Whoever wrote what is missing meant to ask for it. */
function asksInstead({ missing }: FormValues): readonly FieldError[] {
  return isBlank(missing) ? [] : [{ field: 'choice', code: 'not-asked' }];
}

function chosenBasis({ legalBasis }: FormValues, stored: LegalBasis): LegalBasis {
  return legalBases.find((known) => known === legalBasis) ?? stored;
}
