import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Fn } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** The sender's domain in SES, and what becomes of each mail, told on a topic. */
export class Mail extends Construct {
  readonly from: string;
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  /** Deliveries, bounces and complaints. */
  readonly deliveries: Topic;

  constructor(scope: Construct, { from, key }: { readonly from: string; readonly key: IKey }) {
    super(scope, 'Mail');
    this.from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(Fn.select(1, Fn.split('@', from))),
      configurationSet: this.configurationSet,
    });
    this.deliveries = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    this.configurationSet.addEventDestination('Deliveries', {
      destination: EventDestination.snsTopic(this.deliveries),
      // Never opens and clicks: tracking rewrites the links and logs the secret in them (usdr-gost #3097).
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }
}
