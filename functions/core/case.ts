import type { CaseState } from './case-state.ts';
import type { Right } from './decision.ts';
import type { Language } from './language.ts';
import type { ContactChannel, Party, Person, PostalAddress, Staff, Submitter } from './parties.ts';
import type { CalendarDate, Instant } from './time.ts';

/** Where a case comes from; a report is not an application until the person consents (IP-forskriften §§ 5, 6, 8). */
export type Origin = 'application' | 'report-relative' | 'report-health-worker' | 'report-hospital' | 'own-initiative';

/** Which act the case is decided under; it drives the appeal deadline (domain.md § 2.1 "Other tracks"). */
export const legalBases = ['health', 'social-services', 'nav'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** What is asked for. */
export interface Wishes {
  readonly plan: boolean;
  readonly coordinator: boolean;
  readonly childCoordinator: boolean;
  /** Name or place of a coordinator the person would like; the wish weighs (hol § 7-2). */
  readonly wishedCoordinator?: string;
  /** Which child a child coordinator is wished for: the person, a child the person has, or one they expect (hol § 7-2 a). */
  readonly childCoordinatorFor?: ChildCoordinatorFor;
}

/** See {@link Wishes.childCoordinatorFor}. */
export const childCoordinatorFor = ['person', 'child', 'expected-child'] as const;
export type ChildCoordinatorFor = (typeof childCoordinatorFor)[number];

/** What the applicant told in own words; shown as typed, never logged. */
export interface Account {
  readonly needs: string;
  readonly goals: string;
  readonly services: string;
  /** What the child itself says, when a parent or somebody else tells the rest (pbrl § 3-1). */
  readonly childsView?: string;
  /** Why a child of 12 or more has not been heard yet. */
  readonly childNotHeard?: string;
}

/** Separate consents, each given, recorded and withdrawn on its own (domain.md § 4.5). */
export type ConsentKind = 'plan' | 'sharing' | 'toolAccess' | 'digitalContact';

/**
 * In what role somebody answers. `other-parent` is {@link Case.otherParent}; `child-welfare` and `carer` (foster parents
 * or the institution) answer together under a care order (pbrl § 4-4 fourth ledd).
 */
export const consentAuthors = [
  'person',
  'parent',
  'other-parent',
  'guardian',
  'attorney',
  'child-welfare',
  'carer',
] as const;
export type ConsentAuthor = (typeof consentAuthors)[number];

/** One act of giving, declining or withdrawing a consent. The newest per kind is in force. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly given: boolean;
  /** Version of the text the person was shown. */
  readonly textVersion: string;
  /** Role of who gave it; identity is in the event. */
  readonly by: ConsentAuthor;
  readonly how: 'form' | 'consent-page' | 'case-page' | 'paper';
  readonly at: Instant;
}

/** What a member of staff found or chose in this case alone, with the reason in writing. */
export interface Finding {
  readonly reason: string;
  readonly by: Staff;
  readonly at: Instant;
}

/**
 * That the person lacks decision-making competence in one question (pbrl § 4-3 third and fourth ledd): never a property
 * of the person, and if possible shown at once to the person and the next of kin.
 */
export interface CapacityFinding extends Finding {
  readonly concerns: 'plan';
  readonly shownTo: readonly ('person' | 'next-of-kin')[];
}

/** The child is in the care of the child welfare service (bvl §§ 4-2, 4-3, 5-1). */
export interface CareOrder extends Finding {
  readonly carer: (typeof carers)[number];
  /** The child welfare service, or whoever it says, who gets the letters in the parents' place. */
  readonly letterTo: { readonly name: string; readonly address: PostalAddress };
  /** Who answered the question for consent on paper for the service and for the carers. */
  readonly signed: { readonly [R in 'child-welfare' | 'carer']?: string };
}

/** Who has the daily care under a care order (bvl § 5-3). */
export const carers = ['foster-parents', 'institution'] as const;

/** The case itself: one item, guarded by `state` and `version`. */
export interface Case {
  readonly caseId: string;
  /** Four-digit municipality number, e.g. `4635`. */
  readonly municipality: string;
  /** `2026/000123`-like reference, given at registration. Empty until then. */
  readonly caseNumber: string;
  readonly state: CaseState;
  /** Raised by one on every change; drives optimistic locking and "changed since you opened it". */
  readonly version: number;
  readonly language: Language;
  readonly legalBasis: LegalBasis;
  readonly origin: Origin;
  readonly person: Person;
  /** Absent when the person applied alone. */
  readonly submitter?: Submitter;
  /** The other one with parental responsibility for a child; both consent (pbrl § 4-4). */
  readonly otherParent?: Party;
  /** Why the other one cannot be asked, in the words of the parent who applied; both are still required (pbrl § 4-4). */
  readonly otherParentUnreachable?: string;
  readonly careOrder?: CareOrder;
  /** The parents are not told: the child of 12 to 15 asks for it, or weighty reasons speak against it (pbrl § 3-4). */
  readonly parentsNotInformed?: Finding;
  /** Why a child of 12 to 15 asks that the parents are not told; nothing goes to them until a caseworker has decided. */
  readonly asksNotInformed?: string;
  /** A caseworker found that the parents are to be told all the same. */
  readonly parentsInformed?: Finding;
  readonly capacityFinding?: CapacityFinding;
  /** A caseworker goes on with the consent of one alone (domain.md § 4.2). */
  readonly consentOverride?: Finding;
  /** Why {@link Submitter.deprivedOfCapacity} was recorded, and by whom. */
  readonly deprivation?: Finding;
  /** The open case this request was added to; it is no case of its own, only its sender's receipt (IP-forskriften § 9). */
  readonly joinedTo?: string;
  /** A right the person has, that the municipality considers ending or changing: nobody asked for anything (fvl § 42). */
  readonly concerns?: ConcernedRight;
  /** The case in which the person was granted the plan there is: this is a wish to change it. */
  readonly planIn?: { readonly caseId: string; readonly caseNumber: string };
  readonly wishes: Wishes;
  readonly account: Account;
  readonly contact: ContactChannel;
  /** Language of an interpreter that is needed, if any. */
  readonly interpreter?: string;
  readonly consents: readonly Consent[];
  /** How it reached the municipality; absent on cases from before this was kept, which all came by the form. */
  readonly channel?: 'form' | 'paper' | 'api' | 'staff';
  /** Which unit of the municipality saw the need, in a case it began of its own (IP-forskriften § 6). */
  readonly seenBy?: string;
  /**
   * False when the sender did not show who they are as strongly as the form asks: the person is asked first
   * (IP-forskriften § 5).
   */
  readonly senderProven?: false;
  /** When a paper form was entered by staff; it was received earlier. */
  readonly registeredAt?: Instant;
  /** The postmark of a paper form, when it can be read. */
  readonly postmarkedOn?: CalendarDate;
  /** When the request reached the municipality. For paper it may be earlier than registration (fvl § 11 a). */
  readonly receivedAt: Instant;
  /** The same as a date in Europe/Oslo; all deadlines count from it. */
  readonly receivedOn: CalendarDate;
  /** One calendar month after `receivedOn`, unrolled (domain.md § 3.1). */
  readonly dueOn: CalendarDate;
  /** The date now promised to the person: `dueOn`, or the newest date of a delay notice. */
  readonly expectedOn: CalendarDate;
  /** Number of the decision in force; 0 before the first. */
  readonly decisionNumber: number;
  /** Number of the newest appeal; 0 when none. */
  readonly appealNumber: number;
  readonly withdrawnAt?: Instant;
  readonly closedAt?: Instant;
  readonly coordinator?: Coordinator;
}

/** The appointed coordinator (hol § 7-2). */
export interface Coordinator {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly phone: string;
  readonly email: string;
  readonly appointedAt: Instant;
}

/** What the municipality considers doing with a right somebody has, as told to the person before anything is decided. */
export interface ConcernedRight {
  /** The case it was granted in. */
  readonly caseId: string;
  readonly caseNumber: string;
  readonly right: Right;
  readonly kind: 'end' | 'change';
  /** From when, as it is meant so far. */
  readonly from: CalendarDate;
  readonly why: string;
  /** What the person has said so far; empty when nobody has asked yet. */
  readonly said: string;
}
