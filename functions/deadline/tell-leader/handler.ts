import { z } from 'zod';
import type { Mailer } from '../../messages/mailer.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

const input = stepInput.extend({ round: z.number().int().positive() });

/** Tells the leader that a delay notice went out without a caseworker's reason. */
export function createTellLeader({ mailer }: { mailer: Mailer }) {
  return defineStep('TellLeader', input, async ({ caseId, municipality, subject, round, now }) => {
    const { mailboxes, language } = mustFindMunicipality(municipality);
    await mailer.send({
      caseId,
      key: `leader-told-${subject}-${round}`,
      template: 'leader-told',
      to: mailboxes.approver,
      language,
      municipality,
      now,
    });
    return { outcome: 'told' };
  });
}
