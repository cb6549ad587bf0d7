import type { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { RegisterAnswer } from '../../functions/core/contact.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { type Contacts, createContacts } from '../../functions/messages/contacts.ts';
import type { Mail, Mailer } from '../../functions/messages/mailer.ts';
import type { PaperEditions } from '../../functions/messages/paper-editions.ts';
import type { CaseStore } from '../../functions/platform/case-store.ts';
import type { CountMetric } from '../../functions/platform/metrics.ts';
import type { ObjectStore } from '../../functions/platform/object-store.ts';
import type { Callbacks } from '../../functions/tasks/callbacks.ts';
import { aCaseFile } from './builders.ts';
import { stored } from './stored.ts';

/** A memory store that holds `aCaseFile` with the given parts, mails and events among them. */
export async function storeWith(parts: Partial<CaseFile> = {}): Promise<CaseStore> {
  const { store, caseId } = await stored(parts);
  for (const message of parts.messages ?? []) await store.addOnce(caseId, 'message', message);
  for (const event of parts.events ?? []) await store.appendEvent(caseId, event);
  return store;
}

/** The stored file; fails when there is none. */
export async function fileIn(store: CaseStore, caseId = aCaseFile().case.caseId): Promise<CaseFile> {
  const file = await store.load(caseId);
  if (!file) throw new Error(`no case ${caseId}`);
  return file;
}

/** Step Functions as seen by callbacks: a token can be completed once, and one that is `ended` never. */
export function fakeCallbacks(): Callbacks & {
  readonly delivered: { readonly token: string; readonly output: unknown }[];
  readonly ended: Set<string>;
} {
  const delivered: { token: string; output: unknown }[] = [];
  const ended = new Set<string>();
  const end = (token: string, output: unknown) => {
    if (ended.has(token)) return 'gone';
    ended.add(token);
    delivered.push({ token, output });
    return 'delivered';
  };
  return {
    delivered,
    ended,
    succeed: async (token, output) => end(token, output),
    fail: async (token, error, cause) => end(token, { error, cause }),
  };
}

/** A mailer that sends each key once and remembers what it sent. */
export function fakeMailer(): Mailer & { readonly sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    async send(mail) {
      if (!sent.some(({ caseId, key }) => caseId === mail.caseId && key === mail.key)) sent.push(mail);
    },
  };
}

/** SES that takes mail; `fail` is called first and may throw, or take its time. */
export function fakeSes(fail: (attempt: number) => Promise<void> = async () => undefined) {
  const sent: SendEmailCommand['input'][] = [];
  let attempts = 0;
  const send = async (command: SendEmailCommand) => {
    attempts += 1;
    await fail(attempts);
    sent.push(command.input);
    return { $metadata: {}, MessageId: `ses-${sent.length}` };
  };
  // The client's `send` is overloaded over all its commands; the mailer uses this one only.
  return { sent, send: send as unknown as SESv2Client['send'], attempts: () => attempts };
}

/** The contact register with the given people; `asked` are those it was asked for, in order. */
export function fakeRegister(
  people: Readonly<Record<string, RegisterAnswer>> = {},
): Contacts & { readonly asked: string[] } {
  const asked: string[] = [];
  const register = {
    lookUp: async (nationalId: string) => {
      asked.push(nationalId);
      return people[nationalId] ?? { kind: 'unknown' as const };
    },
  };
  return { ...createContacts(register), asked };
}

/** A bucket in memory. */
export function fakeObjects(
  objects: Record<string, string> = {},
): ObjectStore & { readonly objects: Map<string, string> } {
  const stored = new Map(Object.entries(objects));
  return {
    objects: stored,
    async putOnce(key, body) {
      if (stored.has(key)) return false;
      // One character a byte: a PDF is no text.
      stored.set(key, Buffer.from(body).toString('latin1'));
      return true;
    },
    async get(key) {
      const found = stored.get(key);
      return found === undefined ? undefined : Buffer.from(found, 'latin1');
    },
  };
}

/** Paper editions without a renderer: the file says what it was made of. */
export function fakePaperEditions(objects: ObjectStore): PaperEditions {
  return async ({ letter, now }) => {
    const object = `${letter.object}-paper-${now.slice(0, 10)}`;
    await objects.putOnce(object, Buffer.from(`${letter.kind} on paper`), 'application/pdf');
    return { object, sha256: 'f'.repeat(64), pages: 3 };
  };
}

/** Remembers what was counted. */
export function fakeCount(): CountMetric & { readonly counted: Parameters<CountMetric>[] } {
  const counted: Parameters<CountMetric>[] = [];
  const count: CountMetric = (...given) => {
    counted.push(given);
  };
  return Object.assign(count, { counted });
}
