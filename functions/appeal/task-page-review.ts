import nb from '../../templates/pages/task-appeal-review.nb.hbs';
import nn from '../../templates/pages/task-appeal-review.nn.hbs';
import { osloDate } from '../core/calendar.ts';
import { latestLateAppealOn } from '../core/deadlines.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, lawFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { isBlank, parseAnswer, withRules } from '../tasks/pages/parse-answer.ts';
import type { TaskPage } from '../tasks/pages/task-page.ts';

/** In time, entitled, signed? A human looks at every appeal; a late one may still be taken up (fvl §§ 30–33). */
export const appealReviewPage: TaskPage<'appeal-review'> = {
  kind: 'appeal-review',
  fields: () => [
    { control: 'choice', name: 'choice', options: 'admissible' },
    { control: 'area', name: 'reason', rows: 5 },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, task, now } = context;
    const appeal = appealOf(file, task.subject);
    const decision = file.decisions.find(({ number }) => number === appeal?.decisionNumber);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appeal && appealFacts(appeal),
      law: lawFacts(file, decision?.outcomes),
      decidedAt: decision?.decidedAt,
      // fvl § 31: more than a year after the decision no appeal can be taken up.
      pastLimit: decision !== undefined && osloDate(now) > latestLateAppealOn(decision.decidedAt),
      material: caseMaterial(context),
    });
  },
  parse(values) {
    const raw = { choice: values.choice, reason: values.reason ?? '' };
    const unexplained = values.choice === 'inadmissible' && isBlank(values.reason);
    return withRules(
      parseAnswer('appeal-review', raw, values),
      unexplained ? [{ field: 'reason', code: 'required' }] : [],
    );
  },
};
