import type { Case } from '../core/case.ts';
import type { CaseEvent, CaseFile } from '../core/records.ts';
import { type RecordType, type RecordTypes, recordKey } from './case-store.ts';

/** One stored record with its type, as the stores keep it. */
export type StoredRecord = {
  readonly [T in RecordType]: { readonly type: T; readonly record: RecordTypes[T] };
}[RecordType];

/** The parts of a case as read from a store, in any order. */
export interface CaseParts {
  readonly case: Case;
  readonly records: readonly StoredRecord[];
  readonly events: readonly CaseEvent[];
}

/** Puts a case's parts together, each list in the order things happened. */
export function assembleFile({ case: found, records, events }: CaseParts): CaseFile {
  return {
    case: found,
    assessments: listOf(records, 'assessment'),
    decisions: listOf(records, 'decision'),
    notices: listOf(records, 'notice'),
    appeals: listOf(records, 'appeal'),
    letters: listOf(records, 'letter'),
    tasks: listOf(records, 'task'),
    answers: listOf(records, 'answer'),
    waits: listOf(records, 'wait'),
    holds: listOf(records, 'hold'),
    messages: listOf(records, 'message'),
    attachments: listOf(records, 'attachment'),
    information: listOf(records, 'information'),
    events: events.toSorted((a, b) => compareText(a.at, b.at)),
  };
}

const when: { readonly [T in RecordType]: (record: RecordTypes[T]) => string } = {
  assessment: (r) => r.at,
  decision: (r) => r.decidedAt,
  notice: (r) => r.at,
  appeal: (r) => r.receivedAt,
  letter: (r) => r.at,
  task: (r) => r.openedAt,
  answer: (r) => r.at,
  wait: (r) => r.at,
  hold: (r) => r.at,
  message: (r) => r.at,
  attachment: (r) => r.at,
  information: (r) => r.at,
};

/** Ten comes after nine, so that the newest of a kind is the last in its list even within one instant. */
const byKey = new Intl.Collator('en', { numeric: true });

function listOf<T extends RecordType>(records: readonly StoredRecord[], type: T): readonly RecordTypes[T][] {
  return records
    .filter((stored): stored is Extract<StoredRecord, { type: T }> => stored.type === type)
    .map(({ record }) => record as RecordTypes[T])
    .toSorted(
      (a, b) => compareText(when[type](a), when[type](b)) || byKey.compare(recordKey(type, a), recordKey(type, b)),
    );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
