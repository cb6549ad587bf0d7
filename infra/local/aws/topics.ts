import { randomUUID } from 'node:crypto';
import type { Functions } from '../lambda/functions.ts';
import type { LocalSubscription } from '../template/model.ts';

/**
 * Real time between a message and who hears of it. On AWS it is some tenths of a second; none at all would bring the news of
 * a mail to a function before its sender has noted the mail's id.
 */
const DELIVERY_MS = 50;

/** What topics need of the runtime. */
export interface TopicsOptions {
  readonly functions: Functions;
  readonly now: () => number;
}

/** SNS topics: each message goes to the functions that listen. */
export class Topics {
  readonly #subscriptions: readonly LocalSubscription[];
  readonly #options: TopicsOptions;

  constructor(subscriptions: readonly LocalSubscription[], options: TopicsOptions) {
    this.#subscriptions = subscriptions;
    this.#options = options;
  }

  /** Publishes a message and gives its id. */
  publish(topicArn: string, message: string, subject: string | null = null): string {
    const { functions, now } = this.#options;
    const messageId = randomUUID();
    const sns = {
      Type: 'Notification',
      MessageId: messageId,
      TopicArn: topicArn,
      Subject: subject,
      Message: message,
      Timestamp: new Date(now()).toISOString(),
      MessageAttributes: {},
    };
    for (const subscription of this.#subscriptions.filter((one) => one.topicArn === topicArn)) {
      const record = {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: `${topicArn}:${subscription.functionName}`,
        Sns: sns,
      };
      const payload = JSON.stringify({ Records: [record] });
      functions.invokeLater(subscription.functionName, payload, { delayMs: DELIVERY_MS });
    }
    return messageId;
  }
}
