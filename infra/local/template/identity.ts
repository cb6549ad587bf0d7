import { createHash } from 'node:crypto';
import { asString, type JsonObject } from '../json.ts';

/** Where the pretended account is. */
export interface Account {
  readonly accountId: string;
  readonly region: string;
}

/** A resource with its own properties resolved. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** The property that holds the name a resource was given, where it is not `Name`. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::CompositeAlarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Lambda::LayerVersion': 'LayerName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/**
 * The properties that a resource's name, ARN and attributes come from. Only these are resolved for a reference: a function's
 * environment may name the state machine whose definition names the function.
 */
export function identifyingProperties(type: string): readonly string[] {
  return [NAME_PROPERTY[type] ?? 'Name', 'FunctionName', 'GroupName', 'Value'];
}

/**
 * The name a resource goes by. AWS adds random letters to a name it makes up; here it is always the same, so that the data
 * of one run is found by the next.
 */
export function physicalName(resource: Resource): string {
  const given = asString(resource.properties[NAME_PROPERTY[resource.type] ?? 'Name']);
  if (given !== undefined) return given;
  const made = `${resource.stack}-${resource.logicalId}`;
  // Bucket names are lower case and at most 63 characters (S3 bucket naming rules), function names at most 64.
  if (resource.type === 'AWS::S3::Bucket') return shorten(made.toLowerCase(), 63);
  return resource.type.startsWith('AWS::ApiGatewayV2::') ? hash(made).slice(0, 10) : shorten(made, 64);
}

function shorten(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 9)}-${hash(name).slice(0, 8)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The ARN of a resource, in the form its service gives it. */
export function arnOf(resource: Resource, { accountId, region }: Account): string {
  const name = physicalName(resource);
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${accountId}:${rest}`;
  switch (resource.type) {
    case 'AWS::Lambda::Function':
      return arn('lambda', `function:${name}`);
    case 'AWS::Lambda::LayerVersion':
      return arn('lambda', `layer:${name}:1`);
    case 'AWS::Lambda::Version':
      return `${functionArn(resource.properties.FunctionName, { accountId, region })}:1`;
    case 'AWS::Lambda::Alias':
      return `${functionArn(resource.properties.FunctionName, { accountId, region })}:${name}`;
    case 'AWS::StepFunctions::StateMachine':
      return arn('states', `stateMachine:${name}`);
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return arn('dynamodb', `table/${name}`);
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${accountId}:role/${name}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${accountId}:policy/${name}`;
    case 'AWS::KMS::Key':
      return arn('kms', `key/${keyId(resource)}`);
    case 'AWS::SecretsManager::Secret':
      // AWS ends a secret's ARN in six random letters; these come from the name, so that they stay.
      return arn('secretsmanager', `secret:${name}-${hash(name).slice(0, 6)}`);
    case 'AWS::Logs::LogGroup':
      return arn('logs', `log-group:${name}:*`);
    case 'AWS::Events::Rule':
      return arn('events', `rule/${name}`);
    case 'AWS::Scheduler::Schedule':
      return arn('scheduler', `schedule/${asString(resource.properties.GroupName) ?? 'default'}/${name}`);
    case 'AWS::CloudWatch::Alarm':
    case 'AWS::CloudWatch::CompositeAlarm':
      return arn('cloudwatch', `alarm:${name}`);
    default:
      return arn(resource.type.split('::')[1]?.toLowerCase() ?? 'aws', name);
  }
}

function functionArn(nameOrArn: unknown, account: Account): string {
  const text = String(nameOrArn);
  return text.startsWith('arn:') ? text : `arn:aws:lambda:${account.region}:${account.accountId}:function:${text}`;
}

/** A UUID, as KMS gives, that is the same in each run. */
function keyId(resource: Resource): string {
  const digits = hash(`${resource.stack}/${resource.logicalId}`);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** The types whose `Ref` is their ARN. */
const REF_IS_ARN: ReadonlySet<string> = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Alias',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
]);

/** What `Ref` gives for a resource. */
export function refOf(resource: Resource, account: Account): string {
  if (REF_IS_ARN.has(resource.type)) return arnOf(resource, account);
  return resource.type === 'AWS::KMS::Key' ? keyId(resource) : physicalName(resource);
}

/** What `Fn::GetAtt` gives for a resource. */
export function attributeOf(resource: Resource, attribute: string, account: Account, pagesUrl: string): unknown {
  switch (attribute) {
    case 'ApiEndpoint':
      return pagesUrl;
    case 'KeyId':
      return keyId(resource);
    case 'Version':
      return '1';
    case 'Value':
      return resource.properties.Value;
    case 'DomainName':
    case 'RegionalDomainName':
      return `${physicalName(resource)}.s3.${account.region}.amazonaws.com`;
    case 'QueueUrl':
      return `https://sqs.${account.region}.amazonaws.com/${account.accountId}/${physicalName(resource)}`;
    default:
      return attribute.endsWith('Arn') || (attribute === 'Id' && resource.type === 'AWS::SecretsManager::Secret')
        ? arnOf(resource, account)
        : physicalName(resource);
  }
}
