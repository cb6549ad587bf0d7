import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Case } from '../../core/case.ts';
import type { CaseEvent } from '../../core/records.ts';
import type { StoredRecord } from '../case-records.ts';
import { type RecordType, type RecordTypes, recordKey } from '../case-store.ts';

/**
 * The items of the table (design § 5). One collection per case:
 *
 *   pk                   sk                     holds
 *   case#<caseId>        case                   the case, its newest event, the keys of both indexes
 *   case#<caseId>        event#<at>#<digest>    an event; the same event told twice is one item
 *   case#<caseId>        record#<type>#<key>    assessment, letter, task, …
 *   case#<caseId>        submitter              keys of the index by person, for whoever sent the case in
 *   case#<caseId>        other-parent           the same, for the other one with parental responsibility
 *   submission#<digest>  submission             the case a submission became
 *   number#<m>#<year>    number                 the newest case number given
 *   short#<digest>       short                  something kept for a while: a draft, an ended session, a count
 */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

const caseSort = 'case';
const eventSort = 'event#';
const recordSort = 'record#';

/** A case's partition. */
export function casePartition(caseId: string): string {
  return `case#${caseId}`;
}

/** The case item's key. */
export function caseKey(caseId: string): ItemKey {
  return { pk: casePartition(caseId), sk: caseSort };
}

/** The key of the item that lets the submitter find the case. */
export function submitterKey(caseId: string): ItemKey {
  return { pk: casePartition(caseId), sk: 'submitter' };
}

/** The key of the item that lets the other one with parental responsibility find the case. */
export function otherParentKey(caseId: string): ItemKey {
  return { pk: casePartition(caseId), sk: 'other-parent' };
}

/** The key of a record of the case. */
export function recordItemKey(caseId: string, type: RecordType, key: string): ItemKey {
  return { pk: casePartition(caseId), sk: `${recordSort}${type}#${key}` };
}

/** A record as an item. */
export function recordItem<T extends RecordType>(caseId: string, type: T, record: RecordTypes[T]) {
  return { ...recordItemKey(caseId, type, recordKey(type, record)), type, record };
}

/** An event as an item: its key follows from its content, so that a retried step tells it once. */
export function eventItem(caseId: string, event: CaseEvent) {
  const digest = createHash('sha256').update(canonical(event)).digest('hex').slice(0, 16);
  return { pk: casePartition(caseId), sk: `${eventSort}${event.at}#${digest}`, event };
}

/**
 * Index keys: a municipality's cases by state and promised date; the closed ones, which only grow, lie apart, by the day
 * they closed.
 */
export function byStateKeys(
  found: Pick<Case, 'municipality' | 'state' | 'expectedOn' | 'caseId'> & Partial<Pick<Case, 'closedAt'>>,
) {
  const closed = found.state === 'closed';
  const date = closed ? (found.closedAt?.slice(0, 10) ?? found.expectedOn) : found.expectedOn;
  return {
    gsi1pk: closed ? closedPartition(found.municipality) : openPartition(found.municipality),
    gsi1sk: `${found.state}#${date}#${found.caseId}`,
  };
}

/** The index partition of a municipality's closed cases. */
export function closedPartition(municipality: string): string {
  return `${municipality}#closed`;
}

/** The index partition of a municipality's open cases. */
export function openPartition(municipality: string): string {
  return `${municipality}#open`;
}

/** Index keys: a person's cases, by municipality and time of receipt. `hash` is the keyed hash of the national id. */
export function byPersonKeys(hash: string, found: Pick<Case, 'municipality' | 'receivedAt' | 'caseId'>) {
  return { gsi2pk: `person#${hash}`, gsi2sk: `${found.municipality}#${found.receivedAt}#${found.caseId}` };
}

/** The case item as read: what was written with it, checked for shape only, as nobody else writes here. */
export interface CaseItem {
  readonly case: Case;
  /** The event of the newest change; written on its own before the next change, and read from here until then. */
  readonly lastEvent: CaseEvent;
}

/** Sorts what a query of a partition gave. */
export function readItems(items: readonly Record<string, unknown>[]) {
  const found = items.find((item) => item.sk === caseSort);
  return {
    item: found && asCaseItem(found),
    events: items.filter((item) => startsWith(item, eventSort)).map((item) => item.event as CaseEvent),
    records: items
      .filter((item) => startsWith(item, recordSort))
      .map(({ type, record }) => ({ type, record }) as StoredRecord),
  };
}

/** The case item in an item, which must be one. */
export function asCaseItem(item: Record<string, unknown>): CaseItem {
  return caseItem.parse(item) as unknown as CaseItem;
}

// Made once: making a schema costs far more than using it.
const caseItem = z.looseObject({ case: z.looseObject({ caseId: z.string() }), lastEvent: z.looseObject({}) });

function startsWith(item: Record<string, unknown>, prefix: string): boolean {
  return typeof item.sk === 'string' && item.sk.startsWith(prefix);
}

/** JSON with its keys in order: the table gives a map's keys back in an order of its own. */
function canonical(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
