import type { AttachmentRecord } from '../../core/records.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { WebContext } from '../../platform/http/index.ts';
import type { Uploads } from '../../platform/uploads/uploads.ts';
import { attachmentName } from './case-material.ts';
import { logLook } from './look-log.ts';
import { letterNotice, settled } from './notices.ts';
import type { LetterPreview, TaskContext, TaskPage } from './task-page.ts';
import type { Visit } from './visit.ts';

/** What the files below a task's page need. */
export interface TaskFilesCollaborators {
  readonly store: CaseStore;
  /** The letter as it would be sent, as PDF; undefined when it cannot be laid out now. */
  readonly preview: (context: TaskContext, letter: LetterPreview) => Promise<Uint8Array | undefined>;
  /** Gives out addresses of attachments. */
  readonly uploads: Pick<Uploads, 'download'>;
}

interface Called {
  readonly visit: Visit;
  readonly page: TaskPage;
}

/** `…/letter.pdf`: the letter to be approved. */
export async function showLetter(c: WebContext, ports: TaskFilesCollaborators, called: Called): Promise<Response> {
  const { visit, page } = called;
  const stopped = settled(c, called);
  if (stopped) return stopped;
  const letter = page.letter?.(visit.context);
  const pdf = letter && (await ports.preview(visit.context, letter));
  if (!letter || !pdf) return letterNotice(c, visit);
  if (c.req.method === 'GET') await logLook(ports.store, visit, { letter: letter.kind });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="letter.pdf"',
  });
}

/** `…/attachments/<id>`: a file that came with the case, fetched from where it is kept. */
export async function showAttachment(c: WebContext, ports: TaskFilesCollaborators, called: Called): Promise<Response> {
  const { visit } = called;
  const stopped = settled(c, called);
  if (stopped) return stopped;
  const { file, now } = visit.context;
  const attachment = file.attachments.find(({ id }) => id === c.req.param('id'));
  // The person who is asked for consent has the case's own pages for this.
  if (!attachment || visit.context.task.recipient === 'person') return c.notFound();
  // The address is the file to whoever has it, so it is given out with an entry in the log, and never to a HEAD.
  if (c.req.method !== 'GET') return c.body(null, 200);
  await logLook(ports.store, visit, { attachment: attachment.id });
  return c.redirect(await ports.uploads.download(attachment, { filename: nameOf(attachment, visit), now }), 303);
}

function nameOf(attachment: AttachmentRecord, { context }: Visit): string {
  return attachmentName(context.file.attachments.indexOf(attachment) + 1, attachment);
}
