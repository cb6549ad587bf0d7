import type { AnswerOf } from '../../core/answers.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile, TaskKind, TaskRecord } from '../../core/records.ts';
import type { Representative } from '../../core/representation.ts';
import type { Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipality } from '../../municipalities/index.ts';

/** What was typed, by field name; a field that was left alone may be absent. */
export type FormValues = Readonly<Record<string, string>>;

/** One thing wrong with one field. `code` is the last part of a key in `templates/pages/task-text.*.json`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
}

/** What a task page is about: the record as it stands at this request. */
export interface TaskContext {
  readonly file: CaseFile;
  readonly task: TaskRecord;
  readonly municipality: Municipality;
  readonly language: Language;
  readonly now: Instant;
  /** The page's own path, `/t/<task>/<secret>`, for links below it. */
  readonly path: string;
  /** As what the person's question is answered; absent for staff. */
  readonly answersAs?: 'person' | Representative | 'other-parent';
}

/**
 * One field of a task's form. Label, hint and the words of the options are in `templates/pages/task-text.*.json`, by
 * `<kind>.<name>` or `<name>`; `options` names the set of words there.
 */
export type TaskField = Control & {
  /** Neighbours of one group, which few cases need, are folded together until one of them has something in it. */
  readonly group?: FieldGroup;
};

/** Titles of the groups are in the same file. */
export type FieldGroup = 'ask' | 'capacity' | 'parents' | 'care-order';

type Control =
  | {
      readonly control: 'text';
      readonly name: string;
      readonly type: 'text' | 'email' | 'tel' | 'date';
      readonly autocomplete?: string;
    }
  | { readonly control: 'area'; readonly name: string; readonly rows: number }
  | {
      readonly control: 'choice';
      readonly name: string;
      readonly options: ChoiceSet;
      /** Whose wording the label has, when not the kind's own: `consent-child` for `consent-child.plan`. */
      readonly wording?: string;
    };

/** The sets of options; the words are in the text files, the values in `functions/core`. */
export type ChoiceSet =
  | 'yes-no'
  | 'assessment'
  | 'outcome'
  | 'legal-basis'
  | 'capacity-shown'
  | 'parents-informed'
  | 'care-order'
  | 'right-change'
  | 'decided-outcome'
  | 'approval'
  | 'admissible'
  | 'deferral'
  | 'reassessment'
  | 'reassessment-of-service'
  | 'county'
  | 'pass-on';

/** One kind of question: what is shown, what is asked, and how what was posted becomes an answer. Features supply these. */
export interface TaskPage<K extends TaskKind = TaskKind> {
  readonly kind: K;
  /** What is needed to decide, and the law in short: finished HTML from the kind's template in the page's language. */
  about(context: TaskContext): string;
  /** What is asked, in the order of the page. */
  fields(context: TaskContext): readonly TaskField[];
  /** What an untouched form contains: nothing, or the person's own work of an earlier round. Never a ready-made choice. */
  initial(context: TaskContext): FormValues;
  /** The answer, or what to mend. Rules beyond the schema need the context. */
  parse(values: FormValues, context: TaskContext): Result<AnswerOf<K>, readonly FieldError[]>;
  /** Whose work this answer must not come from (four eyes); undefined when anybody with the role may answer. */
  proposedBy?(context: TaskContext): { readonly id: string; readonly name: string } | undefined;
  /** The letter a `letter.pdf` below the page previews. */
  letter?(context: TaskContext): LetterPreview | undefined;
}

/** What the letter renderer is asked for; see functions/letters/render-letter. */
export interface LetterPreview {
  readonly kind: 'decision' | 'appeal-decided' | 'appeal-forwarded';
  readonly round: number;
}

/** One page per kind: a missing page is a type error. */
export type TaskPages = { readonly [K in TaskKind]: TaskPage<K> };
