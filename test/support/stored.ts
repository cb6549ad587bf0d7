import type { AnswerRecord, CaseFile, TaskKind } from '../../functions/core/records.ts';
import type { CaseStore, RecordType, RecordTypes } from '../../functions/platform/case-store.ts';
import { aCaseFile, anAnswer, anEvent } from './builders.ts';
import { createMemoryStore } from './memory-store.ts';

/** A memory store that holds this case and its records. */
export async function stored(overrides: Partial<CaseFile> = {}): Promise<{ store: CaseStore; caseId: string }> {
  const file = aCaseFile(overrides);
  const { caseId } = file.case;
  const store = createMemoryStore();
  await store.create({ case: file.case, submissionKey: 'test', event: anEvent() });
  const add = async <T extends RecordType>(type: T, records: readonly RecordTypes[T][]) => {
    for (const record of records) await store.addOnce(caseId, type, record);
  };
  await add('assessment', file.assessments);
  await add('decision', file.decisions);
  await add('notice', file.notices);
  await add('appeal', file.appeals);
  await add('letter', file.letters);
  await add('task', file.tasks);
  await add('answer', file.answers);
  await add('wait', file.waits);
  await add('hold', file.holds);
  return { store, caseId };
}

/** The payload every step is given, with what the step adds. */
export function payload(caseId: string, more: object = {}) {
  return { caseId, municipality: '4635', subject: 'application', now: '2026-12-10T09:00:00.000Z', ...more };
}

/** The answer `a1` to a task of one kind. */
export function answered(taskKind: TaskKind, answer: unknown, by = 'gulen-caseworker'): AnswerRecord {
  return anAnswer({ answerId: 'a1', taskKind, answer, by: { id: by, name: 'Test' } });
}
