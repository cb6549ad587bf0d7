import { asBoolean, asList, asObject, asString } from '../json.ts';
import { physicalName, type Resource } from './identity.ts';
import type { LocalMailEvents, LocalSubscription } from './model.ts';
import { functionNameOf } from './read-functions.ts';

/** Reads which functions listen to which topic. Other subscribers (e-mail to operations) have no place on a laptop. */
export function readSubscriptions(resources: readonly Resource[]): LocalSubscription[] {
  return resources
    .filter(({ type, properties }) => type === 'AWS::SNS::Subscription' && properties.Protocol === 'lambda')
    .map(({ properties }) => ({
      topicArn: String(properties.TopicArn),
      functionName: functionNameOf(properties.Endpoint),
    }));
}

/** Reads on which topics SES tells what became of a mail. */
export function readMailEvents(resources: readonly Resource[]): LocalMailEvents[] {
  const sets = new Set(resources.filter(({ type }) => type === 'AWS::SES::ConfigurationSet').map(physicalName));
  return resources
    .filter(({ type }) => type === 'AWS::SES::ConfigurationSetEventDestination')
    .flatMap(({ properties }) => {
      const { Enabled, MatchingEventTypes, SnsDestination } = asObject(properties.EventDestination);
      const topicArn = asString(asObject(SnsDestination).TopicARN);
      const configurationSet = String(properties.ConfigurationSetName);
      if (topicArn === undefined || !sets.has(configurationSet) || !asBoolean(Enabled ?? true)) return [];
      return [
        { configurationSet, topicArn, types: asList(MatchingEventTypes).map((type) => String(type).toUpperCase()) },
      ];
    });
}
