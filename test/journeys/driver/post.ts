import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';

/** A mail as its reader sees it. */
export interface ReadMail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly raw: Uint8Array;
}

/** Where mail is found: the runtime's mailbox. */
export interface Mailroom {
  mail(): readonly { readonly id: string; readonly at: string; readonly to: string; readonly subject: string }[];
  readMail(id: string): Uint8Array | undefined;
}

/** Reads the mailbox, each mail parsed once. */
export function createPost(room: Mailroom) {
  const read = new Map<string, ReadMail>();

  async function all(): Promise<ReadMail[]> {
    for (const { id, at, to } of room.mail()) {
      const raw = read.has(id) ? undefined : room.readMail(id);
      if (!raw) continue;
      const { subject = '', text = '', html = '' } = await PostalMime.parse(raw);
      read.set(id, { id, at, to, subject, text: text || html, raw });
    }
    return [...read.values()].toSorted((a, b) => a.id.localeCompare(b.id));
  }

  return {
    all,
    /** The newest link whose address contains `part`, in mail to `to` when given. Throws when there is none. */
    link: async (part: string, to?: string): Promise<URL> => {
      const mails = (await all()).filter((mail) => !to || mail.to === to);
      const found = newestLink(mails, (address) => address.includes(part));
      if (!found) throw new Error(`no mail with a link to ${part}${to ? ` for ${to}` : ''}`);
      return found;
    },
    /** The newest link whose last part has this SHA-256 (hex): all that is stored of a task's link. Throws when there is none. */
    linkOfHash: async (hash: string): Promise<URL> => {
      const found = newestLink(await all(), (address) => sha256(address.split('/').at(-1) ?? '') === hash);
      if (!found) throw new Error('no mail with the link of this task');
      return found;
    },
  };
}

function newestLink(mails: readonly ReadMail[], wanted: (address: string) => boolean): URL | undefined {
  for (const mail of mails.toReversed()) {
    const found = [...mail.text.matchAll(/https?:\/\/[^\s<>"')]+/g)].find(([address]) => wanted(address));
    if (found) return new URL(found[0]);
  }
  return undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type Post = ReturnType<typeof createPost>;
