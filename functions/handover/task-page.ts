import nb from '../../templates/pages/task-appoint-coordinator.nb.hbs';
import nn from '../../templates/pages/task-appoint-coordinator.nn.hbs';
import { currentDecision } from '../core/decision-letter.ts';
import { caseFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { parseAnswer } from '../tasks/pages/parse-answer.ts';
import type { TaskPage } from '../tasks/pages/task-page.ts';

/** The coordinating unit appoints the coordinator (hol §§ 7-2, 7-2 a, 7-3); the person's wish weighs. */
export const appointCoordinatorPage: TaskPage<'appoint-coordinator'> = {
  kind: 'appoint-coordinator',
  fields: () => [
    // A colleague's data: the browser's own address book must not fill it in.
    { control: 'text', name: 'name', type: 'text' },
    { control: 'text', name: 'title', type: 'text' },
    { control: 'text', name: 'unit', type: 'text' },
    { control: 'text', name: 'phone', type: 'tel' },
    { control: 'text', name: 'email', type: 'email' },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file } = context;
    const decision = currentDecision(file);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      decision: decision && { outcomes: decision.outcomes, personsView: decision.personsView },
      material: caseMaterial(context),
    });
  },
  parse(values) {
    const { name, title, unit, phone, email } = values;
    return parseAnswer('appoint-coordinator', { name, title, unit, phone, email: (email ?? '').trim() }, values);
  },
};
