import { osloDate } from '../core/calendar.ts';
import { NotFoundError } from '../core/errors.ts';
import { type LetterRecord, letterFile, letterId, letterReference } from '../core/letter-record.ts';
import type { CaseFile } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { mustFindMunicipality } from '../municipalities/index.ts';
import { systemEvent } from '../platform/case-file.ts';
import type { CaseStore } from '../platform/case-store.ts';
import { log } from '../platform/log.ts';
import type { ObjectStore } from '../platform/object-store.ts';
import type { SvarUt } from '../platform/peers/svarut.ts';
import type { Mailer } from './mailer.ts';
import { postalRecipient, type Reader } from './recipients.ts';

/** A letter on its way. */
export interface Delivery {
  readonly file: CaseFile;
  readonly letter: LetterRecord;
  readonly now: Instant;
}

interface MailPorts {
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

/** The letter's page, behind sign-in; the address tells nothing of what it is about. */
function letterLink(publicUrl: string, file: CaseFile, letter: LetterRecord): string {
  const { slug } = mustFindMunicipality(file.case.municipality);
  return `${publicUrl}/${slug}/cases/${file.case.caseId}/letters/${letterReference(letter)}`;
}

/** Tells the letter's readers by a neutral mail with a link (eFvf § 8). */
export async function tellReaders(
  { mailer, publicUrl }: MailPorts,
  {
    file,
    letter,
    readers,
    template,
    now,
  }: Delivery & { readonly readers: readonly Reader[]; readonly template: 'letter' | 'letter-reminder' },
): Promise<void> {
  for (const { role, email } of readers)
    await mailer.send({
      caseId: file.case.caseId,
      key: `${template}-${letterId(letter)}-${role}`,
      template,
      to: email,
      language: letter.language,
      municipality: file.case.municipality,
      link: letterLink(publicUrl, file, letter),
      now,
    });
}

/** What it takes to bring a letter on paper to its reader. */
export interface PrintPorts {
  readonly store: CaseStore;
  readonly mailer: Mailer;
  readonly objects: ObjectStore;
  /** Undefined where nobody has an agreement: the post room prints everything. */
  readonly svarUt: SvarUt | undefined;
}

/**
 * Sends a letter on paper: by SvarUt where the municipality has an account and the letter an address, else by the post
 * room.
 */
export async function printLetter(ports: PrintPorts, delivery: Delivery): Promise<void> {
  const { file, letter } = delivery;
  const pdf = await ports.objects.get(letterFile(letter).object);
  if (!pdf) throw new NotFoundError(`letter ${letterId(letter)} of case ${file.case.caseId} is not in the bucket`);
  if (!(await isShipped(ports, delivery, pdf))) await layInPostRoom(ports, delivery, pdf);
}

/**
 * Looks at a letter that SvarUt has: one that was posted is settled, and one that never will be goes to the post room, so
 * that no letter is lost between the two (domain.md § 7.2).
 */
export async function followShipment(ports: PrintPorts, delivery: Delivery): Promise<void> {
  const { file, letter, now } = delivery;
  const { caseId, municipality } = file.case;
  const { shipment } = letter;
  if (shipment?.state !== 'sent' || !ports.svarUt) return;
  const state = await ports.svarUt.fate(municipality, shipment.id, now);
  if (state === 'under-way') return;
  const id = letterId(letter);
  // First the post room, then the word that it failed: a look that is cut short in between is taken again.
  if (state === 'failed')
    await takeOver(ports, { ...delivery, letter: { ...letter, shipment: { ...shipment, state } } });
  await ports.store.change(caseId, 'letter', id, { shipment: { ...shipment, state } });
  await ports.store.appendEvent(caseId, systemEvent(now, `shipment-${state}`, { letter: id }));
  log.info('SHIPMENT_ENDED', { caseId, municipality, kind: letter.kind, key: letter.key, outcome: state });
}

/** What SvarUt did not deliver is the post room's: a letter to print, or a case that goes to another office. */
async function takeOver(ports: PrintPorts, delivery: Delivery): Promise<void> {
  const { file, letter, now } = delivery;
  if (letter.channel === 'forwarded') await tellOfForwarding(ports, { file, key: letter.key, now });
  else await printLetter(ports, delivery);
}

/** Tells the post room that something lies in the outbox for another office; `key` is the statement's. */
export async function tellOfForwarding(
  { mailer }: Pick<PrintPorts, 'mailer'>,
  { file, key, now }: { readonly file: CaseFile; readonly key: string; readonly now: Instant },
): Promise<void> {
  const { caseId, municipality } = file.case;
  const { mailboxes, language } = mustFindMunicipality(municipality);
  const to = mailboxes.postRoom;
  await mailer.send({ caseId, key: `forwarded-${key}`, template: 'forwarded', to, language, municipality, now });
}

async function isShipped(
  { store, svarUt }: PrintPorts,
  { file, letter, now }: Delivery,
  pdf: Uint8Array,
): Promise<boolean> {
  if (letter.shipment) return letter.shipment.state !== 'failed';
  const recipient = postalRecipient(file, letter.kind, osloDate(now));
  if (!svarUt || !recipient) return false;
  const { caseId, municipality } = file.case;
  const id = letterId(letter);
  const { name } = mustFindMunicipality(municipality);
  const title = letter.language === 'nn' ? `Brev frå ${name}` : `Brev fra ${name}`;
  const sent = await svarUt.print(municipality, { reference: `${caseId}/${id}`, title, ...recipient, pdf }, now);
  if (!sent.ok) {
    if (sent.error === 'refused')
      log.warn('SHIPMENT_REFUSED', { caseId, municipality, kind: letter.kind, key: letter.key });
    return false;
  }
  await store.change(caseId, 'letter', id, { shipment: { id: sent.value, at: now, state: 'sent' } });
  log.info('LETTER_SHIPPED', { caseId, municipality, kind: letter.kind, key: letter.key });
  return true;
}

/**
 * Lays a copy of the letter in the post room's part of the bucket, `print/<municipality>/<caseId>/<letterId>.pdf`, and
 * tells the post room where it lies, and when it bears no address to send it to. The municipality's print service may
 * empty that place on its own.
 */
async function layInPostRoom(
  { mailer, objects }: PrintPorts,
  { file, letter, now }: Delivery,
  pdf: Uint8Array,
): Promise<void> {
  const { caseId, municipality, caseNumber } = file.case;
  const object = `print/${municipality}/${caseId}/${letterId(letter)}.pdf`;
  await objects.putOnce(object, pdf, 'application/pdf');
  const { mailboxes, language } = mustFindMunicipality(municipality);
  await mailer.send({
    caseId,
    key: `print-${letterId(letter)}`,
    template: 'print',
    to: mailboxes.postRoom,
    language,
    municipality,
    object,
    caseNumber,
    unaddressed: postalRecipient(file, letter.kind, osloDate(now)) === undefined,
    now,
  });
}
