import type { Case } from '../../core/case.ts';
import { formatCaseNumber, newCaseId } from '../../core/case-id.ts';
import type { AttachmentRecord, CaseEvent } from '../../core/records.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { PersonId } from '../../identity/index.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Executions } from '../../platform/executions.ts';
import { log } from '../../platform/log.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import type { Application } from './application-form.ts';
import { inTurn } from './in-turn.ts';
import { joinCase, meetingOf } from './join.ts';
import { type ConsentText, newCase, type Receipt } from './new-case.ts';

/** What sending an application takes. */
export interface SubmitPorts {
  readonly store: CaseStore;
  readonly executions: Executions;
  readonly shortLived: ShortLived;
  readonly personId: PersonId;
  readonly random: () => Uint8Array;
}

/** An application on its way in, by whichever channel. */
export interface Submission {
  readonly application: Application;
  readonly municipality: string;
  /** The same for every try to send the same: one key makes one case. */
  readonly submissionKey: string;
  readonly channel: 'form' | 'paper' | 'api' | 'staff';
  readonly now: Instant;
  /** When it reached the municipality; `now` when not given. Deadlines count from it (fvl § 11 a). */
  readonly receivedAt?: Instant;
  readonly registeredAt?: Instant;
  readonly postmarkedOn?: CalendarDate;
  /** False when the sender did not show who they are as strongly as the form asks. */
  readonly senderProven?: false;
  /** True when a mandate was described and no document came with it. */
  readonly mandateUnseen?: boolean;
  /** National id of the one who sends it: stands in the event as a keyed hash. Not needed when `actor` is given. */
  readonly nationalId?: string;
  /** Staff who registered it, or a system that sent it. */
  readonly actor?: CaseEvent['actor'];
  /** What was consented to, when it is not the text of this form. */
  readonly consentText?: ConsentText;
  /** The other one with parental responsibility signed the same paper, and consents to the same (pbrl § 4-4). */
  readonly otherParentSigned?: boolean;
  /** Codes for the event, beside origin and channel. */
  readonly detail?: CaseEvent['detail'];
  /** Files that came with it, or how to keep them once the case has its id. Stored once each. */
  readonly attachments?: readonly AttachmentRecord[] | ((caseId: string) => Promise<readonly AttachmentRecord[]>);
}

/**
 * Stores the case and its attachments and starts its execution; gives the case id. A request about somebody who has an
 * open case is added to that one, and the id is its sender's receipt. The same form sent again, also in
 * the same moment, comes to the same case and the same execution: the store keeps the first, and the execution's name is
 * the case id.
 */
export async function submitApplication(ports: SubmitPorts, submission: Submission): Promise<string> {
  const { nationalId } = submission.application.person;
  return await inTurn(ports.shortLived, { ...submission, nationalId }, (before) => submit(ports, submission, before));
}

/** `before`: the case that a request about the same person came to a moment ago. */
async function submit(ports: SubmitPorts, submission: Submission, before?: string): Promise<string> {
  const { store, executions } = ports;
  const { municipality, submissionKey } = submission;
  const made = newCase(withMandate(submission), {
    caseId: newCaseId(ports.random()),
    municipality,
    receipt: receiptOf(submission),
    ...(submission.consentText && { consentText: submission.consentText }),
    ...(submission.otherParentSigned && { otherParentSigned: true }),
  });
  const fresh = await metBy(ports, { made, submission, before });
  const by = await actorOf(ports, submission);
  const stored = await store.create({
    case: fresh,
    submissionKey,
    event: {
      at: submission.now,
      type: 'received',
      actor: by,
      detail: { ...submission.detail, origin: fresh.origin, channel: submission.channel },
    },
  });
  const { caseId } = stored.case;
  if (stored.created) log.info('CASE_CREATED', { caseId, municipality });
  // Also when the case was there: an earlier try may have failed in between.
  const { joinedTo } = stored.case;
  const attachments = await attachmentsOf(submission, joinedTo ?? caseId);
  for (const record of attachments) await store.addOnce(caseId, 'attachment', record);
  if (joinedTo) {
    await joinCase(store, stored.case, { attachments, by, at: stored.case.closedAt ?? submission.now });
    return caseId;
  }
  await executions.startApplication({ caseId, municipality });
  return caseId;
}

/**
 * There is one plan only (IP-forskriften § 9): a second request goes to the open case, and keeps a number and a receipt
 * that tell nobody of that case; beside a granted plan it is a wish to change it.
 */
async function metBy(
  { store }: SubmitPorts,
  { made, submission, before }: { made: Case; submission: Submission; before: string | undefined },
): Promise<Case> {
  const { application, municipality, now } = submission;
  const meeting = await meetingOf(store, { municipality, application, before });
  if (meeting.kind === 'new') return made;
  if (meeting.kind === 'already-has-plan') {
    const { case: first } = await loadCaseFile(store, meeting.caseId);
    return { ...made, planIn: { caseId: first.caseId, caseNumber: first.caseNumber } };
  }
  const year = Number(made.receivedOn.slice(0, 4));
  const number = await store.nextNumber(municipality, year);
  const caseNumber = formatCaseNumber(mustFindMunicipality(municipality).slug, year, number);
  return { ...made, caseNumber, state: 'closed', closedAt: now, joinedTo: meeting.caseId };
}

/** Words alone are no mandate: nobody acts, nor consents, for another before somebody has seen it (fvl § 12). */
function withMandate({ application, mandateUnseen }: Submission): Application {
  const { submitter } = application;
  if (!mandateUnseen || !submitter?.mandate || submitter.lawyer) return application;
  return { ...application, submitter: { ...submitter, mandateUnseen: true }, consents: {} };
}

function receiptOf({ channel, now, receivedAt = now, registeredAt, postmarkedOn, senderProven }: Submission): Receipt {
  return {
    channel,
    receivedAt,
    ...(registeredAt && { registeredAt }),
    ...(postmarkedOn && { postmarkedOn }),
    ...(senderProven === false && { senderProven }),
  };
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
