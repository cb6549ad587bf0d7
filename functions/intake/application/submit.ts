import { newCaseId } from '../../core/case-id.ts';
import type { AttachmentRecord, CaseEvent } from '../../core/records.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { PersonId } from '../../identity/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Executions } from '../../platform/executions.ts';
import { log } from '../../platform/log.ts';
import type { Application } from './application-form.ts';
import { type ConsentText, newCase } from './new-case.ts';

/** What sending an application takes. */
export interface SubmitPorts {
  readonly store: CaseStore;
  readonly executions: Executions;
  readonly personId: PersonId;
  readonly random: () => Uint8Array;
}

/** An application on its way in, by whichever channel. */
export interface Submission {
  readonly application: Application;
  readonly municipality: string;
  /** The same for every try to send the same: one key makes one case. */
  readonly submissionKey: string;
  readonly channel: 'form' | 'paper' | 'api';
  readonly now: Instant;
  /** When it reached the municipality; `now` when not given. Deadlines count from it (fvl § 11 a). */
  readonly receivedAt?: Instant;
  readonly registeredAt?: Instant;
  readonly postmarkedOn?: CalendarDate;
  /** National id of the one who sends it: stands in the event as a keyed hash. Not needed when `actor` is given. */
  readonly nationalId?: string;
  /** Staff who registered it, or a system that sent it. */
  readonly actor?: CaseEvent['actor'];
  /** What was consented to, when it is not the text of this form. */
  readonly consentText?: ConsentText;
  /** Codes for the event, beside origin and channel. */
  readonly detail?: CaseEvent['detail'];
  /** Files that came with it, or how to keep them once the case has its id. Stored once each. */
  readonly attachments?: readonly AttachmentRecord[] | ((caseId: string) => Promise<readonly AttachmentRecord[]>);
}

/**
 * Stores the case and its attachments and starts its execution; gives the case id. The same form sent again, also in
 * the same moment, comes to the same case and the same execution: the store keeps the first, and the execution's name is
 * the case id.
 */
export async function submitApplication(ports: SubmitPorts, submission: Submission): Promise<string> {
  const { store, executions } = ports;
  const { municipality, submissionKey } = submission;
  const fresh = newCase(submission.application, {
    caseId: newCaseId(ports.random()),
    municipality,
    receipt: receiptOf(submission),
    ...(submission.consentText && { consentText: submission.consentText }),
  });
  const stored = await store.create({
    case: fresh,
    submissionKey,
    event: {
      at: submission.now,
      type: 'received',
      actor: await actorOf(ports, submission),
      detail: { ...submission.detail, origin: fresh.origin, channel: submission.channel },
    },
  });
  const { caseId } = stored.case;
  if (stored.created) log.info('CASE_CREATED', { caseId, municipality });
  // Also when the case was there: an earlier try may have failed in between.
  for (const record of await attachmentsOf(submission, caseId)) await store.addOnce(caseId, 'attachment', record);
  await executions.startApplication({ caseId, municipality });
  return caseId;
}

function receiptOf({ channel, now, receivedAt = now, registeredAt, postmarkedOn }: Submission) {
  return { channel, receivedAt, ...(registeredAt && { registeredAt }), ...(postmarkedOn && { postmarkedOn }) };
}

async function actorOf({ personId }: SubmitPorts, submission: Submission): Promise<CaseEvent['actor']> {
  const { actor, application, nationalId } = submission;
  if (actor) return actor;
  const { name } = application.submitter ?? application.person;
  return { kind: 'person', id: await personId(nationalId ?? application.person.nationalId), name };
}

async function attachmentsOf({ attachments = [] }: Submission, caseId: string): Promise<readonly AttachmentRecord[]> {
  return typeof attachments === 'function' ? attachments(caseId) : attachments;
}
