import type { ContactBasis } from './contact.ts';
import type { Subject } from './delay-notice.ts';
import type { Language } from './language.ts';
import type { Instant } from './time.ts';

/** Every letter the product writes; one template folder per kind under `templates/letters/`. */
export const letterKinds = [
  'receipt',
  'consent-request',
  'information-request',
  'delay-notice',
  'decision',
  'coordinator-appointed',
  'appeal-receipt',
  'deferral',
  'appeal-decided',
  'appeal-forwarded',
  'appeal-forwarded-copy',
  'withdrawal-confirmed',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/**
 * Letters with a deadline that goes by the channel, or with a form for those who answer on paper; the others ask nothing
 * of anybody.
 */
const kindsByChannel: ReadonlySet<LetterKind> = new Set(['consent-request', 'decision', 'appeal-decided']);

/** Does what the letter says go by how it reaches its reader? */
export function tellsChannel(kind: LetterKind): boolean {
  return kindsByChannel.has(kind);
}

/** A letter's file in the letters bucket. */
export interface LetterFile {
  /** S3 object key. */
  readonly object: string;
  readonly sha256: string;
  readonly pages: number;
}

/** A letter that was rendered and stored. Never changed but for its delivery marks. */
export interface LetterRecord extends LetterFile {
  readonly kind: LetterKind;
  /** Key within the kind, the same on every retry: `1`, `2`, `a1-1` … ; letter id is `<kind>-<key>`. */
  readonly key: string;
  readonly subject: Subject;
  readonly language: Language;
  readonly at: Instant;
  /** When it was made available and the first notification sent, and on which channel. */
  readonly dispatchedAt?: Instant;
  readonly channel?: 'digital' | 'paper' | 'forwarded';
  /**
   * Why its addressee was reached so, of the newest channel. Absent on letters from before this was kept, and on what is
   * forwarded.
   */
  readonly contact?: ContactBasis | PaperReason;
  /** Proof of opening by the party (eFvf § 8). */
  readonly openedAt?: Instant;
  readonly secondNotificationAt?: Instant;
  readonly paperAt?: Instant;
  /** As it went on paper after all, where what it says goes by that ({@link tellsChannel}). */
  readonly paper?: LetterFile;
  /** Of a letter on paper that SvarUt prints and posts; without one, the post room does. */
  readonly shipment?: Shipment;
}

/** A letter in the hands of SvarUt, by its id there; one that `failed` went to the post room after all. */
export interface Shipment {
  readonly id: string;
  readonly at: Instant;
  readonly state: 'sent' | 'delivered' | 'failed';
}

/** Why a letter went on paper: its addressee could not be notified, or two notifications led to nothing. */
export type PaperReason = Exclude<ContactBasis, 'register' | 'given'> | 'unopened';

/** The letter as its reader has it: nobody had opened it when it went on paper. */
export function letterFile({ paper, paperAt, object, sha256, pages }: LetterRecord): LetterFile {
  return paper && paperAt ? paper : { object, sha256, pages };
}

/** A letter's id within its case: `<kind>-<key>`. */
export function letterId(letter: { readonly kind: LetterKind; readonly key: string }): string {
  return `${letter.kind}-${letter.key}`;
}

/**
 * How mail refers to a letter: 16 hex digits that say nothing of its kind, as a mail must not tell what the case is
 * about (design § 2.3). It leads to the letter only whoever may read it.
 */
export function letterReference(letter: { readonly sha256: string }): string {
  return letter.sha256.slice(0, 16);
}
