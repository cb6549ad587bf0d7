import type { Role } from '../application/standing.ts';
import type { PaperField, PaperProblem } from './paper-form.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

/** Every word of the pages where staff enter a paper form; a key that one language lacks is a type error. */
export interface PaperTexts {
  readonly staff: Words<'title' | 'intro' | 'register' | 'appeal'>;
  readonly scan: Words<'title' | 'start' | 'step' | 'next' | 'discard'> & { readonly intro: readonly string[] };
  readonly form: Words<
    | 'title'
    | 'step'
    | 'intro'
    | 'scanMissing'
    | 'scanRefused'
    | 'scans'
    | 'save'
    | 'saved'
    | 'toScan'
    | 'register'
    | 'duplicate'
    | 'received'
    | 'duplicateWhat'
  > & { readonly sections: Words<SectionName> };
  readonly done: Words<'title' | 'caseNumber' | 'later' | 'receivedOn' | 'dueOn' | 'next' | 'back'>;
  readonly fields: Words<PaperField>;
  /** Stands over the check boxes of what is wished for. */
  readonly wishes: string;
  readonly shielded: string;
  readonly hints: Readonly<Partial<Record<PaperField, string>>>;
  readonly roles: Words<Role>;
  readonly choices: Words<ChoiceName>;
  readonly problems: Words<PaperProblem>;
  /** What to say of a field that is missing, where «fill in» would not do. */
  readonly missing: Readonly<Partial<Record<PaperField, string>>>;
}

/** The sections of the form, in the order of the page. */
export type SectionName = 'paper' | 'submitter' | 'person' | 'wishes' | 'account' | 'family' | 'consents' | 'contact';

/** Every answer that can be chosen, but for the roles. */
export type ChoiceName =
  | 'yes'
  | 'no'
  | 'later'
  | 'nb'
  | 'nn'
  | 'digital'
  | 'paper'
  | 'person'
  | 'child'
  | 'expected-child'
  | 'submitter'
  | 'both-parents'
  | 'nobody'
  | 'unreachable'
  | 'none'
  | 'written'
  | 'future-power'
  | 'personal'
  | 'economic'
  | 'both'
  | 'unsure';
