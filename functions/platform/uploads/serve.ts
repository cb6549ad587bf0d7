import type { CaseEvent, CaseFile } from '../../core/records.ts';
import type { CaseStore } from '../case-store.ts';
import { errorPage, now, type WebContext } from '../http/index.ts';
import { downloadName } from './upload-view.ts';
import type { Uploads } from './uploads.ts';

/** What serving a file takes. Whoever calls has checked that `actor` may see the case. */
export interface ServeInput {
  readonly uploads: Uploads;
  readonly store: Pick<CaseStore, 'appendEvent'>;
  readonly file: CaseFile;
  readonly attachmentId: string;
  readonly actor: CaseEvent['actor'];
}

/**
 * Sends the browser to the bucket to download the file, after noting who fetches it. It may be 10 MB and a function answers
 * with 6 at most; the address is good for a minute. It is another origin than the pages', and answers with a download of
 * the type we found by content, so what somebody sent in is never rendered as a page of ours.
 */
export async function serveAttachment(c: WebContext, input: ServeInput): Promise<Response> {
  const { uploads, store, file, attachmentId, actor } = input;
  const attachment = file.attachments.find(({ id }) => id === attachmentId);
  if (attachment === undefined) return errorPage(c, 'not-found');
  const at = now(c);
  const address = await uploads.download(attachment, { filename: downloadName(attachment), now: at });
  const detail = { attachment: attachment.id, purpose: attachment.purpose };
  await store.appendEvent(file.case.caseId, { at, type: 'attachment-opened', actor, detail });
  c.header('content-security-policy', "default-src 'none'; sandbox");
  return c.redirect(address, 303);
}
