import { expect, test } from 'vitest';
import { functionName } from '../../infra/constructs/names.ts';
import { type Resource, specs, statementsOf, synthesize } from './support/synthesized.ts';

const template = synthesize({ check: true });
const key = template.ofType('AWS::KMS::Key')[0]?.id;
const keyArn = { 'Fn::GetAtt': [key, 'Arn'] };

/** Each resource of a type under its own name in the report. */
function each(type: string): [string, Resource][] {
  const found = template.ofType(type);
  expect(found, type).not.toHaveLength(0);
  return found.map((resource) => [resource.id, resource]);
}

test.each(each('AWS::Logs::LogGroup'))('%s keeps a year, encrypted', (_, { properties }) => {
  expect(properties).toMatchObject({ RetentionInDays: 365, KmsKeyId: keyArn });
});

test.each(each('AWS::Lambda::Function'))('%s writes to a log group of its own and is traced', (_, { properties }) => {
  expect(template.find('AWS::Logs::LogGroup', properties.LoggingConfig.LogGroup.Ref).LogGroupName).toBe(
    `/aws/lambda/${properties.FunctionName}`,
  );
  expect(properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['x86_64'],
    Handler: 'index.handler',
    TracingConfig: { Mode: 'Active' },
  });
});

test('the functions are those of steps.ts, each with a role of its own', () => {
  const functions = template.ofType('AWS::Lambda::Function').map(({ properties }) => properties);
  expect(functions.map(({ FunctionName }) => FunctionName).sort()).toEqual(
    specs.map(({ name }) => functionName(name)).sort(),
  );
  expect(new Set(functions.map(({ Role }) => Role['Fn::GetAtt'][0])).size).toBe(specs.length);
});

test.each(each('AWS::IAM::Role'))('%s may do named actions only, and has no policy that AWS manages', (id, role) => {
  const actions = statementsOf(template, id).flatMap((statement) => statement.actions);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  expect(role.properties.ManagedPolicyArns).toBeUndefined();
});

test.each(each('AWS::IAM::Role'))('%s touches data by name, never by *', (id) => {
  const everything = statementsOf(template, id).filter(({ resources }) => resources.includes('*'));
  const services = everything.flatMap(({ actions }) => actions.map((action) => action.split(':')[0]));
  expect(services.filter((service) => service !== 'xray' && service !== 'logs')).toEqual([]);
});

test('the table outlives mistakes', () => {
  const [table] = template.ofType('AWS::DynamoDB::Table');
  expect(table).toMatchObject({
    deletionPolicy: 'Retain',
    properties: {
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn },
      KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
      GlobalSecondaryIndexes: [
        { IndexName: 'GSI1', KeySchema: [{ AttributeName: 'gsi1pk' }, { AttributeName: 'gsi1sk' }] },
        { IndexName: 'GSI2', KeySchema: [{ AttributeName: 'gsi2pk' }, { AttributeName: 'gsi2sk' }] },
      ],
    },
  });
});

test.each(each('AWS::S3::Bucket'))('%s is closed to the public, kept, and refuses plain HTTP', (id, bucket) => {
  const { BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets } =
    bucket.properties.PublicAccessBlockConfiguration;
  expect([BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets]).toEqual(Array(4).fill(true));
  expect(bucket.deletionPolicy).toBe('Retain');
  const policies = template.ofType('AWS::S3::BucketPolicy').filter(({ properties }) => properties.Bucket.Ref === id);
  expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
});

test('letters are versioned, encrypted with the own key, and their access is logged', () => {
  const versioned = template.ofType('AWS::S3::Bucket').filter(({ properties }) => properties.VersioningConfiguration);
  expect(versioned).toHaveLength(1);
  expect(versioned[0]?.properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    LoggingConfiguration: { DestinationBucketName: expect.anything() },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } },
      ],
    },
  });
});

test('what is sent in and never handed in goes away after a month, and nothing else by itself', () => {
  const [letters] = template.ofType('AWS::S3::Bucket').filter(({ properties }) => properties.VersioningConfiguration);
  const rules: { Prefix?: string; ExpirationInDays?: number }[] = letters?.properties.LifecycleConfiguration.Rules;
  const erasing = rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined);
  expect(erasing).toMatchObject([
    { Prefix: 'uploads/', ExpirationInDays: 30, NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' },
  ]);
});

test('the key turns', () => {
  expect(template.ofType('AWS::KMS::Key')).toMatchObject([
    { deletionPolicy: 'Retain', properties: { EnableKeyRotation: true } },
  ]);
});

test.each(each('AWS::SecretsManager::Secret'))(
  '%s is kept, encrypted with the own key, and never in the template',
  (_, secret) => {
    expect(secret.deletionPolicy).toBe('Retain');
    expect(secret.properties.KmsKeyId).toEqual(keyArn);
    // Made by Secrets Manager, or an empty place for a key that operations puts in.
    expect(secret.properties.SecretString ?? '{}').toBe('{}');
  },
);

test.each([...each('AWS::SNS::Topic'), ...each('AWS::SQS::Queue')])('%s is encrypted', (_, { properties }) => {
  expect(properties.KmsMasterKeyId).toEqual(keyArn);
});

test.each(each('AWS::StepFunctions::StateMachine'))(
  '%s logs errors without data, traced and encrypted',
  (_, machine) => {
    expect(machine.properties).toMatchObject({
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
      EncryptionConfiguration: { KmsKeyId: keyArn, Type: 'CUSTOMER_MANAGED_KMS_KEY' },
    });
  },
);

test('the access log of the pages has the route and not the path, and nothing of the visitor', () => {
  const [stage] = template.ofType('AWS::ApiGatewayV2::Stage');
  const format: string = stage?.properties.AccessLogSettings.Format;
  expect(format).toContain('$context.routeKey');
  expect(format).not.toMatch(/\$context\.(path|identity|authorizer|requestOverride)|rawPath|query/i);
  expect(stage?.properties.DefaultRouteSettings).toMatchObject({ ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 });
  expect(stage?.properties.RouteSettings).toEqual({
    'ANY /api/{proxy+}': { ThrottlingBurstLimit: 40, ThrottlingRateLimit: 20 },
  });
});

test('mail is not tracked: opens and clicks are never asked for', () => {
  const [destination] = template.ofType('AWS::SES::ConfigurationSetEventDestination');
  const events: string[] = destination?.properties.EventDestination.MatchingEventTypes;
  expect(events.map((event) => event.toLowerCase()).sort()).toEqual(['bounce', 'complaint', 'delivery', 'reject']);
  expect(template.text).not.toContain('TrackingOptions');
});

test('the watch runs at half past six in Oslo, with its time in the event', () => {
  const [schedule] = template.ofType('AWS::Scheduler::Schedule');
  expect(schedule?.properties).toMatchObject({
    ScheduleExpression: 'cron(30 6 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Oslo',
    Target: { Input: '{"now":"<aws.scheduler.scheduled-time>"}' },
  });
});

test.each([
  ['alarms', 'cloudwatch.amazonaws.com'],
  ['failed executions', 'events.amazonaws.com'],
  ['news of mail', 'ses.amazonaws.com'],
])('%s reach their encrypted topic: %s may publish, and use the key', (_, service) => {
  const allows = (type: string, document: string) =>
    template
      .ofType(type)
      .flatMap(({ properties }) => properties[document].Statement)
      .filter(({ Effect, Principal }) => Effect === 'Allow' && [Principal.Service].flat().includes(service))
      .flatMap(({ Action }) => Action);
  expect(allows('AWS::SNS::TopicPolicy', 'PolicyDocument')).toContain('sns:Publish');
  expect(allows('AWS::KMS::Key', 'KeyPolicy')).toContain('kms:Decrypt');
});
