import { type AnswerOf, answerSchemas } from '../core/answers.ts';
import type { Case } from '../core/case.ts';
import type { TransitionName } from '../core/case-state.ts';
import { NotFoundError, WrongStateError } from '../core/errors.ts';
import type { Staff } from '../core/parties.ts';
import type { CaseEvent, CaseFile, TaskKind } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import type { CaseChanges, CaseStore, TakenBack } from './case-store.ts';

/** The case's whole file. Throws {@link NotFoundError}: an execution without its case is a defect to be held. */
export async function loadCaseFile(store: CaseStore, caseId: string): Promise<CaseFile> {
  const file = await store.load(caseId);
  if (!file) throw new NotFoundError(`case ${caseId}`);
  return file;
}

/** A human's stored answer, validated once more, with who gave it and when. */
export interface GivenAnswer<K extends TaskKind> {
  readonly answer: AnswerOf<K>;
  readonly by: Staff;
  readonly at: Instant;
}

/**
 * The answer that won a task. Throws {@link NotFoundError} when it is missing, of another kind, or no longer fits its
 * schema (a release that changed the schema: the case is held, the answer is not lost).
 */
export function answerTo<K extends TaskKind>(file: CaseFile, kind: K, answerId: string): GivenAnswer<K> {
  const record = file.answers.find((answer) => answer.answerId === answerId && answer.taskKind === kind);
  const parsed = answerSchemas[kind].safeParse(record?.answer);
  if (!record || !parsed.success) throw new NotFoundError(`answer ${kind} of case ${file.case.caseId}`);
  // The schema was chosen by the same `kind`; TypeScript cannot follow a generic index through safeParse.
  return { answer: parsed.data as AnswerOf<K>, by: record.by, at: record.at };
}

/** What happened to a move: done (also by an earlier try), or overtaken by the person's withdrawal. */
export type Moved = { readonly moved: true; readonly case: Case } | { readonly moved: false };

/** Moves the case, or tells that it was withdrawn meanwhile. Throws {@link WrongStateError} from any other state. */
export async function moveCase(
  store: CaseStore,
  input: {
    caseId: string;
    transition: TransitionName;
    changes?: CaseChanges;
    remove?: readonly TakenBack[];
    event: CaseEvent;
  },
): Promise<Moved> {
  const result = await store.transition(input);
  if (result.ok) return { moved: true, case: result.value };
  if (result.error.state === 'withdrawn') return { moved: false };
  throw new WrongStateError(`${input.transition} from ${result.error.state} in case ${input.caseId}`);
}

/** An event of the workflow itself. `detail` holds ids and codes only. */
export function systemEvent(at: Instant, type: string, detail?: CaseEvent['detail']): CaseEvent {
  return { at, type, actor: { kind: 'system', id: 'workflow' }, ...(detail ? { detail } : {}) };
}

/** An event by a member of staff, or by the person whose answer it records. */
export function answerEvent(
  given: { readonly by: Staff; readonly at: Instant },
  type: string,
  detail?: CaseEvent['detail'],
): CaseEvent {
  return {
    at: given.at,
    type,
    actor: { kind: 'staff', id: given.by.id, name: given.by.name },
    ...(detail ? { detail } : {}),
  };
}
