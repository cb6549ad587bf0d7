import { setTimeout as delay } from 'node:timers/promises';
import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { DeliveryError } from '../core/errors.ts';
import type { Language } from '../core/language.ts';
import type { Instant } from '../core/time.ts';
import { mustFindMunicipality } from '../municipalities/index.ts';
import type { CaseStore } from '../platform/case-store.ts';
import { log } from '../platform/log.ts';
import { firstClaim, freed, isClaim, isFreed, nextClaim } from './claims.ts';
import { type MailTemplate, renderMail } from './templates.ts';

/** One mail. Neutral: it never tells whom or what a case is about. */
export interface Mail {
  /** For a mail about no single case, an id of its own such as `digest-4635`. */
  readonly caseId: string;
  /** The same on every retry; the mail is sent once per case and key. */
  readonly key: string;
  readonly template: MailTemplate;
  readonly to: string;
  readonly language: Language;
  /** Four-digit number. */
  readonly municipality: string;
  readonly link?: string;
  /** To staff only. */
  readonly caseNumber?: string;
  /** Where in the letters bucket a letter to be printed lies. */
  readonly object?: string;
  /** A letter to be printed has no postal address in it. */
  readonly unaddressed?: boolean;
  /** Numbers of a digest. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly now: Instant;
}

/** Sends mail. */
export interface Mailer {
  /** Sends a mail unless it was sent before. Throws DeliveryError when it could not be handed over: try again. */
  send(mail: Mail): Promise<void>;
}

interface Ports {
  readonly store: CaseStore;
  readonly ses: Pick<SESv2Client, 'send'>;
  /** Sender's address. */
  readonly from: string;
  readonly configurationSet: string;
  /** The time between two looks at somebody else's claim; half a second unless a test has no time. */
  readonly pause?: () => Promise<void>;
}

/**
 * Mail through SES, each one once.
 *
 * The message's record is claimed, the mail handed to SES, the record marked with SES's id. Of several that want to
 * send the same mail one gets the claim; the others wait until it is marked. A claim that stays unmarked for longer
 * than its holder may take belongs to a sender that died. Whether SES got that mail nobody can know, as it has no
 * idempotency token, so one of two has to be risked, and it is sent again: somebody who is never told of a question or
 * a decision may lose a right, somebody told twice by a neutral mail with the same link loses nothing. The window is
 * the time between SES's answer and one write, and a delivery event that comes before the retry closes it (see
 * `record-delivery`). A refusal that SES puts in words leaves no doubt and frees the claim at once.
 */
export function createMailer(ports: Ports): Mailer {
  return {
    async send(mail) {
      const claim = await takeClaim(ports, mail);
      if (claim === undefined) return log.info('MAIL_SENT_BEFORE', fieldsOf(mail));
      const messageId = await handOver(ports, mail, claim);
      await ports.store.change(mail.caseId, 'message', mail.key, { messageId }, { messageId: claim });
      log.info('MAIL_SENT', fieldsOf(mail));
    },
  };
}

/** 7.5 s with the usual pause: the mail client gives up after 6.5 s (platform/clients/mail.ts). */
const looksAtOneClaim = 15;
/** Within the 30 s a function has. */
const looksInAll = 40;

/** The claim under which this sender may send; undefined when the mail was sent before. */
async function takeClaim({ store, pause = () => delay(500) }: Ports, mail: Mail): Promise<string | undefined> {
  const { caseId, key, template, to, now } = mail;
  const record = { key, template, recipient: to, messageId: firstClaim, at: now };
  if (await store.addOnce(caseId, 'message', record)) return firstClaim;
  let seen = '';
  let looks = 0;
  for (let look = 0; look < looksInAll; look += 1) {
    const held = await heldClaim(store, mail);
    if (held === undefined) return undefined;
    looks = held === seen ? looks + 1 : 0;
    seen = held;
    if (isFreed(held) || looks >= looksAtOneClaim) {
      const mine = nextClaim(held);
      log.warn('MAIL_TAKEN_OVER', fieldsOf(mail));
      if (await store.change(caseId, 'message', key, { messageId: mine }, { messageId: held })) return mine;
    }
    await pause();
  }
  throw new DeliveryError(`mail ${key} of ${caseId} is claimed by one sender after the other`);
}

/**
 * Somebody else's claim; undefined when the mail was sent. A digest belongs to no case and cannot be looked up: it
 * counts as sent, and comes again the next day.
 */
async function heldClaim(store: CaseStore, { caseId, key }: Mail): Promise<string | undefined> {
  const file = await store.load(caseId);
  const messageId = file?.messages.find((message) => message.key === key)?.messageId;
  return messageId !== undefined && isClaim(messageId) ? messageId : undefined;
}

async function handOver({ store, ses, ...ports }: Ports, mail: Mail, claim: string): Promise<string> {
  try {
    const { MessageId } = await ses.send(command(mail, ports));
    if (MessageId !== undefined) return MessageId;
  } catch (error) {
    if (error instanceof SESv2ServiceException && error.$fault === 'client') {
      log.warn('MAIL_REFUSED', { ...fieldsOf(mail), error: error.name });
      await store.change(mail.caseId, 'message', mail.key, { messageId: freed(claim) }, { messageId: claim });
    }
    throw new DeliveryError(`mail ${mail.key} of ${mail.caseId} was not taken by SES`, { cause: error });
  }
  throw new DeliveryError(`mail ${mail.key} of ${mail.caseId} got no message id`);
}

function command(mail: Mail, ports: Pick<Ports, 'from' | 'configurationSet'>): SendEmailCommand {
  const { template, language, link, caseNumber, object, counts = {} } = mail;
  const { name } = mustFindMunicipality(mail.municipality);
  const { subject, text } = renderMail(template, language, { municipality: name, link, caseNumber, object, counts });
  return new SendEmailCommand({
    FromEmailAddress: ports.from,
    Destination: { ToAddresses: [mail.to] },
    ConfigurationSetName: ports.configurationSet,
    // Tags travel in delivery events and metrics: references only.
    EmailTags: [
      { Name: 'caseId', Value: mail.caseId },
      { Name: 'template', Value: template },
    ],
    Content: {
      Simple: {
        Subject: { Data: subject, Charset: 'UTF-8' },
        Body: { Text: { Data: text, Charset: 'UTF-8' } },
        // Asks other machines not to answer this one (RFC 3834).
        Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
      },
    },
  });
}

function fieldsOf({ caseId, municipality, template, key }: Mail) {
  return { caseId, municipality, kind: template, key };
}
