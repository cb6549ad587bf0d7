import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../../functions/core/case.ts';
import { type CaseState, transitions } from '../../functions/core/case-state.ts';
import type { CaseEvent } from '../../functions/core/records.ts';
import { err, ok } from '../../functions/core/result.ts';
import { assembleFile, type StoredRecord } from '../../functions/platform/case-records.ts';
import { type CaseChanges, type CaseStore, recordKey } from '../../functions/platform/case-store.ts';

interface Collection {
  case?: Case;
  readonly records: Map<string, StoredRecord>;
  readonly events: Map<string, CaseEvent>;
}

/** A case store in memory with the table's semantics, for tests of handlers. Both pass the same contract tests. */
export function createMemoryStore(): CaseStore {
  const collections = new Map<string, Collection>();
  const submissions = new Map<string, string>();
  const numbers = new Map<string, number>();

  const collection = (caseId: string): Collection => {
    const found = collections.get(caseId) ?? { records: new Map(), events: new Map() };
    collections.set(caseId, found);
    return found;
  };
  const existing = (caseId: string): Collection & { case: Case } => {
    const found = collections.get(caseId);
    if (!found?.case) throw new Error(`no case ${caseId}`);
    return found as Collection & { case: Case };
  };
  const note = (caseId: string, event: CaseEvent) => {
    // The same event told twice by a retried step is one event.
    collection(caseId).events.set(JSON.stringify(event), structuredClone(event));
  };
  const apply = (caseId: string, changes: CaseChanges, state?: CaseState, remove: readonly string[] = []): Case => {
    const found = existing(caseId);
    const version = found.case.version + 1;
    const changed = structuredClone({ ...found.case, ...changes, ...(state && { state }), version });
    for (const field of remove) Reflect.deleteProperty(changed, field);
    found.case = changed;
    return structuredClone(found.case);
  };
  const cases = () => [...collections.values()].flatMap((found) => (found.case ? [structuredClone(found.case)] : []));

  return {
    async create({ case: given, submissionKey, event }) {
      const sender = given.submitter?.nationalId ?? given.person.nationalId;
      const key = createHash('sha256').update(`${given.municipality} ${sender} ${submissionKey}`).digest('hex');
      const caseId = submissions.get(key) ?? given.caseId;
      submissions.set(key, caseId);
      const first = collections.get(caseId)?.case;
      if (first) return { created: false, case: structuredClone(first) };
      collection(caseId).case = structuredClone({ ...given, caseId });
      note(caseId, event);
      return { created: true, case: structuredClone({ ...given, caseId }) };
    },
    async load(caseId) {
      const found = collections.get(caseId);
      if (!found?.case) return undefined;
      const parts = { case: found.case, records: [...found.records.values()], events: [...found.events.values()] };
      return structuredClone(assembleFile(parts));
    },
    async transition({ caseId, transition, changes = {}, remove, event }) {
      const { from, to } = transitions[transition];
      const { state, ...rest } = existing(caseId).case;
      if (state === to) return ok(structuredClone({ ...rest, state }));
      if (!(from as readonly CaseState[]).includes(state)) return err({ kind: 'wrong-state', state });
      const moved = apply(caseId, changes, to, remove);
      note(caseId, event);
      return ok(moved);
    },
    async update({ caseId, changes, event, expectVersion }) {
      if (expectVersion !== undefined && existing(caseId).case.version !== expectVersion)
        return err({ kind: 'version-conflict' });
      const changed = apply(caseId, changes);
      note(caseId, event);
      return ok(changed);
    },
    async addOnce(caseId, type, record) {
      const { records } = collection(caseId);
      const key = `${type}#${recordKey(type, record)}`;
      if (records.has(key)) return false;
      records.set(key, structuredClone({ type, record }) as unknown as StoredRecord);
      return true;
    },
    async change(caseId, type, key, changes, only = {}) {
      const { records } = collection(caseId);
      const found = records.get(`${type}#${key}`);
      const record = (found?.record ?? {}) as unknown as Record<string, unknown>;
      const holds = Object.entries(only).every(([field, value]) => isDeepStrictEqual(record[field], value));
      if (!found || !holds) return false;
      records.set(
        `${type}#${key}`,
        structuredClone({ type, record: { ...record, ...changes } }) as unknown as StoredRecord,
      );
      return true;
    },
    async appendEvent(caseId, event) {
      note(caseId, event);
    },
    async nextNumber(municipality, year) {
      const number = (numbers.get(`${municipality}#${year}`) ?? 0) + 1;
      numbers.set(`${municipality}#${year}`, number);
      return number;
    },
    async listOpen({ municipality, limit, cursor = '' }) {
      const order = (found: Case) => `${found.state}#${found.expectedOn}#${found.caseId}`;
      const matching = cases()
        .filter((found) => found.municipality === municipality && found.state !== 'closed' && order(found) > cursor)
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
      const page = matching.slice(0, limit);
      const last = page.at(-1);
      return {
        caseIds: page.map(({ caseId }) => caseId),
        ...(last && matching.length > limit && { cursor: order(last) }),
      };
    },
    async listClosed({ municipality, since, limit, cursor = '' }) {
      const order = (found: Case) => `${found.closedAt?.slice(0, 10) ?? found.expectedOn}#${found.caseId}`;
      const matching = cases()
        .filter((found) => found.municipality === municipality && found.state === 'closed')
        .filter((found) => order(found) >= since && order(found) > cursor)
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
      const page = matching.slice(0, limit);
      const last = page.at(-1);
      return {
        caseIds: page.map(({ caseId }) => caseId),
        ...(last && matching.length > limit && { cursor: order(last) }),
      };
    },
    async listByPerson(municipality, nationalId) {
      return cases()
        .filter((found) => found.municipality === municipality)
        .filter((found) =>
          [found.person, found.submitter, found.otherParent].some((party) => party?.nationalId === nationalId),
        )
        .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
    },
  };
}
