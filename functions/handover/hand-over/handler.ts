import { NotFoundError } from '../../core/errors.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Tells the coordinator, without saying about whom, that there is a new appointment; the person's own letter tells how
 * to get access to the plan tool (SamPro, DIPS Samspill) and which form to hand in.
 */
export function createHandOver({ store, mailer }: { store: CaseStore; mailer: Mailer }) {
  return defineStep('HandOver', stepInput, async ({ caseId, municipality, now }) => {
    const { coordinator } = (await loadCaseFile(store, caseId)).case;
    if (!coordinator) throw new NotFoundError(`coordinator of case ${caseId}`);
    const { language } = mustFindMunicipality(municipality);
    await mailer.send({
      caseId,
      key: `coordinator-handover-${coordinator.appointedAt}`,
      template: 'coordinator-handover',
      to: coordinator.email,
      language,
      municipality,
      now,
    });
    await store.appendEvent(caseId, systemEvent(now, 'handed-over'));
    return { outcome: 'handed-over' };
  });
}
