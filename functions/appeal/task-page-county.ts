import nb from '../../templates/pages/task-county-outcome.nb.hbs';
import nn from '../../templates/pages/task-county-outcome.nn.hbs';
import { compareDates, osloDate } from '../core/calendar.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts } from '../tasks/pages/case-facts.ts';
import { outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { parseAnswer, typedDate, withRules } from '../tasks/pages/parse-answer.ts';
import type { FormValues, TaskPage } from '../tasks/pages/task-page.ts';

/** What Statsforvalteren decided, as the letter from that office says (fvl § 34; domain.md § 3.7). */
export const countyOutcomePage: TaskPage<'county-outcome'> = {
  kind: 'county-outcome',
  fields: ({ file, task }) => [
    { control: 'choice', name: 'choice', options: 'county' },
    { control: 'text', name: 'decidedOn', type: 'date' },
    ...(decisionAppealed(file, task.subject) ? outcomeFields : []),
    { control: 'area', name: 'note', rows: 4 },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, task, municipality } = context;
    const appeal = appealOf(file, task.subject);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appeal && appealFacts(appeal),
      decision: decisionFacts(decisionAppealed(file, task.subject)),
      forwardedAt: appeal?.forwardedAt,
      countyGovernor: municipality.countyGovernor.name[language],
    });
  },
  parse(values, { file, task, now }) {
    const raw = {
      choice: values.choice,
      note: values.note ?? '',
      decidedOn: typedDate(values.decidedOn),
      outcomes: decisionAppealed(file, task.subject) ? changedOutcomes(values) : undefined,
    };
    const receivedOn = appealOf(file, task.subject)?.receivedOn;
    return withRules(parseAnswer('county-outcome', raw, values), ({ decidedOn }) => {
      const possible = decidedOn <= osloDate(now) && (!receivedOn || compareDates(decidedOn, receivedOn) >= 0);
      return possible ? [] : [{ field: 'decidedOn', code: 'impossible' }];
    });
  },
};

/** Outcomes are part of the answer only when the decision was changed; what is chosen otherwise has no meaning. */
function changedOutcomes(values: FormValues) {
  return values.choice === 'changed' ? typedOutcomes(values) : undefined;
}
