import { createHash } from 'node:crypto';
import type { Language } from '../core/language.ts';
import type { AttachmentPurpose, AttachmentRecord, CaseEvent } from '../core/records.ts';
import type { CaseStore } from './case-store.ts';
import { now, type WebContext } from './http/index.ts';
import { type UploadedFile, type Uploads, uploadView } from './uploads/index.ts';

/** The place for the files of one form of one person. */
export interface FormPlace {
  readonly folder: string;
  /** Path of the form's page; the files come back to it, and `<path>/remove` takes one away. */
  readonly path: string;
}

/**
 * The folder of a form: the same for one person until what is in it was handed in (`round` then grows), and not to be
 * guessed by others, as `actorId` is a keyed hash.
 */
export function folderOf(purpose: AttachmentPurpose, ...[caseId, actorId, round]: [string, string, number]): string {
  return createHash('sha256').update([purpose, caseId, actorId, round].join('|')).digest('hex').slice(0, 40);
}

/** The files of a form so far, with what `{{> upload-form view}}` shows. */
export async function formFiles(
  c: WebContext,
  uploads: Uploads,
  { folder, path, language }: FormPlace & { readonly language: Language },
): Promise<{ readonly files: readonly UploadedFile[]; readonly view: object }> {
  const at = now(c);
  const [files, ticket] = await Promise.all([
    uploads.list(folder),
    uploads.ticket({ folder, returnTo: path, now: at }),
  ]);
  const action = `${path}/remove`;
  return { files, view: uploadView({ language, ticket, files, remove: { action, csrf: c.var.csrfToken(action) } }) };
}

/** Takes a file out of the form again, and leads back to it. */
export async function removeFormFile(c: WebContext, uploads: Uploads, { folder, path }: FormPlace): Promise<Response> {
  const id = c.var.form.file ?? '';
  const known = (await uploads.list(folder)).some((file) => file.id === id);
  if (known) await uploads.remove(folder, id);
  return c.redirect(path, 303);
}

/** Hands the form's files in with the case. Repeated, it gives the same records. */
export async function keepFormFiles(
  { store, uploads }: { readonly store: CaseStore; readonly uploads: Uploads },
  input: {
    readonly folder: string;
    readonly municipality: string;
    readonly caseId: string;
    readonly purpose: AttachmentPurpose;
    readonly by: CaseEvent['actor'];
    readonly now: string;
  },
): Promise<readonly AttachmentRecord[]> {
  const kept = await uploads.keep(input);
  for (const record of kept) await store.addOnce(input.caseId, 'attachment', record);
  return kept;
}
