import nb from '../../templates/pages/task-approval.nb.hbs';
import nn from '../../templates/pages/task-approval.nn.hbs';
import { osloDate } from '../core/calendar.ts';
import { consentInForce } from '../core/consent.ts';
import { changeProblems } from '../core/existing-right.ts';
import { caseFacts, lawFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { fourChecks } from '../tasks/pages/checks.ts';
import { parseApproval, withRules } from '../tasks/pages/parse-answer.ts';
import { returnComments } from '../tasks/pages/return-comments.ts';
import type { TaskPage } from '../tasks/pages/task-page.ts';

/** The leader approves the letter as previewed, or gives it back with a comment: four eyes on every decision. */
export const approvalPage: TaskPage<'approval'> = {
  kind: 'approval',
  fields: () => [
    { control: 'choice', name: 'choice', options: 'approval' },
    { control: 'area', name: 'comment', rows: 5 },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, path } = context;
    const proposal = file.assessments.at(-1);
    const { wishes, legalBasis } = file.case;
    const planConsent = consentInForce(file.case, 'plan');
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      concerns: file.case.concerns,
      proposal: proposal && { ...proposal, change: proposal.change, by: proposal.assessedBy.name },
      law: lawFacts(file, proposal?.outcomes),
      checks: proposal && fourChecks({ ...proposal, wishes, legalBasis, planConsent }),
      material: caseMaterial(context),
      comments: returnComments(context),
      letterPath: `${path}/letter.pdf`,
      letterLanguage: file.case.language,
    });
  },
  /** A right does not end before its letter has left: a day that has passed has to be set anew (fvl § 27 as standard). */
  parse(values, { file, now }) {
    const proposal = file.assessments.at(-1);
    const { change } = proposal ?? {};
    const problems = proposal && change ? changeProblems(file.case, { ...proposal, ...change }, osloDate(now)) : [];
    const passed = values.choice === 'approve' && problems.includes('before-notice');
    return withRules(parseApproval('approval', values), passed ? [{ field: 'choice', code: 'date-passed' }] : []);
  },
  proposedBy: ({ file }) => file.assessments.at(-1)?.assessedBy,
  letter: () => ({ kind: 'decision', round: 1 }),
};
