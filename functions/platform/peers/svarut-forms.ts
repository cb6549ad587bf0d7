import { DeliveryError } from '../../core/errors.ts';
import type { PostalAddress } from '../../core/parties.ts';
import { encryptedFor } from './encryption.ts';

/** A letter to be printed, put into an envelope and posted. */
export interface PrintedLetter {
  /** Ours, the same on every try: a letter with it is sent once. */
  readonly reference: string;
  /** Stands in lists at SvarUt, so it says nothing of what the letter is about. */
  readonly title: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly pdf: Uint8Array;
}

/** Letters to another authority, the first of them about the others. */
export interface OfficePost {
  /** Ours, the same on every try: what has it is sent once. */
  readonly reference: string;
  /** The office sees it before it signs in, so it says nothing of whom the case is about. */
  readonly title: string;
  readonly name: string;
  readonly organisationNumber: string;
  /** Where it goes when it cannot be delivered digitally. */
  readonly address: PostalAddress | undefined;
  readonly files: readonly { readonly name: string; readonly pdf: Uint8Array }[];
}

const system = 'individuell-plan';
const mimeType = 'application/pdf';

/** `PrintForsendelse` (developers.fiks.ks.no/api, forsendelse-send-api-v3) with its file. */
export function printForm({ reference, title, name, address, pdf }: PrintedLetter): FormData {
  const metadata = {
    ...{ tittel: title, mottaker: { navn: name, adresse: addressOf(address) } },
    ...{ avgivendeSystem: system, eksternReferanse: reference, utskriftskonfigurasjon: { tosidig: true } },
  };
  return formOf(metadata, [{ name: 'brev.pdf', content: pdf }]);
}

/**
 * `OrganisasjonForsendelse` of the same description: at the highest level of security, which takes files that are encrypted
 * with SvarUt's certificate, and by the service for secret post where it goes by Altinn (fvl § 13; hol § 12-1).
 */
export async function officeForm(post: OfficePost, certificate: Uint8Array): Promise<FormData> {
  const files = await Promise.all(
    post.files.map(async ({ name, pdf }) => ({ name, content: await sealed(certificate, pdf) })),
  );
  const { title, name, organisationNumber, address, reference } = post;
  const recipient = { navn: name, digitalId: organisationNumber, ...(address && { adresse: addressOf(address) }) };
  const metadata = {
    ...{ tittel: title, mottaker: recipient, avgivendeSystem: system, eksternReferanse: reference },
    ...{ kryptert: true, sikkerhetsniva: 'HOYESTE', taushetsbelagtPost: true },
  };
  return formOf(metadata, files, { inneholderPersonsensitivInformasjon: true });
}

async function sealed(certificate: Uint8Array, pdf: Uint8Array): Promise<Uint8Array> {
  try {
    return await encryptedFor(certificate, pdf);
  } catch {
    throw new DeliveryError('SvarUt: a certificate that cannot be used');
  }
}

interface File {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The metadata first, then the files in the order and by the names they have there ("API: Sending av dokumenter"). */
function formOf(metadata: object, files: readonly File[], ofEach: object = {}): FormData {
  const form = new FormData();
  const dokumenter = files.map(({ name }) => ({ filnavn: name, mimeType, ...ofEach }));
  form.append('forsendelse', JSON.stringify({ ...metadata, dokumenter }));
  for (const { name, content } of files) {
    form.append('dokumenter', new Blob([Uint8Array.from(content)], { type: mimeType }), name);
  }
  return form;
}

function addressOf({ street, postalCode, city }: PostalAddress) {
  return { adresselinje1: street, postnummer: postalCode, poststed: city };
}
