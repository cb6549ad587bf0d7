/** What the runtime plays. Each has a reader in this folder. */
const PLAYED = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SSM::Parameter',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
] as const;

/**
 * What has a name and nothing else on a laptop: permissions, keys, alarms, log settings.  Whole services first, then
 * single types.
 */
const NEED_NOTHING_SERVICES = ['AWS::CloudWatch::', 'AWS::IAM::', 'AWS::Logs::', 'AWS::SES::', 'AWS::SNS::'] as const;
const NEED_NOTHING = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
  'Custom::LogRetention',
  'Custom::S3AutoDeleteObjects',
] as const;

const KNOWN: ReadonlySet<string> = new Set([...PLAYED, ...NEED_NOTHING]);

/** A resource of a template, named well enough to find it. */
export interface NamedType {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

/** Refuses a template with resources that would silently do nothing here, all of them in one message. */
export function refuseUnknownTypes(resources: readonly NamedType[]): void {
  const unknown = resources.filter(
    ({ type }) => !KNOWN.has(type) && !NEED_NOTHING_SERVICES.some((service) => type.startsWith(service)),
  );
  if (unknown.length === 0) return;
  const lines = unknown.map(({ stack, logicalId, type }) => `  ${type} (${stack}/${logicalId})`);
  throw new Error(`The local runtime does not know these resources:\n${lines.join('\n')}`);
}
