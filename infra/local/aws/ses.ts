import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { asList, asObject, asString, isObject, type JsonObject } from '../json.ts';
import { AwsError, notImplemented, type Service } from './exchange.ts';
import { readJsonBody, sendJson } from './json-protocol.ts';
import type { MailEvents } from './mail-events.ts';
import type { Mailbox } from './mailbox.ts';

/** The largest message SES v2 takes: 40 MB after encoding. */
const MAXIMUM_BYTES = 40 * 1024 * 1024;

/** What SES needs of the runtime. */
export interface SesOptions {
  readonly mailbox: Mailbox;
  readonly mailEvents: MailEvents;
  readonly now: () => number;
  readonly region: string;
}

/** SES v2: what is sent lands in the mailbox folder. */
export function sesService(options: SesOptions): Service {
  return async (exchange) => {
    const operation = `${exchange.request.method} ${exchange.url.pathname.replace(/\/$/, '')}`;
    switch (operation) {
      case 'POST /v2/email/outbound-emails':
        sendJson(exchange, 200, { MessageId: await send(await readJsonBody(exchange), options) });
        return;
      case 'GET /v2/email/account':
        sendJson(exchange, 200, { ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: 'HEALTHY' });
        return;
      default:
        throw notImplemented(`SES ${operation}`);
    }
  };
}

async function send(input: JsonObject, { mailbox, mailEvents, now, region }: SesOptions): Promise<string> {
  const recipients = recipientsOf(input);
  if (recipients.length === 0) throw new AwsError('BadRequestException', 'Missing recipients');
  const messageId = randomUUID();
  const date = new Date(now());
  const content = asObject(input.Content);
  const mail = isObject(content.Raw)
    ? withDate(Buffer.from(String(content.Raw.Data), 'base64'), date)
    : await compose(input, { date, messageId: `<${messageId}@${region}.amazonses.com>` });
  if (mail.length > MAXIMUM_BYTES) throw new AwsError('BadRequestException', 'The message is too large');
  for (const recipient of recipients) {
    mailbox.deliver(Buffer.concat([Buffer.from(traceHeaders(input, recipient)), mail]));
  }
  mailEvents.sent({
    messageId,
    recipients,
    source: asString(input.FromEmailAddress) ?? '',
    configurationSet: asString(input.ConfigurationSetName) ?? '',
    tags: tagsOf(input),
  });
  return messageId;
}

function tagsOf(input: JsonObject): Record<string, string> {
  const tags = asList(input.EmailTags).map(asObject);
  return Object.fromEntries(tags.map(({ Name, Value }) => [String(Name), String(Value)]));
}

function recipientsOf(input: JsonObject): string[] {
  const { ToAddresses, CcAddresses, BccAddresses } = asObject(input.Destination);
  const listed = [ToAddresses, CcAddresses, BccAddresses].flatMap((list) => asList(list).map(String));
  const raw = asString(asObject(asObject(input.Content).Raw).Data);
  if (listed.length > 0 || raw === undefined) return listed;
  // Without a destination SES reads the raw message's own headers.
  const head =
    Buffer.from(raw, 'base64')
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').match(/^(to|cc|bcc):.*$/gim) ?? [];
  return lines.flatMap((line) => line.replace(/^\w+: */, '').split(/, */));
}

async function compose(input: JsonObject, { date, messageId }: { date: Date; messageId: string }): Promise<Buffer> {
  const { Simple } = asObject(input.Content);
  if (!isObject(Simple)) throw notImplemented('SES templates');
  const { ToAddresses, CcAddresses } = asObject(input.Destination);
  const { Text, Html } = asObject(Simple.Body);
  const replyTo = asList(input.ReplyToAddresses).map(String);
  return await new MailComposer({
    from: asString(input.FromEmailAddress),
    to: asList(ToAddresses).map(String),
    cc: asList(CcAddresses).map(String),
    ...(replyTo.length > 0 ? { replyTo } : {}),
    subject: asString(asObject(Simple.Subject).Data),
    text: asString(asObject(Text).Data),
    html: asString(asObject(Html).Data),
    headers: asList(Simple.Headers).map((header) => ({
      key: String(asObject(header).Name),
      value: String(asObject(header).Value),
    })),
    attachments: asList(Simple.Attachments).map((value) => {
      const { FileName, RawContent, ContentType } = asObject(value);
      const content = Buffer.from(String(RawContent), 'base64');
      return { filename: asString(FileName), content, contentType: asString(ContentType) };
    }),
    date,
    messageId,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** SES gives a message a date when it has none. */
function withDate(raw: Buffer, date: Date): Buffer {
  const head = raw.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (/^date:/im.test(head)) return raw;
  return Buffer.concat([Buffer.from(`Date: ${date.toUTCString().replace('GMT', '+0000')}\r\n`), raw]);
}

/** Who it was delivered to, and SES's own headers for the configuration set and the tags. */
function traceHeaders(input: JsonObject, recipient: string): string {
  const clean = (text: string) => text.replaceAll(/[\r\n]/g, ' ');
  const tags = Object.entries(tagsOf(input)).map(([name, value]) => `${name}=${value}`);
  const lines = [`Delivered-To: ${clean(recipient)}`];
  const configurationSet = asString(input.ConfigurationSetName);
  if (configurationSet !== undefined) lines.push(`X-SES-CONFIGURATION-SET: ${clean(configurationSet)}`);
  if (tags.length > 0) lines.push(`X-SES-MESSAGE-TAGS: ${clean(tags.join(', '))}`);
  return lines.map((line) => `${line}\r\n`).join('');
}
