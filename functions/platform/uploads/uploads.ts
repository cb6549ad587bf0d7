import type { AttachmentPurpose, AttachmentRecord, AttachmentType, CaseEvent } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { UploadProblem } from './content-type.ts';
import type { UploadTicket } from './ticket.ts';

/** A file somebody has sent in and not yet handed in with anything. */
export interface UploadedFile {
  readonly id: string;
  readonly bytes: number;
  /** By content; absent when it is none of the kinds that are taken. */
  readonly type?: AttachmentType;
  /** Why the file will not be kept; absent when it will. */
  readonly problem?: UploadProblem;
}

/** What files are handed in with. */
export interface KeepInput {
  readonly folder: string;
  /** The municipality's number. */
  readonly municipality: string;
  readonly caseId: string;
  readonly purpose: AttachmentPurpose;
  readonly by: CaseEvent['actor'];
  readonly now: Instant;
}

/**
 * Files of up to 10 MB, at most 10 in a folder. A function takes 6 MB, so the browser posts them straight to the bucket,
 * without scripts, and fetches them from there. A folder is a place for one form of one person: letters, digits, `-` and
 * `_`, and nobody else can guess it. What is not kept is erased after 30 days.
 */
export interface Uploads {
  /** Where the browser posts and fetches: for `formTarget` of `renderPage`. */
  readonly origin: string;
  /** Lets the browser post one file into the folder within an hour; S3 then sends it to `returnTo`, a path of ours. */
  ticket(input: { readonly folder: string; readonly returnTo: string; readonly now: Instant }): Promise<UploadTicket>;
  /** The folder's files in the order they came. */
  list(folder: string): Promise<readonly UploadedFile[]>;
  /** Removes a file from the folder; no matter whether there is one. */
  remove(folder: string, id: string): Promise<void>;
  /**
   * Copies the folder's good files to the case, once: repeated, it gives the same records again. They are not stored
   * here.
   */
  keep(input: KeepInput): Promise<readonly AttachmentRecord[]>;
  /** An address good for a minute, at which a kept file is downloaded as `filename`. Log the access before giving it out. */
  download(
    attachment: AttachmentRecord,
    options: { readonly filename: string; readonly now: Instant },
  ): Promise<string>;
}
