import type { Appeal } from '../../core/appeal.ts';
import { osloDate } from '../../core/calendar.ts';
import type { Case, ConcernedRight, LegalBasis, Wishes } from '../../core/case.ts';
import { consentInForce } from '../../core/consent.ts';
import { consentGivers } from '../../core/consent-givers.ts';
import type { Subject } from '../../core/delay-notice.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { Language } from '../../core/language.ts';
import type { LetterKind } from '../../core/letter-record.ts';
import type { CaseFile } from '../../core/records.ts';
import { appealOf } from '../../core/subject.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import { type Addressing, addressingOf } from '../../messages/recipients.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { paperNote } from '../letter-text.ts';
import type { Reader } from './reader.ts';

/** What every view is made from; nothing else is read, so the same input gives the same letter. */
export interface ViewInput {
  readonly file: CaseFile;
  readonly municipality: Municipality;
  readonly subject: Subject;
  readonly round: number;
  /** Date of the letter, and what its deadlines count from. */
  readonly now: Instant;
  /** Where the pages are, without a slash at the end; the case page is the electronic address for an appeal. */
  readonly publicUrl: string;
  /** A draft for the approver: made from the newest proposal, before there is a decision. */
  readonly preview: boolean;
  /** How the letter will reach its reader; by what the case alone knows, unless told. */
  readonly addressing?: Reached;
  /** When the letter was made available digitally, where it now goes on paper. */
  readonly digitalOn?: CalendarDate;
}

/** As much of {@link Addressing} as letters tell. */
type Reached = Pick<Addressing, 'channel' | 'readers'>;

/** How the letter reaches its reader. Those with an appeal deadline or a form to send back differ by it. */
export function addressingIn({ file, now, addressing }: ViewInput, kind: LetterKind): Reached {
  return addressing ?? addressingOf(file, kind, osloDate(now));
}

/** Fields that every letter has. Optional ones are present and undefined, as the templates are strict. */
export interface LetterView extends Reader {
  readonly language: Language;
  readonly heading: string;
  readonly title: string;
  readonly caseNumber: string;
  readonly date: CalendarDate;
  readonly draft: boolean;
  /** What whoever gets a digital letter on paper after all has to know; otherwise undefined. */
  readonly paperNote: string | undefined;
  readonly sender: {
    readonly slug: string;
    readonly name: string;
    readonly unit: string;
    readonly address: readonly string[];
  };
  readonly contact: {
    readonly phone: string | undefined;
    readonly phones: readonly { readonly label: string; readonly number: string }[];
    readonly openingHours: { readonly from: string; readonly to: string } | undefined;
    /** On one line. */
    readonly postalAddress: string;
  };
  /** The case page: needs a sign-in, carries no secret. */
  readonly caseUrl: string;
  readonly countyGovernor: {
    readonly name: string;
    readonly phone: string | undefined;
    readonly address: string | undefined;
  };
  readonly ombudsman: { readonly name: string; readonly phone: string | undefined; readonly web: string };
  readonly signers: Signers;
  readonly legalBasis: LegalBasisFlags;
  /** The unit that saw the need, where the municipality itself began the case (IP-forskriften § 6). */
  readonly seenBy: string | undefined;
  /** The right the person has, where the case is about ending or changing one (fvl § 42). */
  readonly concerns: ConcernsView | undefined;
}

/** Who answers for the letter (domain.md § 2.3 no. 19). */
export interface Signers {
  readonly caseworker: string | undefined;
  readonly approver: string | undefined;
  /** A draft: the approver is not known yet. */
  readonly approvalPending: boolean;
}

/** A letter nobody in particular answers for, such as a receipt. */
export const unsigned: Signers = { caseworker: undefined, approver: undefined, approvalPending: false };

/** The common part of a view. */
export function letterView(
  input: ViewInput,
  own: { readonly heading: string; readonly reader: Reader; readonly signers: Signers },
): LetterView {
  const { file, municipality, now, publicUrl, digitalOn } = input;
  const { language, caseNumber, caseId, seenBy, concerns } = file.case;
  return {
    language,
    heading: own.heading,
    title: `${own.heading} – ${caseNumber}`,
    caseNumber,
    date: osloDate(now),
    draft: input.preview,
    paperNote: digitalOn && paperNote(digitalOn, language),
    ...own.reader,
    ...officesOf(municipality, language),
    caseUrl: `${publicUrl}/${municipality.slug}/cases/${caseId}`,
    signers: own.signers,
    legalBasis: legalBasisFlags(file.case.legalBasis),
    seenBy,
    concerns: concerns && concernsView(concerns),
  };
}

/** The municipality as sender, how to reach it, and who else helps or decides. */
export function officesOf(municipality: Municipality, language: Language) {
  const { slug, name, unit, postalAddress, phones, openingHours, countyGovernor, ombudsman } = municipality;
  const place = `${postalAddress.postalCode} ${postalAddress.city}`;
  const numbers = phones.map(({ label, number }) => ({ label: label[language], number }));
  const { address } = countyGovernor;
  return {
    sender: {
      slug,
      name,
      unit: unit[language],
      address: [
        ...postalAddress.lines.filter((line) => line !== name && line !== unit[language]),
        place,
        siteOf(municipality),
      ],
    },
    contact: {
      phone: numbers[0]?.number,
      phones: numbers,
      openingHours: openingHours && { from: clock(openingHours.from), to: clock(openingHours.to) },
      postalAddress: [...postalAddress.lines, place].join(', '),
    },
    countyGovernor: {
      name: countyGovernor.name[language],
      phone: countyGovernor.phone,
      address: address && [...address.lines, `${address.postalCode} ${address.city}`].join(', '),
    },
    ombudsman: { name: ombudsman.name[language], phone: ombudsman.phone, web: ombudsman.web },
  };
}

function siteOf({ website }: Municipality): string {
  return new URL(website).host;
}

/** `08:00` as Norwegian writes it. */
function clock(time: string): string {
  return time.replace(':', '.');
}

/** Which act the case is decided under, to be asked one by one in a template. */
export function legalBasisFlags(basis: LegalBasis) {
  return { health: basis === 'health', socialServices: basis === 'social-services', nav: basis === 'nav' };
}
export type LegalBasisFlags = ReturnType<typeof legalBasisFlags>;

/** A right the person has, as a letter tells of it: which one, and what is considered. */
function concernsView({ right, kind, from, caseNumber, why, said }: ConcernedRight) {
  return {
    plan: right === 'plan',
    coordinator: right === 'coordinator',
    ending: kind === 'end',
    ...{ from, caseNumber, why },
    said: present(said),
  };
}
/** See {@link LetterView.concerns}; neither plan nor coordinator is the child coordinator. */
export type ConcernsView = ReturnType<typeof concernsView>;

/** What is asked for. */
export interface Applied {
  readonly any: boolean;
  readonly plan: boolean;
  readonly coordinator: boolean;
  readonly childCoordinator: boolean;
}

/** The wishes a letter lists. */
export function appliedOf({ plan, coordinator, childCoordinator }: Wishes): Applied {
  return { any: plan || coordinator || childCoordinator, plan, coordinator, childCoordinator };
}

/** Consents as the letters tell them. */
export function consentsOf(found: Case, on: CalendarDate) {
  return {
    plan: consentInForce(found, 'plan'),
    sharing: consentInForce(found, 'sharing'),
    /** The municipality goes on with the consent of one of two (pbrl § 4-4). */
    oneOfTwo: found.consentOverride !== undefined,
    /** An adult is found to lack competence in this question, so that the municipality decides (pbrl §§ 4-3, 4-6). */
    decidedFor: found.capacityFinding !== undefined && consentGivers(found, on).required.length === 0,
  };
}
export type ConsentsView = ReturnType<typeof consentsOf>;

/** What the applicant told, in own words; parts left empty are undefined. */
export interface AccountView {
  readonly any: boolean;
  readonly needs: string | undefined;
  readonly goals: string | undefined;
  readonly services: string | undefined;
}

/** The account of the case. */
export function accountOf({ case: { account } }: CaseFile): AccountView {
  const [needs, goals, services] = [account.needs, account.goals, account.services].map(present);
  return { any: [needs, goals, services].some((part) => part !== undefined), needs, goals, services };
}

/** A text somebody may have left empty. */
export function present(text: string | undefined): string | undefined {
  return text?.trim() ? text : undefined;
}

/** The appeal a letter is about. Throws NotFoundError: such a letter without its appeal is a defect. */
export function mustFindAppeal({ file, subject }: ViewInput): Appeal {
  const appeal = appealOf(file, subject);
  if (!appeal) throw new NotFoundError(`${subject} of case ${file.case.caseId}`);
  return appeal;
}
