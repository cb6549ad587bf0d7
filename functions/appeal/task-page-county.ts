import nb from '../../templates/pages/task-county-outcome.nb.hbs';
import nn from '../../templates/pages/task-county-outcome.nn.hbs';
import { compareDates, osloDate } from '../core/calendar.ts';
import { type Decision, rights } from '../core/decision.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { parseAnswer, typedDate, validDate, withRules } from '../tasks/pages/parse-answer.ts';
import type { FormValues, TaskField, TaskPage } from '../tasks/pages/task-page.ts';

/** What Statsforvalteren decided, as the letter from that office says (fvl § 34; domain.md § 3.7). */
export const countyOutcomePage: TaskPage<'county-outcome'> = {
  kind: 'county-outcome',
  fields: ({ file, task }) => [
    { control: 'choice', name: 'choice', options: 'county' },
    { control: 'text', name: 'decidedOn', type: 'date' },
    ...decidedFields(decisionAppealed(file, task.subject)),
    { control: 'area', name: 'note', rows: 4 },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, task, municipality } = context;
    const appeal = appealOf(file, task.subject);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      material: caseMaterial(context),
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
      outcomes: changedOutcomes(values, decisionAppealed(file, task.subject)),
    };
    const receivedOn = appealOf(file, task.subject)?.receivedOn;
    const date = validDate(values.decidedOn);
    const early = date && receivedOn && compareDates(date, receivedOn) < 0;
    const ahead = date && compareDates(date, osloDate(now)) > 0;
    const faults = early || ahead ? [{ field: 'decidedOn', code: 'impossible' }] : [];
    return withRules(parseAnswer('county-outcome', raw, values), faults);
  },
};

/** The rights the decision is about; Statsforvalteren decides no other (fvl § 34). */
function decidedFields(decision: Decision | undefined): readonly TaskField[] {
  if (!decision) return [];
  const undecided: readonly string[] = rights.filter((right) => decision.outcomes[right] === 'not-applied');
  return outcomeFields
    .filter(({ name }) => !undecided.includes(name))
    .map(({ name }) => ({ control: 'choice', name, options: 'decided-outcome' }));
}

/**
 * Outcomes are part of the answer only when the decision was changed; what is chosen otherwise has no meaning. A right
 * nobody decided stays undecided.
 */
function changedOutcomes(values: FormValues, decision: Decision | undefined) {
  if (!decision || values.choice !== 'changed') return undefined;
  const asked = new Set(decidedFields(decision).map(({ name }) => name));
  const typed = Object.entries(typedOutcomes(values)).filter(([right]) => asked.has(right));
  return { ...decision.outcomes, ...Object.fromEntries(typed) };
}
