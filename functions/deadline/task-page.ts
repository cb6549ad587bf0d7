import nb from '../../templates/pages/task-delay-reason.nb.hbs';
import nn from '../../templates/pages/task-delay-reason.nn.hbs';
import { compareDates, osloDate } from '../core/calendar.ts';
import { appealOf, promisedOn } from '../core/subject.ts';
import { caseFacts } from '../tasks/pages/case-facts.ts';
import { parseAnswer, typedDate, validDate, withRules } from '../tasks/pages/parse-answer.ts';
import type { TaskPage } from '../tasks/pages/task-page.ts';

/** Why the answer is late, in a person's words, and the new date (fvl § 11 a second ledd). */
export const delayReasonPage: TaskPage<'delay-reason'> = {
  kind: 'delay-reason',
  fields: () => [
    { control: 'area', name: 'reason', rows: 6 },
    { control: 'text', name: 'expectedOn', type: 'date' },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, task } = context;
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      state: file.case.state,
      appealReceivedOn: appealOf(file, task.subject)?.receivedOn,
      promisedOn: promisedOn(file, task.subject),
      noticeAt: task.expiresAt,
    });
  },
  parse(values, { file, task, now }) {
    const raw = { reason: values.reason, expectedOn: typedDate(values.expectedOn) };
    const date = validDate(values.expectedOn);
    const early = date && [promisedOn(file, task.subject), osloDate(now)].some((day) => compareDates(date, day) <= 0);
    return withRules(
      parseAnswer('delay-reason', raw, values),
      early ? [{ field: 'expectedOn', code: 'too-early' }] : [],
    );
  },
};
