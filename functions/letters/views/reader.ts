import type { CareOrder } from '../../core/case.ts';
import { consentGiver } from '../../core/consent.ts';
import type { PostalAddress } from '../../core/parties.ts';
import type { CaseFile } from '../../core/records.ts';
import { mayReceiveLetters, submitterActsAs } from '../../core/representation.ts';
import type { CalendarDate } from '../../core/time.ts';
import { careOrderOf, isForOtherParentAlone, postalRecipient } from '../../messages/recipients.ts';
import { parentsOf } from '../letter-text.ts';

/** Who a letter speaks to, and how it speaks of the person the case is for. */
export interface Reader {
  /** Lines in the envelope's window. */
  readonly recipient: readonly string[];
  /** The person's name when somebody else is the reader; undefined when the letter says "du". */
  readonly personName: string | undefined;
  /** «for Kari Testperson», spelt alike in both languages. */
  readonly forPerson: string | undefined;
  /** «til Kari Testperson», spelt alike in both languages. */
  readonly ofPerson: string | undefined;
  readonly copyTo: readonly string[];
  /** The reader may sign in and see the case; false for offices, reporters, and parents the case does not know. */
  readonly ownCase: boolean;
  /** The reader is another authority. */
  readonly office: boolean;
}

/**
 * The reader of a letter about the case itself. Whoever acts for the person reads it, and the person gets a copy (fvl
 * § 12; pbrl § 6-5). Somebody who only reported a need gets no letter about the case: the person does, or for a child
 * under 16 those with parental responsibility, at the child's address and never looked up elsewhere (pbrl § 3-4).
 */
export function readerOf(file: CaseFile, on: CalendarDate): Reader {
  const { person, submitter, origin } = file.case;
  const order = careOrderOf(file.case, on);
  if (order) return toChildWelfare(file, order, on);
  if (submitter && submitterActsAs(file.case, on)) {
    return about(
      person.name,
      [submitter.name, ...lines(postalRecipient(file, 'decision', on)?.address)],
      [person.name],
    );
  }
  return origin === 'application' ? toPerson(file) : toPersonOrParents(file, on);
}

/**
 * The reader of the question for consent: whoever acts for the person, or gives the consent; the other parent alone when
 * only theirs is missing.
 */
export function consentReaderOf(file: CaseFile, on: CalendarDate): Reader {
  const { person, otherParent } = file.case;
  if (careOrderOf(file.case, on)) return readerOf(file, on);
  if (otherParent && isForOtherParentAlone(file, on)) {
    return about(person.name, [otherParent.name, ...lines(otherParent.address)], []);
  }
  return submitterActsAs(file.case, on) ? readerOf(file, on) : toPersonOrParents(file, on);
}

/** The reader of the receipt: whoever sent the application or the report. */
export function senderOf(file: CaseFile, on: CalendarDate): Reader {
  const { submitter } = file.case;
  if (!submitter || submitterActsAs(file.case, on)) return readerOf(file, on);
  const workplace = submitter.organisation ? [submitter.organisation] : [];
  return { ...nobody, recipient: [submitter.name, ...workplace, ...lines(submitter.address)], ownCase: false };
}

/** A letter to an office, which speaks of everybody by name. */
export function officeReader(recipient: readonly string[]): Reader {
  return { ...nobody, recipient, ownCase: false, office: true };
}

const nobody: Reader = {
  recipient: [],
  personName: undefined,
  forPerson: undefined,
  ofPerson: undefined,
  copyTo: [],
  ownCase: true,
  office: false,
};

function toPerson({ case: { person } }: CaseFile): Reader {
  return { ...nobody, recipient: [person.name, ...lines(person.address)] };
}

function toPersonOrParents(file: CaseFile, on: CalendarDate): Reader {
  const { person, language } = file.case;
  if (consentGiver(file.case, on) === 'person') return toPerson(file);
  return {
    ...about(person.name, [parentsOf[language], person.name, ...lines(person.address)], []),
    ownCase: false,
  };
}

/** The child welfare service in the parents' place, and the child from 12, who is a party (pbrl §§ 4-4, 6-5). */
function toChildWelfare(file: CaseFile, { letterTo }: CareOrder, on: CalendarDate): Reader {
  const { name } = file.case.person;
  const copyTo = mayReceiveLetters(file.case, 'person', on) ? [name] : [];
  return { ...about(name, [letterTo.name, ...lines(letterTo.address)], copyTo), ownCase: false };
}

function about(name: string, recipient: readonly string[], copyTo: readonly string[]): Reader {
  return { ...nobody, recipient, personName: name, forPerson: `for ${name}`, ofPerson: `til ${name}`, copyTo };
}

function lines(address: PostalAddress | undefined): readonly string[] {
  return address ? [address.street, `${address.postalCode} ${address.city}`] : [];
}
