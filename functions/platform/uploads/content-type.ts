import type { AttachmentType } from '../../core/records.ts';

/** Largest file that is taken, in bytes. */
export const largestFile = 10 * 1024 * 1024;
/** Files in one folder. */
export const mostFiles = 10;

/** Why a file is not taken. `locked`: a PDF with a password, which nobody at the municipality could open. */
export type UploadProblem = 'type' | 'size' | 'empty' | 'locked' | 'too-many';

/** Reads bytes `start` up to, not including, `end` of a file. */
export type ReadPart = (start: number, end: number) => Promise<Uint8Array>;

/** A file's type by its content, or why it is not taken. Never looks at names or at what the browser says. */
export async function judgeFile(
  bytes: number,
  read: ReadPart,
): Promise<{ readonly type?: AttachmentType; readonly problem?: Exclude<UploadProblem, 'too-many'> }> {
  if (bytes === 0) return { problem: 'empty' };
  const type = typeOf(await read(0, Math.min(bytes, headBytes)));
  if (type === undefined) return { problem: 'type' };
  if (bytes > largestFile) return { type, problem: 'size' };
  const locked = type === 'application/pdf' && (await isLocked(bytes, read));
  return locked ? { type, problem: 'locked' } : { type };
}

/** PDF readers look for the header this far in (ISO 32000-1, annex H, implementation note 13). */
const headBytes = 1024;
/** Room for a trailer, or for the dictionary of a cross-reference stream. */
const trailerBytes = 2048;

const beginnings: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

function typeOf(head: Uint8Array): AttachmentType | undefined {
  const picture = beginnings.find(([, first]) => first.every((byte, at) => head[at] === byte));
  if (picture) return picture[0];
  return latin(head).includes('%PDF-') ? 'application/pdf' : undefined;
}

/**
 * An encrypted PDF says so in its trailer: at the end, or where the end says the cross-references are (ISO 32000-1, 7.5).
 */
async function isLocked(bytes: number, read: ReadPart): Promise<boolean> {
  const end = latin(await read(Math.max(0, bytes - trailerBytes), bytes));
  if (encrypted.test(end)) return true;
  const offset = Number([...end.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? bytes);
  if (offset >= bytes) return false;
  return encrypted.test(latin(await read(offset, Math.min(bytes, offset + trailerBytes))));
}

const encrypted = /\/Encrypt\b/;

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
