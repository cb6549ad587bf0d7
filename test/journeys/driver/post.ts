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
  /** Every link that has come, by the hash of its last part. */
  const links = new Map<string, string>();

  async function all(): Promise<ReadMail[]> {
    for (const { id, at, to } of room.mail()) {
      const raw = read.has(id) ? undefined : room.readMail(id);
      if (!raw) continue;
      const { subject = '', text = '', html = '' } = await PostalMime.parse(raw);
      const mail = { id, at, to, subject, text: text || html, raw };
      read.set(id, mail);
      for (const link of linksIn(mail)) links.set(sha256(link.split('/').at(-1) ?? ''), link);
    }
    // The room gives them oldest first.
    return [...read.values()];
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
    /**
     * The newest link whose last part has this SHA-256 (hex): all that is stored of a task's link. Throws when there is
     * none.
     */
    linkOfHash: async (hash: string): Promise<URL> => {
      await all();
      const found = links.get(hash);
      if (!found) throw new Error('no mail with the link of this task');
      return new URL(found);
    },
  };
}

function newestLink(mails: readonly ReadMail[], wanted: (address: string) => boolean): URL | undefined {
  for (const mail of mails.toReversed()) {
    const found = linksIn(mail).find(wanted);
    if (found) return new URL(found);
  }
  return undefined;
}

function linksIn({ text }: ReadMail): readonly string[] {
  return text.match(/https?:\/\/[^\s<>"')]+/g) ?? [];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type Post = ReturnType<typeof createPost>;
