import { asList, asObject, asString, type JsonObject } from '../json.ts';
import { type Account, arnOf, physicalName, type Resource } from './identity.ts';
import type { LocalBucket, LocalParameter, LocalSecret, LocalTable } from './model.ts';

/** Reads the tables. What a laptop has no use for (backups, encryption, deletion protection, streams) is left out. */
export function readTables(resources: readonly Resource[]): LocalTable[] {
  return resources
    .filter(({ type }) => type === 'AWS::DynamoDB::Table' || type === 'AWS::DynamoDB::GlobalTable')
    .map((resource) => {
      const { properties } = resource;
      const name = physicalName(resource);
      const indexes = (key: string) => {
        const list = asList(properties[key]).map(readIndex);
        return list.length > 0 ? { [key]: list } : {};
      };
      return {
        name,
        createTable: {
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: properties.AttributeDefinitions,
          KeySchema: properties.KeySchema,
          ...indexes('GlobalSecondaryIndexes'),
          ...indexes('LocalSecondaryIndexes'),
        },
      };
    });
}

function readIndex(value: unknown): JsonObject {
  const { IndexName, KeySchema, Projection } = asObject(value);
  return { IndexName, KeySchema, Projection };
}

/** Reads the buckets. */
export function readBuckets(resources: readonly Resource[]): LocalBucket[] {
  return resources
    .filter(({ type }) => type === 'AWS::S3::Bucket')
    .map((resource) => ({
      name: physicalName(resource),
      versioned: asObject(resource.properties.VersioningConfiguration).Status === 'Enabled',
    }));
}

/** Reads the secrets. */
export function readSecrets(resources: readonly Resource[], account: Account): LocalSecret[] {
  return resources
    .filter(({ type }) => type === 'AWS::SecretsManager::Secret')
    .map((resource) => {
      const { SecretString, GenerateSecretString } = resource.properties;
      return {
        name: physicalName(resource),
        arn: arnOf(resource, account),
        value: asString(SecretString),
        generate: GenerateSecretString === undefined ? undefined : asObject(GenerateSecretString),
      };
    });
}

/** Reads the parameters of the parameter store. */
export function readParameters(resources: readonly Resource[]): LocalParameter[] {
  return resources
    .filter(({ type }) => type === 'AWS::SSM::Parameter')
    .map((resource) => ({
      name: physicalName(resource),
      type: asString(resource.properties.Type) ?? 'String',
      value: String(resource.properties.Value),
    }));
}
