import filesTemplate from '../../../templates/pages/application-files.hbs';
import type { AttachmentRecord, CaseEvent } from '../../core/records.ts';
import { now, type WebContext } from '../../platform/http/index.ts';
import { type UploadedFile, uploadView } from '../../platform/uploads/index.ts';
import { stepsFor } from '../application/steps.ts';
import { formPage, goOnPath, type Visit, visit } from './application-visit.ts';
import type { IntakePages } from './ports.ts';

/** The page's words and ways on, as every question has them. */
interface Frame {
  readonly title: string;
  readonly before: readonly string[];
  readonly returnTo: string;
  readonly [more: string]: unknown;
}

/** The question that is answered with files: they go from the browser straight to the bucket and wait there. */
export async function showFiles(
  c: WebContext,
  { uploads }: IntakePages,
  visitor: Visit,
  frame: Frame,
): Promise<Response> {
  const { base, draft, language } = visitor;
  const path = `${base}/mandate-file`;
  const folder = draft.submissionKey;
  const returnTo = frame.returnTo === 'summary' ? `${path}?from=summary` : path;
  const action = `${path}/remove`;
  const upload = uploadView({
    language,
    ticket: await uploads.ticket({ folder, returnTo, now: now(c) }),
    files: await uploads.list(folder),
    remove: { action, csrf: c.var.csrfToken(action) },
  });
  const body = filesTemplate({ ...frame, upload });
  return formPage(c, visitor, { title: frame.title, body, formTarget: uploads.origin });
}

/** Removes one file before the form is sent. */
export async function removeFile(c: WebContext, pages: IntakePages): Promise<Response> {
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { base, draft, hasDraft } = visitor;
  const { file } = c.var.form;
  if (hasDraft && file) await pages.uploads.remove(draft.submissionKey, file);
  return c.redirect(hasDraft ? `${base}/mandate-file` : goOnPath(visitor), 303);
}

/** The files of the draft, when the form asks for any. */
export async function filesOf({ uploads }: IntakePages, { draft, context }: Visit): Promise<readonly UploadedFile[]> {
  return stepsFor(draft.values, context).includes('mandate-file') ? uploads.list(draft.submissionKey) : [];
}

/** Moves the draft's files to the case it became. */
export function keepFiles(
  { uploads }: IntakePages,
  { draft, context, municipality }: Visit,
  { by, now: at }: { readonly by: CaseEvent['actor']; readonly now: string },
): (caseId: string) => Promise<readonly AttachmentRecord[]> {
  const asked = stepsFor(draft.values, context).includes('mandate-file');
  return async (caseId) =>
    asked
      ? uploads.keep({
          folder: draft.submissionKey,
          municipality: municipality.number,
          caseId,
          purpose: 'mandate',
          by,
          now: at,
        })
      : [];
}

/** Removes the draft's files with the draft. */
export async function forgetFiles({ uploads }: IntakePages, { draft }: Visit): Promise<void> {
  for (const { id } of await uploads.list(draft.submissionKey)) await uploads.remove(draft.submissionKey, id);
}
