import nb from '../../templates/pages/task-appeal-review.nb.hbs';
import nn from '../../templates/pages/task-appeal-review.nn.hbs';
import type { Appeal } from '../core/appeal.ts';
import { compareDates } from '../core/calendar.ts';
import { latestLateAppealOn, lostAppealLastDay } from '../core/deadlines.ts';
import type { DecidedChange } from '../core/decision.ts';
import { deferrableChange } from '../core/deferral.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, lawFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { isBlank, parseAnswer, typedDate, validDate, withRules } from '../tasks/pages/parse-answer.ts';
import type { FieldError, FormValues, TaskContext, TaskField, TaskPage } from '../tasks/pages/task-page.ts';

/** In time, entitled, signed? A human looks at every appeal; a late one may still be taken up (fvl §§ 30–33). */
export const appealReviewPage: TaskPage<'appeal-review'> = {
  kind: 'appeal-review',
  fields: ({ file, task }) => [
    { control: 'choice', name: 'choice', options: 'admissible' },
    ...(isLate(appealOf(file, task.subject)) ? [heardLost] : []),
    { control: 'area', name: 'reason', rows: 5 },
    ...(changeOf({ file, task }) ? deferralFields : []),
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, task } = context;
    const appeal = appealOf(file, task.subject);
    const decision = file.decisions.find(({ number }) => number === appeal?.decisionNumber);
    const latest = decision && latestLateAppealOn(decision.decidedAt);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appealFacts(file, task.subject),
      change: changeOf(context),
      law: lawFacts(file, decision?.outcomes),
      decidedAt: decision?.decidedAt,
      // fvl § 31: more than a year after the decision no appeal can be taken up.
      latestOn: latest,
      pastLimit: latest !== undefined && appeal !== undefined && appeal.receivedOn > latest,
      material: caseMaterial(context),
    });
  },
  parse(values, { file, task }) {
    const appeal = appealOf(file, task.subject);
    const heard = isLate(appeal) && !isBlank(values.heardLostOn) ? typedDate(values.heardLostOn) : undefined;
    const { answer: deferral, faults: deferralFaults } = typedDeferral(values, { file, task });
    const { choice, reason = '' } = values;
    const raw = { choice, reason, ...(heard && { heardLostOn: heard }), ...deferral };
    const unexplained = choice === 'inadmissible' && isBlank(reason);
    const faults: FieldError[] = unexplained ? [{ field: 'reason', code: 'required' }] : [];
    return withRules(parseAnswer('appeal-review', raw, values), [
      ...faults,
      ...lostFaults(heard, appeal),
      ...deferralFaults,
    ]);
  },
};

const deferralFields: readonly TaskField[] = [
  { control: 'choice', name: 'deferral', options: 'deferral' },
  { control: 'area', name: 'deferralReason', rows: 4 },
];

type Reviewed = Pick<TaskContext, 'file' | 'task'>;

/** The end or change of a right the appeal is over, which can wait for it (fvl § 42). */
function changeOf({ file, task }: Reviewed): DecidedChange | undefined {
  return deferrableChange(file, appealOf(file, task.subject)?.decisionNumber ?? 0);
}

/** Whether the decision waits, asked only of an appeal that is taken up; a no to whoever asked has reasons (fvl § 42). */
function typedDeferral({ choice, deferral = '', deferralReason = '' }: FormValues, reviewed: Reviewed): TypedDeferral {
  if (choice !== 'admissible' || !changeOf(reviewed)) return { faults: [] };
  const wanted = appealOf(reviewed.file, reviewed.task.subject)?.deferralWanted === true;
  if (isBlank(deferral)) return { faults: [{ field: 'deferral', code: 'required' }] };
  if (deferral === 'not-asked') return { faults: wanted ? [{ field: 'deferral', code: 'asked' }] : [] };
  const unexplained = deferral === 'refused' && isBlank(deferralReason);
  return {
    answer: { deferral, deferralReason },
    faults: unexplained ? [{ field: 'deferralReason', code: 'required' }] : [],
  };
}

interface TypedDeferral {
  readonly answer?: { readonly deferral: string; readonly deferralReason: string };
  readonly faults: readonly FieldError[];
}

const heardLost: TaskField = { control: 'text', name: 'heardLostOn', type: 'date' };

function isLate(appeal: Appeal | undefined): boolean {
  return appeal?.inTime === false;
}

/** Lost on its way and sent again within a week of hearing so, an appeal is in time (fvl § 30). */
function lostFaults(typed: string | undefined, appeal: Appeal | undefined): readonly FieldError[] {
  const heard = validDate(typed);
  if (heard === undefined || appeal === undefined) return [];
  const { receivedOn } = appeal;
  if (compareDates(heard, receivedOn) > 0) return [{ field: 'heardLostOn', code: 'impossible' }];
  return compareDates(receivedOn, lostAppealLastDay(heard)) > 0 ? [{ field: 'heardLostOn', code: 'too-late' }] : [];
}
