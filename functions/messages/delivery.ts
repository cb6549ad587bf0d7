import { osloDate } from '../core/calendar.ts';
import { NotFoundError } from '../core/errors.ts';
import { type CaseFile, type LetterRecord, letterId, letterReference } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { mustFindMunicipality } from '../municipalities/index.ts';
import type { ObjectStore } from '../platform/object-store.ts';
import type { Mailer } from './mailer.ts';
import { postalAddress, type Reader } from './recipients.ts';

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

/**
 * Lays a copy of the letter in the post room's part of the bucket, `print/<municipality>/<caseId>/<letterId>.pdf`, and
 * tells the post room where it lies, and when it bears no address to send it to. The municipality's print service may
 * empty that place on its own.
 */
export async function printLetter(
  { mailer, objects }: { readonly mailer: Mailer; readonly objects: ObjectStore },
  { file, letter, now }: Delivery,
): Promise<void> {
  const { caseId, municipality, caseNumber } = file.case;
  const pdf = await objects.get(letter.object);
  if (!pdf) throw new NotFoundError(`letter ${letterId(letter)} of case ${caseId} is not in the bucket`);
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
    unaddressed: postalAddress(file, letter.kind, osloDate(now)) === undefined,
    now,
  });
}
