import type { Appeal } from './appeal.ts';
import type { Case } from './case.ts';
import type { Assessment, Decision } from './decision.ts';
import type { DelayNotice, Subject } from './delay-notice.ts';
import type { LetterRecord } from './letter-record.ts';
import type { Instant } from './time.ts';

/** Every question a human is asked through a link; one task page per kind. */
export const taskKinds = [
  'consent',
  'assessment',
  'approval',
  'delay-reason',
  'appoint-coordinator',
  'appeal-review',
  'reassessment',
  'appeal-approval',
  'county-outcome',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Who a task is sent to: the person the case is for, or a role whose mailbox is in the municipality's data. */
export type TaskRecipient = 'person' | 'caseworker' | 'approver' | 'coordinating-unit';

/** A question put to a human. Written before its mail is sent. */
export interface TaskRecord {
  readonly kind: TaskKind;
  /** `<round>` for the application, `a<appeal>-<round>` for an appeal. */
  readonly key: string;
  readonly subject: Subject;
  readonly recipient: TaskRecipient;
  /** SHA-256 (hex) of the secret of the newest link; the secret itself is never stored. */
  readonly secretHash: string;
  /** Step Functions task token. */
  readonly token: string;
  readonly state: 'open' | 'answered' | 'expired' | 'withdrawn';
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  /** Version of the case when the task was opened: "changed since" is judged against it. */
  readonly caseVersion: number;
  readonly answerId?: string;
  readonly answeredBy?: { readonly id: string; readonly name: string };
  readonly answeredAt?: Instant;
  /** Each time the task went from one member of staff on to another; the last one tells who has it now. */
  readonly passedOn?: readonly PassedOn[];
}

/** A task that a member of staff gave to a colleague, or gave back to the role's mailbox. */
export interface PassedOn {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
  /** The colleague's address at work; absent when the task went back to the role. */
  readonly to?: string;
  /** Why somebody gave it back, in own words: kept here, and never in an event or a mail. */
  readonly reason?: string;
}

/** A human's answer, stored first; `SendTaskSuccess({answerId})` makes exactly one win. `answer` is validated per kind. */
export interface AnswerRecord {
  readonly answerId: string;
  readonly taskKind: TaskKind;
  readonly taskKey: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
  readonly answer: unknown;
}

/** A wait that something other than a human task ends: `clock`, `opening`, `appeal`. */
export interface WaitRecord {
  readonly name: 'clock' | 'opening' | 'appeal';
  readonly subject: Subject;
  readonly token: string;
  readonly state: 'open' | 'completed';
  readonly at: Instant;
}

/** A lane that stopped at a failed step and waits for operations. */
export interface HoldRecord {
  readonly lane: string;
  readonly subject: Subject;
  readonly round: number;
  /** Name of the state that failed, and the error's name. */
  readonly stateName: string;
  readonly error: string;
  readonly token: string;
  readonly state: 'open' | 'retried' | 'stopped';
  readonly at: Instant;
}

/** A mail that was handed to SES, keyed so that it is sent once. No content is kept. */
export interface MessageRecord {
  readonly key: string;
  readonly template: string;
  readonly recipient: string;
  readonly messageId: string;
  readonly at: Instant;
  readonly delivery?: 'delivered' | 'bounced-transient' | 'bounced-permanent' | 'complaint';
}

/** What an uploaded file is for. `scan` is a paper form; `mandate` a written fullmakt or a guardian's mandate (fvl § 12). */
export const attachmentPurposes = ['mandate', 'scan', 'information', 'appeal'] as const;
export type AttachmentPurpose = (typeof attachmentPurposes)[number];

/** The kinds of file that are taken, told by their first bytes and never by their name. */
export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** A file somebody sent in with the case. Stored once, never changed, only ever served as a download. */
export interface AttachmentRecord {
  readonly id: string;
  readonly purpose: AttachmentPurpose;
  readonly type: AttachmentType;
  readonly bytes: number;
  /** S3 object key; says nothing of the file. */
  readonly object: string;
  readonly sha256: string;
  /** What its sender calls it: personal, so it is shown but never part of a key, an address or a log. */
  readonly name?: string;
  readonly at: Instant;
  readonly by: CaseEvent['actor'];
}

/** Something a party added to the case after it was sent (fvl § 11; the clock goes on). */
export interface InformationRecord {
  readonly id: string;
  readonly text: string;
  /** Ids of the attachments that came with it. */
  readonly attachments: readonly string[];
  readonly at: Instant;
  readonly by: CaseEvent['actor'];
}

/** One thing that happened, or one look at the case (the access log the person can read). Append-only. */
export interface CaseEvent {
  readonly at: Instant;
  /** Closed list in practice: a transition name, `viewed`, `letter-opened`, `task-opened`, … */
  readonly type: string;
  readonly actor: { readonly kind: 'person' | 'staff' | 'system'; readonly id: string; readonly name?: string };
  /** Ids and codes only. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Everything stored about one case: its item collection, read in one query. */
export interface CaseFile {
  readonly case: Case;
  readonly assessments: readonly Assessment[];
  readonly decisions: readonly Decision[];
  readonly notices: readonly DelayNotice[];
  readonly appeals: readonly Appeal[];
  readonly letters: readonly LetterRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly answers: readonly AnswerRecord[];
  readonly waits: readonly WaitRecord[];
  readonly holds: readonly HoldRecord[];
  readonly messages: readonly MessageRecord[];
  readonly attachments: readonly AttachmentRecord[];
  readonly information: readonly InformationRecord[];
  readonly events: readonly CaseEvent[];
}

/** The key of a task or letter of one round: `3` for the application, `a1-3` for the first appeal. */
export function roundKey(subject: Subject, round: number): string {
  return subject === 'application' ? String(round) : `a${subject.slice('appeal-'.length)}-${round}`;
}

/** The round that {@link roundKey} made a key of. */
export function roundOf(key: string): number {
  return Number(key.split('-').at(-1));
}
