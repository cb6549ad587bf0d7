import nb from '../../templates/pages/task-county-outcome.nb.hbs';
import nn from '../../templates/pages/task-county-outcome.nn.hbs';
import { compareDates, osloDate } from '../core/calendar.ts';
import type { Case } from '../core/case.ts';
import { type DecidedChange, type Decision, rights } from '../core/decision.ts';
import { changeDecided, outcomesOfChange } from '../core/existing-right.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { outcomeFields, typedOutcomes } from '../tasks/pages/outcome-fields.ts';
import { parseAnswer, typedDate, validDate, withRules } from '../tasks/pages/parse-answer.ts';
import { rightChangeFields, typedRightChange } from '../tasks/pages/right-change-fields.ts';
import type { FieldError, FormValues, TaskField, TaskPage } from '../tasks/pages/task-page.ts';

/** What Statsforvalteren decided, as the letter from that office says (fvl § 34; domain.md § 3.7). */
export const countyOutcomePage: TaskPage<'county-outcome'> = {
  kind: 'county-outcome',
  fields: ({ file, task }) => [
    { control: 'choice', name: 'choice', options: 'county' },
    { control: 'text', name: 'decidedOn', type: 'date' },
    ...decidedFields(file.case, decisionAppealed(file, task.subject)),
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
      appeal: appealFacts(file, task.subject),
      decision: decisionFacts(decisionAppealed(file, task.subject)),
      forwardedAt: appeal?.forwardedAt,
      countyGovernor: municipality.countyGovernor.name[language],
    });
  },
  parse(values, { file, task, now }) {
    const decided = decidedIn(values, file.case, decisionAppealed(file, task.subject));
    const raw = {
      choice: values.choice,
      note: values.note ?? '',
      decidedOn: typedDate(values.decidedOn),
      outcomes: decided.outcomes,
      ...(decided.change && { change: decided.change }),
    };
    const receivedOn = appealOf(file, task.subject)?.receivedOn;
    const date = validDate(values.decidedOn);
    const early = date && receivedOn && compareDates(date, receivedOn) < 0;
    const ahead = date && compareDates(date, osloDate(now)) > 0;
    const impossible = early || ahead ? [{ field: 'decidedOn', code: 'impossible' }] : [];
    return withRules(parseAnswer('county-outcome', raw, values), [...impossible, ...decided.faults]);
  },
};

/** The rights the decision is about; Statsforvalteren decides no other (fvl § 34). */
function decidedFields({ concerns }: Case, decision: Decision | undefined): readonly TaskField[] {
  if (!decision) return [];
  if (concerns) return rightChangeFields;
  const undecided: readonly string[] = rights.filter((right) => decision.outcomes[right] === 'not-applied');
  return outcomeFields
    .filter(({ name }) => !undecided.includes(name))
    .map(({ name }) => ({ control: 'choice', name, options: 'decided-outcome' }));
}

interface Decided {
  readonly outcomes?: Readonly<Record<string, string>>;
  readonly change?: DecidedChange | undefined;
  readonly faults: readonly FieldError[];
}

/**
 * Outcomes are part of the answer only when the decision was changed; what is chosen otherwise has no meaning. A right
 * nobody decided stays undecided.
 */
function decidedIn(values: FormValues, found: Case, decision: Decision | undefined): Decided {
  const { concerns } = found;
  if (!decision || values.choice !== 'changed') return { faults: [] };
  if (concerns) {
    const inForce = changeDecided(concerns, decision);
    const { change, faults } = typedRightChange(values, inForce.from);
    return { outcomes: outcomesOfChange(concerns.right, (change ?? inForce).outcome), change, faults };
  }
  const asked = new Set(decidedFields(found, decision).map(({ name }) => name));
  const typed = Object.entries(typedOutcomes(values)).filter(([right]) => asked.has(right));
  return { outcomes: { ...decision.outcomes, ...Object.fromEntries(typed) }, faults: [] };
}
