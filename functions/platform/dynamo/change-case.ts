import type { Case } from '../../core/case.ts';
import { type CaseState, type TransitionName, transitions } from '../../core/case-state.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { CaseEvent } from '../../core/records.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CaseChanges, TakenBack } from '../case-store.ts';
import { log } from '../log.ts';
import {
  asCaseItem,
  byPersonKeys,
  byStateKeys,
  type CaseItem,
  caseKey,
  eventItem,
  otherParentKey,
  submitterKey,
} from './items.ts';
import type { Table } from './table.ts';
import { ItemUpdate } from './update.ts';

/** What changing a case needs. */
export interface CaseChanger {
  readonly table: Table;
  /** Keyed hash of a national id. */
  readonly hash: (nationalId: string) => Promise<string>;
}

interface Change {
  readonly caseId: string;
  readonly changes: CaseChanges;
  readonly remove?: readonly TakenBack[];
  readonly event: CaseEvent;
}

/** Moves the case; see `CaseStore.transition`. The write's condition follows from the transition's `from`. */
export async function transitionCase(
  changer: CaseChanger,
  input: Change & { readonly transition: TransitionName },
): Promise<Result<Case, { readonly kind: 'wrong-state'; readonly state: CaseState }>> {
  const from: readonly CaseState[] = transitions[input.transition].from;
  const { to } = transitions[input.transition];
  return untilUncontended(input.caseId, async () => {
    const item = await readCase(changer.table, input.caseId);
    if (item.case.state === to) return ok(item.case);
    if (!from.includes(item.case.state)) return err({ kind: 'wrong-state', state: item.case.state });
    const update = new ItemUpdate().expectOneOf(['case', 'state'], from).set(['case', 'state'], to);
    const changed = await write(changer, { item, update, input, state: to });
    return changed && ok(changed);
  });
}

/** Changes data without moving the case; see `CaseStore.update`. */
export async function updateCase(
  changer: CaseChanger,
  input: Change & { readonly expectVersion?: number },
): Promise<Result<Case, { readonly kind: 'version-conflict' }>> {
  return untilUncontended(input.caseId, async () => {
    const item = await readCase(changer.table, input.caseId);
    if (input.expectVersion !== undefined && item.case.version !== input.expectVersion)
      return err({ kind: 'version-conflict' });
    const changed = await write(changer, { item, update: new ItemUpdate(), input, state: item.case.state });
    return changed && ok(changed);
  });
}

/**
 * One conditional write of the case item. The event travels inside it, so that no change is ever without its event and
 * none is told that did not happen; the event of the change before gets its own item first.
 */
async function write(
  { table, hash }: CaseChanger,
  step: { item: CaseItem; update: ItemUpdate; input: Change; state: CaseState },
): Promise<Case | undefined> {
  const { item, update, input, state } = step;
  const { person, submitter, otherParent } = input.changes;
  const changed = { ...item.case, ...input.changes, state };
  await table.put(eventItem(input.caseId, item.lastEvent));
  if (submitter?.nationalId) {
    const keys = byPersonKeys(await hash(submitter.nationalId), changed);
    await table.put({ ...submitterKey(input.caseId), ...keys });
  }
  if (otherParent?.nationalId) {
    const keys = byPersonKeys(await hash(otherParent.nationalId), changed);
    await table.put({ ...otherParentKey(input.caseId), ...keys });
  }
  const { gsi1pk, gsi1sk } = byStateKeys(changed);
  update
    .expect(['case', 'version'], item.case.version)
    .set(['case', 'version'], item.case.version + 1)
    .setFields('case', { ...input.changes })
    .set(['lastEvent'], input.event)
    .set(['gsi1pk'], gsi1pk)
    .set(['gsi1sk'], gsi1sk);
  for (const field of input.remove ?? []) if (item.case[field]) update.remove(['case', field]);
  if (person) update.set(['gsi2pk'], byPersonKeys(await hash(person.nationalId), changed).gsi2pk);
  const written = await table.update(caseKey(input.caseId), update);
  return written && asCaseItem(written).case;
}

async function readCase(table: Table, caseId: string): Promise<CaseItem> {
  const item = await table.get(caseKey(caseId));
  if (!item) throw new NotFoundError(`case ${caseId}`);
  return asCaseItem(item);
}

/**
 * Far more changes than a case ever gets at once: each round one of the contenders wins. Beyond it something is wrong,
 * and the caller's retry is the better place to wait.
 */
const mostRounds = 100;

async function untilUncontended<T>(caseId: string, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let round = 1; round <= mostRounds; round += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
    log.info('CASE_CHANGE_CONTENDED', { caseId, count: round });
  }
  throw new Error(`case ${caseId} is changed without end`);
}
