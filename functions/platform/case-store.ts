import type { Appeal } from '../core/appeal.ts';
import type { Case } from '../core/case.ts';
import type { CaseState, TransitionName } from '../core/case-state.ts';
import type { Assessment, Decision } from '../core/decision.ts';
import type { DelayNotice } from '../core/delay-notice.ts';
import type { LetterRecord } from '../core/letter-record.ts';
import type {
  AnswerRecord,
  AttachmentRecord,
  CaseEvent,
  CaseFile,
  HoldRecord,
  InformationRecord,
  MessageRecord,
  TaskRecord,
  WaitRecord,
} from '../core/records.ts';
import type { Result } from '../core/result.ts';
import type { CalendarDate } from '../core/time.ts';

/** What may be changed on a case besides its state; state moves only by a named transition. */
export type CaseChanges = Partial<Omit<Case, 'caseId' | 'municipality' | 'state' | 'version'>>;

/** What a caseworker may take back again before a decision: a finding that the next proposal does not make. */
export type TakenBack =
  | 'consentOverride'
  | 'capacityFinding'
  | 'parentsNotInformed'
  | 'parentsInformed'
  | 'careOrder'
  | 'deprivation';

/** The kinds of records beside the case item, each with a key derived from its own fields (`recordKey`). */
export interface RecordTypes {
  readonly assessment: Assessment;
  readonly decision: Decision;
  readonly notice: DelayNotice;
  readonly appeal: Appeal;
  readonly letter: LetterRecord;
  readonly task: TaskRecord;
  readonly answer: AnswerRecord;
  readonly wait: WaitRecord;
  readonly hold: HoldRecord;
  readonly message: MessageRecord;
  readonly attachment: AttachmentRecord;
  readonly information: InformationRecord;
}
export type RecordType = keyof RecordTypes;

/** The one way to a case's data. All writes are single-item and conditional (design § 2.4); nothing scans. */
export interface CaseStore {
  /** Stores a new case once per `submissionKey`; the same submission again gives back the first case, `created: false`. */
  create(input: {
    readonly case: Case;
    readonly submissionKey: string;
    readonly event: CaseEvent;
  }): Promise<{ readonly created: boolean; readonly case: Case }>;
  /** Everything about one case, consistently read; undefined when there is none. */
  load(caseId: string): Promise<CaseFile | undefined>;
  /**
   * Moves the case. Allowed from the transition's `from` states; a case already in `to` is a retried step and gives
   * `ok` with the case as it stands, changing nothing.
   */
  transition(input: {
    readonly caseId: string;
    readonly transition: TransitionName;
    readonly changes?: CaseChanges;
    readonly remove?: readonly TakenBack[];
    readonly event: CaseEvent;
  }): Promise<Result<Case, { readonly kind: 'wrong-state'; readonly state: CaseState }>>;
  /** Changes data without moving the case; with `expectVersion` only when nobody else changed it since. */
  update(input: {
    readonly caseId: string;
    readonly changes: CaseChanges;
    readonly event: CaseEvent;
    readonly expectVersion?: number;
  }): Promise<Result<Case, { readonly kind: 'version-conflict' }>>;
  /** Stores a record once; false when one with its key is there already (which is left as it is). */
  addOnce<T extends RecordType>(caseId: string, type: T, record: RecordTypes[T]): Promise<boolean>;
  /** Changes fields of an existing record, only while the fields of `only` have those values; false otherwise. */
  change<T extends RecordType>(
    caseId: string,
    type: T,
    key: string,
    changes: Partial<RecordTypes[T]>,
    only?: Partial<RecordTypes[T]>,
  ): Promise<boolean>;
  /** Appends to the case's history and access log. */
  appendEvent(caseId: string, event: CaseEvent): Promise<void>;
  /** The next number of a municipality's yearly series, from 1. A number may be skipped, never given twice. */
  nextNumber(municipality: string, year: number): Promise<number>;
  /**
   * Ids of a municipality's cases that are not closed, by state and promised date, a page at a time. The list may lag a
   * moment behind: look at the case itself before acting on it.
   */
  listOpen(input: {
    readonly municipality: string;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<{ readonly caseIds: readonly string[]; readonly cursor?: string }>;
  /**
   * Ids of a municipality's cases that closed on a day or after it (by UTC), oldest first; otherwise as {@link listOpen}.
   */
  listClosed(input: {
    readonly municipality: string;
    readonly since: CalendarDate;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<{ readonly caseIds: readonly string[]; readonly cursor?: string }>;
  /** Cases of a person in a municipality, newest first: as the one it is for, or as the one who sent it. */
  listByPerson(municipality: string, nationalId: string): Promise<readonly Case[]>;
}

/** A record's key within its case and type. */
export function recordKey<T extends RecordType>(type: T, record: RecordTypes[T]): string {
  return keys[type](record);
}

const keys: { readonly [T in RecordType]: (record: RecordTypes[T]) => string } = {
  assessment: (r) => String(r.round),
  decision: (r) => String(r.number),
  notice: (r) => `${r.subject}-${r.round}`,
  appeal: (r) => String(r.number),
  letter: (r) => `${r.kind}-${r.key}`,
  task: (r) => `${r.kind}-${r.key}`,
  answer: (r) => r.answerId,
  wait: (r) => `${r.name}-${r.subject}`,
  hold: (r) => `${r.lane}-${r.subject}-${r.round}`,
  message: (r) => r.key,
  attachment: (r) => r.id,
  information: (r) => r.id,
};
