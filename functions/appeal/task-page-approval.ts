import nb from '../../templates/pages/task-appeal-approval.nb.hbs';
import nn from '../../templates/pages/task-appeal-approval.nn.hbs';
import { consentInForce } from '../core/consent.ts';
import { currentDecision } from '../core/decision-letter.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionFacts } from '../tasks/pages/case-facts.ts';
import { fourChecks } from '../tasks/pages/checks.ts';
import { parseAnswer } from '../tasks/pages/parse-answer.ts';
import type { LetterPreview, TaskContext, TaskPage } from '../tasks/pages/task-page.ts';

/** Four eyes on the reassessment too. */
export const appealApprovalPage: TaskPage<'appeal-approval'> = {
  kind: 'appeal-approval',
  fields: [
    { control: 'choice', name: 'choice', options: 'approval' },
    { control: 'area', name: 'comment', rows: 5 },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, path } = context;
    const { appeal, proposal } = proposalOf(context);
    const { wishes } = file.case;
    const planConsent = consentInForce(file.case, 'plan');
    const personsView = appeal?.text ?? '';
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appeal && appealFacts(appeal),
      decision: decisionFacts(currentDecision(file)),
      proposal: proposal && { ...proposal, by: proposal.by.name },
      checks: proposal && fourChecks({ ...proposal, personsView, wishes, planConsent }),
      letterPath: `${path}/letter.pdf`,
    });
  },
  parse: (values) => parseAnswer('appeal-approval', { choice: values.choice, comment: values.comment ?? '' }, values),
  proposedBy: (context) => proposalOf(context).proposal?.by,
  letter(context): LetterPreview | undefined {
    const { proposal } = proposalOf(context);
    if (!proposal) return undefined;
    return { kind: proposal.outcome === 'upheld' ? 'appeal-forwarded' : 'appeal-decided', round: proposal.round };
  },
};

function proposalOf({ file, task }: TaskContext) {
  const appeal = appealOf(file, task.subject);
  return { appeal, proposal: appeal?.reassessment };
}
