import type { ApplicationField, FieldProblem } from '../application/application-fields.ts';
import type { Role } from '../application/standing.ts';
import type { fieldsOf, StepName } from '../application/steps.ts';

/** Words that are the same to everybody, or differ with whom the application is for. */
export type Said = string | { readonly self: string; readonly parent: string; readonly other: string };

/** One question as its page puts it. */
export interface Question {
  readonly title: Said;
  /** Under the question, as part of it. */
  readonly hint?: Said;
  /** Above the question: what one must know to answer. */
  readonly before?: readonly string[];
}

/** One choice of a question. */
export interface Choice {
  readonly label: Said;
  readonly hint?: Said;
}

/** Questions about the family and the mandate that are answered with a choice. */
type FamilyChoice = 'mandateKind' | 'mandateCovers' | 'tellParents' | 'otherParent';
type FamilyStep =
  | 'mandate-kind'
  | 'mandate-covers'
  | 'mandate-until'
  | 'childs-view'
  | 'tell-parents'
  | 'not-tell'
  | 'other-parent'
  | 'other-parent-reach'
  | 'other-parent-why';
type FamilyField = (typeof fieldsOf)[FamilyStep][number] & `${'mandate' | 'child' | 'tell' | 'not' | 'other'}${string}`;
type FamilyProblem = 'parent-unreachable' | 'not-another' | 'date' | 'mandate-ended';

/** The words of the questions about the family and the mandate; part of the form's words. */
export interface FamilyTexts {
  readonly questions: Readonly<Record<FamilyStep, Question>>;
  readonly fields: Readonly<Record<Exclude<FamilyField, 'mandate' | 'childCoordinatorFor'>, string>>;
  readonly hints: QuestionTexts['hints'];
  readonly choices: Pick<QuestionTexts['choices'], FamilyChoice>;
  readonly problems: Readonly<Record<FamilyProblem, string>>;
  readonly missing: FormTexts['missing'];
}

/** The questions, their fields and their choices. */
export interface QuestionTexts {
  readonly questions: Readonly<Record<StepName, Question>>;
  /** Short labels: in a group of fields, on the summary and in the copy. */
  readonly fields: Readonly<Record<ApplicationField | 'wishes', Said>>;
  readonly hints: Readonly<Partial<Record<ApplicationField, Said>>>;
  readonly roles: Readonly<Record<Role, Choice>>;
  readonly choices: {
    readonly [name in
      | 'attorneyLawyer'
      | 'attorneyEmployed'
      | 'childCoordinatorFor'
      | 'consentPlan'
      | 'consentSharing'
      | 'language'
      | 'contact'
      | 'addressShielded'
      | FamilyChoice]: Readonly<Record<string, Choice>>;
  };
}

/** Every word of the form and the receipt; a key that one language lacks is a type error. */
export interface FormTexts extends QuestionTexts {
  readonly title: string;
  readonly start: {
    readonly intro: readonly string[];
    readonly whoTitle: string;
    readonly who: readonly string[];
    readonly needTitle: string;
    readonly need: readonly string[];
    readonly goodToKnowTitle: string;
    readonly goodToKnow: readonly string[];
    readonly paper: string;
    readonly paperForm: string;
    readonly start: string;
    readonly signInNote: string;
    readonly draftTitle: string;
    /** `{date}`: when it was saved; `{until}`: when it goes. */
    readonly draft: string;
    readonly goOn: string;
    readonly deleteDraft: string;
  };
  readonly openCase: string;
  readonly openCaseLink: string;
  readonly step: {
    /** `{n}` of `{of}`. */
    readonly progress: string;
    readonly back: string;
    readonly next: string;
    readonly save: string;
    readonly saved: string;
    readonly optional: string;
    readonly errorHeading: string;
  };
  readonly refused: {
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly changeRole: string;
    readonly changeAnswer: string;
  };
  readonly deletion: {
    readonly title: string;
    readonly question: string;
    readonly yes: string;
    readonly no: string;
    readonly go: string;
    readonly missing: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly startAgain: string;
  };
  readonly files: {
    readonly none: string;
  };
  readonly summary: {
    readonly title: string;
    readonly intro: string;
    readonly change: string;
    readonly notAnswered: string;
    readonly privacy: readonly string[];
    readonly confirmLegend: string;
    readonly confirm: string;
    readonly confirmMissing: string;
    readonly send: string;
  };
  readonly problems: Readonly<Record<FieldProblem, string>>;
  readonly missing: Readonly<Partial<Record<ApplicationField, string>>>;
  readonly receipt: {
    readonly title: string;
    readonly reportTitle: string;
    readonly reference: string;
    readonly referenceLater: string;
    readonly reload: string;
    readonly receivedAt: string;
    readonly answerBy: string;
    readonly nextTitle: string;
    readonly next: readonly string[];
    readonly nextReport: readonly string[];
    /** What was sent belongs to a case that is open already. */
    readonly joined: readonly string[];
    readonly hasPlan: readonly string[];
    readonly toCase: string;
    readonly copyTitle: string;
    readonly keepCopy: string;
    readonly notAnswered: string;
    readonly files: string;
  };
}
