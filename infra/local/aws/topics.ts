import { randomUUID } from 'node:crypto';
import type { Functions } from '../lambda/functions.ts';
import type { LocalSubscription } from '../template/model.ts';

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
      functions.invokeLater(subscription.functionName, JSON.stringify({ Records: [record] }));
    }
    return messageId;
  }
}
