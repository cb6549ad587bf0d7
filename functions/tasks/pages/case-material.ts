import type { Account } from '../../core/case.ts';
import type { AttachmentPurpose, AttachmentRecord } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { TaskContext } from './task-page.ts';

/** What the parties have told and sent in: the view of `task-material-<language>`. */
export interface CaseMaterial {
  readonly account: Account;
  /** Added after the application was sent, oldest first. */
  readonly information: readonly {
    readonly text: string;
    readonly at: Instant;
    readonly by: string;
    readonly files: readonly FileLink[];
  }[];
  /** Files that came with the application itself. */
  readonly files: readonly FileLink[];
}

interface FileLink {
  readonly href: string;
  readonly number: number;
  readonly purpose: AttachmentPurpose;
  /** What the sender called it; empty when it has no name. */
  readonly name: string;
  readonly format: 'PDF' | 'JPEG' | 'PNG';
  readonly size: string;
  readonly at: Instant;
}

const formats = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const;

/** Everything in the case that somebody told in own words or sent as a file. */
export function caseMaterial({ file, path }: TaskContext): CaseMaterial {
  const links = file.attachments.map((attachment, index) => ({
    id: attachment.id,
    href: `${path}/attachments/${attachment.id}`,
    number: index + 1,
    purpose: attachment.purpose,
    name: attachment.name ?? '',
    format: formats[attachment.type],
    size: sizeOf(attachment.bytes),
    at: attachment.at,
  }));
  const later = new Set(file.information.flatMap(({ attachments }) => attachments));
  return {
    account: { childsView: '', childNotHeard: '', ...file.case.account },
    information: file.information.map(({ text, at, by, attachments }) => ({
      text,
      at,
      by: by.name ?? '',
      files: links.filter(({ id }) => attachments.includes(id)),
    })),
    files: links.filter(({ id }) => !later.has(id)),
  };
}

/** The name a file is saved under: nothing of what its sender called it. */
export function attachmentName(number: number, { type }: Pick<AttachmentRecord, 'type'>): string {
  return `vedlegg-${number}.${formats[type].toLowerCase()}`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
