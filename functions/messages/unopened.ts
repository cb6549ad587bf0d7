import { osloDate } from '../core/calendar.ts';
import type { PaperReason } from '../core/letter-record.ts';
import { letterId, tellsChannel } from '../core/letter-record.ts';
import type { CaseFile } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { dueFor } from '../core/unopened.ts';
import { systemEvent } from '../platform/case-file.ts';
import type { Contacts } from './contacts.ts';
import { type Delivery, followShipment, type PrintPorts, printLetter, tellReaders } from './delivery.ts';
import type { PaperEditions } from './paper-editions.ts';

/** What it takes to print a letter that was made for digital reading. */
export interface OnPaperPorts extends PrintPorts {
  readonly paperEdition: PaperEditions;
}

/** What it takes to bring an unopened letter to its reader after all. */
export interface UnopenedPorts extends OnPaperPorts {
  readonly contacts: Contacts;
  readonly publicUrl: string;
}

/**
 * The second notification (eFvf § 8), to where the reader is reached now. Whoever has become reserved, or cannot be
 * notified any more, gets the letter on paper at once.
 */
export async function notifyAgain(ports: UnopenedPorts, delivery: Delivery): Promise<'notified' | 'sent-on-paper'> {
  const { file, letter, now } = delivery;
  const addressing = await ports.contacts.addressing(file, letter.kind, now);
  if (addressing.channel === 'paper') {
    await sendOnPaper(ports, delivery, addressing.basis);
    return 'sent-on-paper';
  }
  await tellReaders(ports, { ...delivery, readers: addressing.readers, template: 'letter-reminder' });
  const { caseId } = file.case;
  await ports.store.change(caseId, 'letter', letterId(letter), { secondNotificationAt: now });
  const detail = { letter: letterId(letter), contact: addressing.basis };
  await ports.store.appendEvent(caseId, systemEvent(now, 'letter-notified-again', detail));
  return 'notified';
}

/**
 * Sends a letter on paper that was made available digitally. An appeal deadline then counts from the paper (domain.md
 * § 3.4), and whoever cannot sign in needs a form to answer on, so such a letter is made anew for it.
 */
export async function sendOnPaper(ports: OnPaperPorts, delivery: Delivery, reason: PaperReason): Promise<void> {
  const { file, letter, now } = delivery;
  const { caseId } = file.case;
  const paper = tellsChannel(letter.kind) ? await ports.paperEdition(delivery) : undefined;
  await printLetter(ports, { ...delivery, letter: paper ? { ...letter, paper, paperAt: now } : letter });
  await ports.store.change(caseId, 'letter', letterId(letter), { paperAt: now, contact: reason });
  const detail = { letter: letterId(letter), contact: reason };
  await ports.store.appendEvent(caseId, systemEvent(now, 'letter-sent-on-paper', detail));
}

/** Does what is due at `now` for the letters of a case: those nobody has opened ({@link dueFor}), and those SvarUt has. */
export async function followUpLetters(ports: UnopenedPorts, file: CaseFile, now: Instant): Promise<void> {
  for (const letter of file.letters) {
    const due = dueFor(file, letter, osloDate(now));
    if (due === 'notify-again') await notifyAgain(ports, { file, letter, now });
    else if (due) await sendOnPaper(ports, { file, letter, now }, due);
    await followShipment(ports, { file, letter, now });
  }
}
