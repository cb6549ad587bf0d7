import PostalMime from 'postal-mime';

/** A mail as it is read. */
export interface ReadMail {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

/** Reads a mail as text; one that has only HTML is stripped to its words and addresses. */
export async function readMail(content: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(content);
  const people = (list: readonly { address?: string | undefined }[] | undefined) =>
    (list ?? []).map(({ address }) => address ?? '').join(', ');
  return {
    subject: mail.subject ?? '',
    from: mail.from?.address ?? '',
    to: people(mail.to),
    date: mail.date ?? '',
    text: mail.text ?? strip(mail.html ?? ''),
    attachments: mail.attachments.map(({ filename }) => filename ?? 'attachment'),
  };
}

function strip(html: string): string {
  return html
    .replaceAll(/<(style|script|title)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, '$2 $1 ')
    .replaceAll(/<(br|\/p|\/h\d|\/li|\/tr|\/div)[^>]*>/gi, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\n\s*\n\s*/g, '\n\n')
    .trim();
}

/** A piece of text, with an address when it is one. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/** Splits a text at its web addresses; a full stop or bracket after an address is not part of it. */
export function splitLinks(text: string): TextPart[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/).map((part, index) => {
    return index % 2 === 1 ? { text: part, href: part } : { text: part };
  });
}
