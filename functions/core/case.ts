import type { CaseState } from './case-state.ts';
import type { Language } from './language.ts';
import type { CalendarDate, Instant } from './time.ts';

/** Where a case comes from; a report is not an application until the person consents (IP-forskriften §§ 5, 6, 8). */
export type Origin = 'application' | 'report-relative' | 'report-health-worker' | 'report-hospital' | 'own-initiative';

/** Which act the case is decided under; it drives the appeal deadline (domain.md § 2.1 "Other tracks"). */
export const legalBases = ['health', 'social-services', 'nav'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** In what role somebody other than the person acts (domain.md § 4.4). */
export const submitterRoles = ['parent', 'attorney', 'guardian', 'relative', 'health-worker', 'hospital'] as const;
export type SubmitterRole = (typeof submitterRoles)[number];

/** The rights, each applied for and decided separately (pbrl §§ 2-5, 2-5 b, 2-5 c). */
export const rights = ['plan', 'coordinator', 'childCoordinator'] as const;
export type Right = (typeof rights)[number];

/** How a person is reached: sign-in and neutral mail, or paper (eFvf §§ 8, 9). */
export type ContactChannel = 'digital' | 'paper';

/** Where letters on paper go. */
export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** A person's identity and contact data: secret (hol § 12-1); only ever in the table and in letters. */
export interface Party {
  readonly name: string;
  /** Fødselsnummer or D-number, 11 digits. Absent for a health worker or hospital that reports a need. */
  readonly nationalId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: PostalAddress;
  /** The address is shielded in the population register: it is not asked for, kept or printed (domain.md § 7.5). */
  readonly addressShielded?: true;
}

/** The one the plan or coordinator is for. */
export interface Person extends Party {
  readonly nationalId: string;
}

/** A fullmakt (fvl § 12), a guardian's mandate, a fremtidsfullmakt in force (vgml §§ 78 ff.), or a care order (bvl § 5-1). */
export type MandateKind = 'written' | 'guardianship' | 'future-power' | 'child-welfare';

/** Somebody else who sent the application or the report. */
export interface Submitter extends Party {
  readonly role: SubmitterRole;
  /** Employer or workplace of a health worker or hospital. */
  readonly organisation?: string;
  /** That a written fullmakt or mandate was shown, and how it was described (fvl § 12; pbrl § 7-2). */
  readonly mandate?: string;
  /** The mandate was described and nobody has seen it: it gives no access until a caseworker has (fvl § 12; pbrl § 7-2). */
  readonly mandateUnseen?: true;
  /** A lawyer acts without showing a written fullmakt (fvl § 12). */
  readonly lawyer?: true;
  /** What the mandate rests on, where the role does not say it: see `mandatePowers`. */
  readonly mandateKind?: MandateKind;
  /** The last day of the mandate, when it says one; without it, it stands until it is withdrawn. */
  readonly mandateUntil?: CalendarDate;
  /** When the person took the mandate back; it can be done at any time. */
  readonly mandateWithdrawnAt?: Instant;
  /** What the mandate covers, when that is known: an ordinary economic one does not reach to consent (vgml §§ 20, 31). */
  readonly mandateCovers?: readonly ('economic' | 'personal')[];
  /** The person is deprived of legal capacity in personal matters, so that a guardian may act against their will (vgml §§ 22, 33). */
  readonly deprivedOfCapacity?: true;
}

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

/** A member of staff as named in a letter; `id` is the issuer's subject, or the task's recipient role when link-only. */
export interface Staff {
  readonly id: string;
  readonly name: string;
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
  /** False when the sender did not show who they are as strongly as the form asks: the person is asked first (IP-forskriften § 5). */
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

/** What becomes of a right somebody has; `continued`: it goes on unchanged, and nothing is taken away. */
export const rightChangeOutcomes = ['ended', 'changed', 'continued'] as const;
export type RightChangeOutcome = (typeof rightChangeOutcomes)[number];

/**
 * The decision about a right somebody has, beside its outcome: `refused` where it is ended and `granted` where it goes on,
 * so that whoever reads the outcomes alone is right about what is in force.
 */
export interface DecidedChange {
  readonly outcome: RightChangeOutcome;
  /** From when an end or a change is carried out. */
  readonly from: CalendarDate;
}

/** The outcome for one right. `not-applied`: not asked for; `declined`: the person does not want it. */
export const rightOutcomes = ['granted', 'refused', 'declined', 'not-applied'] as const;
export type RightOutcome = (typeof rightOutcomes)[number];
/** What is decided for each right. */
export type Outcomes = Readonly<Record<Right, RightOutcome>>;

/** The caseworker's proposal; one per round of assessment (fvl § 25 standard, domain.md § 2.3). */
export interface Assessment {
  readonly round: number;
  readonly outcomes: Outcomes;
  /** Facts relied on. */
  readonly facts: string;
  /** Main considerations; required when anything is not granted in full. */
  readonly reasons: string;
  /** What the person, and the child, said (pbrl § 3-1; IP-forskriften § 4). */
  readonly personsView: string;
  readonly assessedBy: Staff;
  readonly at: Instant;
  /** In a case about a right the person has. */
  readonly change?: DecidedChange;
}

/** A final decision («vedtak»), never changed afterwards. */
export interface Decision {
  readonly number: number;
  readonly outcomes: Outcomes;
  readonly facts: string;
  readonly reasons: string;
  readonly personsView: string;
  readonly assessedBy: Staff;
  readonly approvedBy: Staff;
  readonly decidedAt: Instant;
  /** Set for a decision that follows an appeal; its number. */
  readonly afterAppeal?: number;
  /** `county-governor` when Statsforvalteren changed the decision. */
  readonly madeBy: 'municipality' | 'county-governor';
  /** In a case about a right the person has; absent on what an appeal led to. */
  readonly change?: DecidedChange;
}

/** One delay notice, original or extended, of the application or of an appeal (fvl § 11 a; lessons.md on kabal). */
export interface DelayNotice {
  /** `application` or `appeal-<n>`. */
  readonly subject: Subject;
  /** 1, 2, … within the subject. */
  readonly round: number;
  /** `caseworker` when a person gave the reason, `case-state` when nobody did and the case's own state is told. */
  readonly reasonFrom: 'caseworker' | 'case-state';
  /** The caseworker's words; empty for `case-state`. */
  readonly reason: string;
  /** What the case is waiting for, used when nobody gave a reason. */
  readonly waitingFor: 'consent' | 'assessment' | 'approval' | 'letter';
  /** The date that could not be kept. */
  readonly dueOn: CalendarDate;
  readonly expectedOn: CalendarDate;
  readonly at: Instant;
  /** The first of its subject, or one more because a promised date slipped. Absent before this was kept: see `round`. */
  readonly kind?: 'original' | 'extended';
  /** The letter that told it, once it has left, and to whom and how. */
  readonly letterId?: string;
  readonly recipients?: readonly NoticeRecipient[];
}

/** Whom a notice went to; never a name or an address. */
export interface NoticeRecipient {
  readonly role: 'person' | 'representative' | 'other-parent' | 'submitter';
  readonly channel: 'digital' | 'paper';
}

/** What a deadline, task or letter is about. */
export type Subject = 'application' | `appeal-${number}`;

/** How an appeal was dealt with by the municipality, then by Statsforvalteren (fvl §§ 33, 34). */
export const reassessmentOutcomes = ['changed', 'partly-changed', 'upheld'] as const;
export type ReassessmentOutcome = (typeof reassessmentOutcomes)[number];
export const countyOutcomes = ['upheld', 'changed', 'sent-back', 'dismissed', 'withdrawn'] as const;
export type CountyOutcome = (typeof countyOutcomes)[number];

/** What an appeal can be over: the decision in force, the follow-up that is given, or that no answer comes (pbrl § 7-2). */
export const appealTargets = ['decision', 'service', 'no-answer'] as const;
export type AppealTarget = (typeof appealTargets)[number];

/** What a human found of an appeal before it is dealt with (fvl §§ 30–33). */
export interface AppealReview {
  readonly admissible: boolean;
  /** It is a request for supervision, no appeal: sent on to Statsforvalteren (pbrl § 7-4). */
  readonly supervision?: true;
  /** When the appellant heard that an earlier appeal was lost; sent again within a week, it is in time (fvl § 30). */
  readonly heardLostOn?: CalendarDate;
  readonly reason: string;
  readonly by: Staff;
  readonly at: Instant;
}

/** One appeal, with what became of it step by step. */
export interface Appeal {
  readonly number: number;
  /** The decision appealed; 0 when the appeal is over the service or over no decision at all (pbrl § 7-2). */
  readonly decisionNumber: number;
  readonly by: 'person' | 'parent' | 'other-parent' | 'guardian' | 'attorney';
  /** What it is over; absent on appeals from before this was asked, which then were over `decisionNumber`. */
  readonly about?: AppealTarget;
  readonly text: string;
  readonly wantedChange: string;
  /** The appellant's words on why it comes late, when told; whether they suffice is for a human (fvl § 31). */
  readonly lateReason?: string;
  /** `paper` for one that staff registered; absent for one over the service pages. */
  readonly channel?: 'paper';
  /** When staff registered it; it was received earlier. */
  readonly registeredAt?: Instant;
  /** The postmark of one on paper, when it can be read (fvl § 30). */
  readonly postmarkedOn?: CalendarDate;
  /** Of the form it came by, so that the same form is one appeal however often it is sent. */
  readonly submissionKey?: string;
  readonly receivedAt: Instant;
  readonly receivedOn: CalendarDate;
  readonly inTime: boolean;
  /** One month for the municipality's answer (fvl § 11 a for appeals). */
  readonly dueOn: CalendarDate;
  readonly expectedOn: CalendarDate;
  readonly state: AppealState;
  readonly review?: AppealReview;
  readonly reassessment?: Reassessment;
  readonly approvedBy?: Staff;
  readonly forwardedAt?: Instant;
  readonly county?: {
    readonly outcome: CountyOutcome;
    readonly note: string;
    readonly decidedOn: CalendarDate;
    readonly at: Instant;
  };
}

/** Where an appeal stands; `forwarded` is with Statsforvalteren. */
export type AppealState =
  | 'received'
  | 'in-review'
  | 'in-reassessment'
  | 'in-approval'
  | 'forwarded'
  | 'concluded'
  | 'withdrawn';

/** The caseworker's reassessment of an appeal; `statement` goes to Statsforvalteren, with a copy to the appellant. */
export interface Reassessment {
  readonly round: number;
  readonly outcome: ReassessmentOutcome;
  /** All `not-applied` when the appeal concerns no decision. */
  readonly outcomes: Outcomes;
  readonly facts: string;
  readonly reasons: string;
  readonly statement: string;
  readonly by: Staff;
  readonly at: Instant;
}
