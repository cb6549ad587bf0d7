import type { Instant } from '../../core/time.ts';
import { type Signer, signPost } from './signature.ts';

/** The target of a multipart form with a file in it. The file's own field is named `file` and comes last. */
export interface UploadTicket {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** How long a page with an upload form may lie open, in seconds. */
const ticketSeconds = 60 * 60;
/**
 * More than {@link largestFile}: S3 refuses what is larger in words of XML on a page of its own. Up to here we take the file
 * in and say ourselves, on our page, that it is too large or empty; such a file is never kept.
 */
const largestPost = 50 * 1024 * 1024;

/** What a ticket is made for. */
export interface TicketInput extends Omit<Signer, 'now'> {
  readonly bucket: string;
  readonly address: URL;
  readonly key: string;
  /** Whole address of the page S3 sends the browser back to. */
  readonly returnTo: string;
  readonly now: Instant;
}

/** Lets whoever has it post one file, to one key, for an hour. */
export function createTicket({ bucket, address, key, returnTo, ...signer }: TicketInput): UploadTicket {
  const exact = { key, success_action_redirect: returnTo };
  const conditions = [{ bucket }, ...Object.entries(exact).map(([name, value]) => ({ [name]: value }))];
  const signed = signPost([...conditions, ['content-length-range', 0, largestPost]], {
    ...signer,
    seconds: ticketSeconds,
  });
  const fields = Object.entries({ ...exact, ...signed }).map(([name, value]) => ({ name, value }));
  return { action: address.href, fields };
}
