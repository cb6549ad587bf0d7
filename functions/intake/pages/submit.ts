import { newCaseId } from '../../core/case-id.ts';
import type { Instant } from '../../core/time.ts';
import type { PersonId } from '../../identity/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Executions } from '../../platform/executions.ts';
import { log } from '../../platform/log.ts';
import type { Application } from './application-form.ts';
import { newCase } from './new-case.ts';

/** What sending an application takes. */
export interface SubmitPorts {
  readonly store: CaseStore;
  readonly executions: Executions;
  readonly personId: PersonId;
  readonly random: () => Uint8Array;
}

/**
 * Stores the case and starts its execution; gives the case id. The same form sent again, also in the same moment,
 * comes to the same case and the same execution: the store keeps the first, and the execution's name is the case id.
 */
export async function submitApplication(
  { store, executions, personId, random }: SubmitPorts,
  input: {
    readonly application: Application;
    readonly nationalId: string;
    readonly municipality: string;
    readonly submissionKey: string;
    readonly now: Instant;
  },
): Promise<string> {
  const { application, municipality, submissionKey, now } = input;
  const fresh = newCase(application, { caseId: newCaseId(random()), municipality, now });
  const { name } = application.submitter ?? application.person;
  const stored = await store.create({
    case: fresh,
    submissionKey,
    event: {
      at: now,
      type: 'received',
      actor: { kind: 'person', id: await personId(input.nationalId), name },
      detail: { origin: fresh.origin, channel: 'form' },
    },
  });
  const { caseId } = stored.case;
  if (stored.created) log.info('CASE_CREATED', { caseId, municipality });
  // Also when the case was there: an earlier try may have failed between the two.
  await executions.startApplication({ caseId, municipality });
  return caseId;
}
