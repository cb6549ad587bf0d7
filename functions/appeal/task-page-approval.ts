import nb from '../../templates/pages/task-appeal-approval.nb.hbs';
import nn from '../../templates/pages/task-appeal-approval.nn.hbs';
import type { Reassessment } from '../core/appeal.ts';
import { consentInForce } from '../core/consent.ts';
import type { Decision } from '../core/decision.ts';
import type { Language } from '../core/language.ts';
import { appealOf } from '../core/subject.ts';
import { appealFacts, caseFacts, decisionAppealed, decisionFacts } from '../tasks/pages/case-facts.ts';
import { caseMaterial } from '../tasks/pages/case-material.ts';
import { fourChecks } from '../tasks/pages/checks.ts';
import { parseApproval } from '../tasks/pages/parse-answer.ts';
import { returnComments } from '../tasks/pages/return-comments.ts';
import type { LetterPreview, TaskContext, TaskPage } from '../tasks/pages/task-page.ts';
import { optionTexts } from '../tasks/pages/texts.ts';

/** Four eyes on the reassessment too. */
export const appealApprovalPage: TaskPage<'appeal-approval'> = {
  kind: 'appeal-approval',
  fields: () => [
    { control: 'choice', name: 'choice', options: 'approval' },
    { control: 'area', name: 'comment', rows: 5 },
  ],
  initial: () => ({}),
  about(context) {
    const { language, file, task, path } = context;
    const { appeal, proposal } = proposalOf(context);
    const { wishes, legalBasis } = file.case;
    const planConsent = consentInForce(file.case, 'plan');
    const personsView = appeal?.text ?? '';
    const decision = decisionAppealed(file, task.subject);
    return { nb, nn }[language]({
      language,
      case: caseFacts(context),
      appeal: appealFacts(file, task.subject),
      decision: decisionFacts(decision),
      proposal: proposal && proposalFacts(proposal, { decision, language }),
      // Where no right is decided there is nothing of this to check.
      checks: decision && proposal && fourChecks({ ...proposal, personsView, wishes, legalBasis, planConsent }),
      material: caseMaterial(context),
      comments: returnComments(context),
      letterPath: `${path}/letter.pdf`,
      letterLanguage: file.case.language,
    });
  },
  parse: (values) => parseApproval('appeal-approval', values),
  proposedBy: (context) => proposalOf(context).proposal?.by,
  letter(context): LetterPreview | undefined {
    const { proposal } = proposalOf(context);
    if (!proposal) return undefined;
    return { kind: proposal.outcome === 'upheld' ? 'appeal-forwarded' : 'appeal-decided', round: proposal.round };
  },
};

/** The proposal in the words its own form had: what it comes to, and the outcomes where it decides any. */
function proposalFacts(
  { outcome, outcomes, change, facts, reasons, statement, by, at }: Reassessment,
  { decision, language }: { readonly decision: Decision | undefined; readonly language: Language },
) {
  const words = optionTexts(decision ? 'reassessment' : 'reassessment-of-service', language);
  const told = words.find(({ value }) => value === outcome)?.label ?? '';
  return { told, outcomes: decision && outcomes, facts, reasons, statement, by: by.name, at, change };
}

function proposalOf({ file, task }: TaskContext) {
  const appeal = appealOf(file, task.subject);
  return { appeal, proposal: appeal?.reassessment };
}
