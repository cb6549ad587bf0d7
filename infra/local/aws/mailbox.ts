import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../files.ts';

/** A mail as the mailbox lists it. */
export interface MailEntry {
  /** The file's name without `.eml`; sorts by time. */
  readonly id: string;
  /** ISO 8601, moved clock. */
  readonly at: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
}

/** The folder that stands in for everyone's mailbox: a file per mail and recipient. */
export class Mailbox {
  readonly #directory: string;
  readonly #now: () => number;
  /** What has been read already, by file: a mail never changes. */
  readonly #read = new Map<string, MailEntry>();
  #count = 0;

  constructor(directory: string, now: () => number) {
    this.#directory = directory;
    this.#now = now;
    mkdirSync(directory, { recursive: true });
  }

  /** Puts a mail in, whole or not at all. */
  deliver(content: Buffer): void {
    this.#count += 1;
    const time = new Date(this.#now()).toISOString().replaceAll(/[-:]/g, '');
    const order = String(this.#count).padStart(6, '0');
    writeAtomically(join(this.#directory, `${time}-${order}-${randomUUID().slice(0, 8)}.eml`), content);
  }

  /** The mail, oldest first. */
  list(): MailEntry[] {
    return readdirSync(this.#directory)
      .filter((file) => file.endsWith('.eml'))
      .sort()
      .map((file) => this.#entry(file));
  }

  #entry(file: string): MailEntry {
    const entry = this.#read.get(file) ?? summarize(file.slice(0, -4), readFileSync(join(this.#directory, file)));
    this.#read.set(file, entry);
    return entry;
  }

  /** A mail's content as it was sent. */
  read(id: string): Buffer | undefined {
    // The id comes from a URL: only what this class itself makes is looked up.
    if (!/^[\dTZ.]+-\d+-[\da-f]+$/.test(id)) return undefined;
    const file = join(this.#directory, `${id}.eml`);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}

function summarize(id: string, content: Buffer): MailEntry {
  const head = content.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
  const [, year, month, day, rest] = /^(\d{4})(\d{2})(\d{2})T(.*?)Z/.exec(id) ?? [];
  const [, hour, minute, second] = /^(\d{2})(\d{2})([\d.]+)$/.exec(rest ?? '') ?? [];
  return {
    id,
    at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
    to: decodeWords(header('Delivered-To')),
    from: decodeWords(header('From')),
    subject: decodeWords(header('Subject')),
  };
}

/** Encoded words (RFC 2047) as text. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_word, charset: string, encoding: string, text: string) => {
      const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text);
      return new TextDecoder(charset).decode(bytes);
    });
}

function quotedBytes(text: string): Buffer {
  const latin1 = text
    .replaceAll('_', ' ')
    .replaceAll(/=([\da-f]{2})/gi, (_byte, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1');
}
