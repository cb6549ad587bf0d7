import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { LocalApp, LocalMailEvents } from '../template/model.ts';
import type { Topics } from './topics.ts';

/** A mail that SES took. */
export interface SentMail {
  readonly messageId: string;
  readonly source: string;
  readonly recipients: readonly string[];
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What became of a mail at one address. */
interface Fate {
  readonly eventType: 'Delivery' | 'Bounce' | 'Complaint';
  readonly recipient: string;
  readonly bounceType?: 'Permanent' | 'Transient';
}

/** SES's mailbox simulator ("Using the mailbox simulator"): addresses that bounce or complain. All others get their mail. */
const SIMULATOR: Readonly<Record<string, readonly Omit<Fate, 'recipient'>[]>> = {
  bounce: [{ eventType: 'Bounce', bounceType: 'Permanent' }],
  suppressionlist: [{ eventType: 'Bounce', bounceType: 'Permanent' }],
  ooto: [{ eventType: 'Delivery' }, { eventType: 'Bounce', bounceType: 'Transient' }],
  complaint: [{ eventType: 'Delivery' }, { eventType: 'Complaint' }],
};

/** Tells on SNS what became of mail, as the event destinations of a configuration set ask for. */
export class MailEvents {
  readonly #destinations: readonly LocalMailEvents[];
  readonly #accountId: string;
  readonly #topics: Topics;
  readonly #now: () => number;

  constructor({ mailEvents, account }: LocalApp, { topics, now }: { topics: Topics; now: () => number }) {
    this.#destinations = mailEvents;
    this.#accountId = account.accountId;
    this.#topics = topics;
    this.#now = now;
  }

  /** Tells of a mail just sent. */
  sent(mail: SentMail): void {
    const destinations = this.#destinations.filter((one) => one.configurationSet === mail.configurationSet);
    for (const fate of mail.recipients.flatMap(fatesOf)) {
      const message = JSON.stringify(this.#event(mail, fate));
      const listening = destinations.filter(({ types }) => types.includes(fate.eventType.toUpperCase()));
      for (const { topicArn } of listening)
        this.#topics.publish(topicArn, message, 'Amazon SES Email Event Notification');
    }
  }

  /** The form of SES's event publishing ("Examples of event data that Amazon SES publishes to Amazon SNS"). */
  #event(mail: SentMail, fate: Fate): JsonObject {
    const timestamp = new Date(this.#now()).toISOString();
    const tags = Object.entries(mail.tags).map(([name, value]) => [name, [value]] as const);
    return {
      eventType: fate.eventType,
      mail: {
        timestamp,
        source: mail.source,
        sendingAccountId: this.#accountId,
        messageId: mail.messageId,
        destination: mail.recipients,
        headersTruncated: false,
        headers: [],
        commonHeaders: { from: [mail.source], to: mail.recipients, messageId: mail.messageId },
        tags: { 'ses:configuration-set': [mail.configurationSet], ...Object.fromEntries(tags) },
      },
      [fate.eventType.toLowerCase()]: details(fate, timestamp),
    };
  }
}

function fatesOf(recipient: string): Fate[] {
  const address = recipient.replace(/^.*<(.*)>$/, '$1');
  const [, local = ''] = /^(\w+)(?:\+[^@]*)?@simulator\.amazonses\.com$/.exec(address) ?? [];
  const fates = Object.hasOwn(SIMULATOR, local) ? SIMULATOR[local] : undefined;
  return (fates ?? [{ eventType: 'Delivery' as const }]).map((fate) => ({ ...fate, recipient: address }));
}

function details({ eventType, recipient, bounceType = 'Permanent' }: Fate, timestamp: string): JsonObject {
  const feedbackId = randomUUID();
  switch (eventType) {
    case 'Delivery':
      return {
        timestamp,
        processingTimeMillis: 1,
        recipients: [recipient],
        smtpResponse: '250 2.6.0 Message received',
      };
    case 'Bounce': {
      const status = bounceType === 'Permanent' ? '5.1.1' : '4.0.0';
      const bouncedRecipients = [{ emailAddress: recipient, action: 'failed', status }];
      return { timestamp, feedbackId, bounceType, bounceSubType: 'General', bouncedRecipients };
    }
    case 'Complaint': {
      const complainedRecipients = [{ emailAddress: recipient }];
      return { timestamp, feedbackId, complainedRecipients, complaintFeedbackType: 'abuse' };
    }
  }
}
